/**
 * What is found decides what a change and its putting back come to: `src/engine/target.ts`, `judge` of `src/engine/put-back.ts` and
 * `src/caselog/state-changes.ts`. Fields are words as in `instructions/set.ts`: `=` and the value, or `-` for none.
 */
export const kitDecisions = `same_words() { [ "$1" = "$4" ] && [ "$2" = "$5" ] && [ "$3" = "$6" ]; }
one_of() { [ "$1" = "$2" ] || [ "$1" = "$3" ]; }
ours() { one_of "$f1" "$w1" "$k1" && one_of "$f2" "$w2" "$k2" && one_of "$f3" "$w3" "$k3"; }
# fields that the change is about are as they were or as we set them
ours_where_changed() {
  { [ "$w1" = "$k1" ] || one_of "$f1" "$w1" "$k1"; } && { [ "$w2" = "$k2" ] || one_of "$f2" "$w2" "$k2"; } && { [ "$w3" = "$k3" ] || one_of "$f3" "$w3" "$k3"; }
}
# judged: gone, kept, drifted, or set with t1 t2 t3
judge() {
  if [ "$absent" ]; then judged=gone; return; fi
  if same_words "$f1" "$f2" "$f3" "$w1" "$w2" "$w3"; then judged=kept; return; fi
  t1=$w1 t2=$w2 t3=$w3 judged=set
  if [ "$forced" ]; then return; fi
  if [ "$lost" ] && same_words "$f1" "$f2" "$f3" "$l1" "$l2" "$l3"; then return; fi
  judged=drifted
  if same_words "$w1" "$w2" "$w3" "$k1" "$k2" "$k3"; then return; fi
  if [ $kind = unit ]; then
    ours_where_changed || return
    if [ "$w1" = "$k1" ]; then t1=$f1; fi
    if [ "$w2" = "$k2" ]; then t2=$f2; fi
    if [ "$w3" = "$k3" ]; then t3=$f3; fi
  else ours || return; fi
  if ! same_words "$f1" "$f2" "$f3" "$t1" "$t2" "$t3"; then judged=set; fi
}
# what is found may be our own doing, unless it was put back since, or left as somebody else had made it
was_before_us() {
  case $put_back in kept | restored | drifted | gone) touched= ;; esac
  earlier=$touched
  if [ ! "$touched" ]; then w1=$f1 w2=$f2 w3=$f3; return; fi
  if [ $kind = unit ]; then
    if [ "$f1" != "$k1" ]; then w1=$f1; fi
    if [ "$f2" != "$k2" ]; then w2=$f2; fi
    if [ "$f3" != "$k3" ]; then w3=$f3; fi
  elif ! ours; then w1=$f1 w2=$f2 w3=$f3; fi
}
# t1 t2 t3: what it becomes, with every field told
target() {
  t1=$q1 t2=$q2 t3=$q3
  case $kind in
  unit)
    if [ "$p1" = "$q1" ]; then t1=$f1; fi
    if [ "$p2" = "$q2" ]; then t2=$f2; fi
    if [ "$p3" = "$q3" ]; then t3=$f3; fi
    ;;
  file)
    if [ "$t1" = =true ]; then
      if [ "$t2" = - ]; then t2=$f2; fi
      if [ "$t3" = - ]; then t3=$f3; fi
      if [ "$t3" = - ]; then t3==644; fi
    fi
    ;;
  esac
}
state_json() {
  case $kind in
  unit) printf '{"masked":%s,"enabled":%s,"active":%s}' "\${1#=}" "\${2#=}" "\${3#=}" ;;
  file)
    printf '{"present":%s' "\${1#=}"
    if [ "$2" != - ]; then printf ',"base64":"%s"' "\${2#=}"; fi
    if [ "$3" != - ]; then printf ',"mode":"%s"' "\${3#=}"; fi
    printf '}'
    ;;
  command) printf '{"value":%s}' "$(json "\${1#=}")" ;;
  esac
}`;
