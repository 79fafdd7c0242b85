/** Puts back what was touched, as `src/engine/put-back.ts`: one that fails never stops the rest. `$@`: items, in the order of putting back. */
export const kitPutBack = `is_forced() { case $forced_items in *"
$item_id
"*) forced=1 ;; *) forced= ;; esac; }
put_back_event() {
  printf '%s' '"type":"put-back","item":'"$item_json"',"outcome":"'"$1"'","found":'"$2"',"left":'"$3"',"was":'"$(state_json "$w1" "$w2" "$w3")"',"forced":'"\${forced:+true}\${forced:-false}" | sed 's/"forced":true1/"forced":true/'
  printf '%s' ',"why":'"\${4:-null}"
}
ended() {
  note "$(put_back_event "$1" "$2" "$3" "$4")"
  put_back=$1
  save_known
  eval "ended_$n=\\$1 found_$n=\\$2"
}
put_back_all() {
  note '"type":"run-started","run":"kit-put-back","plan":"'$plan'"'
  due= all= set_any= well=1
  for n in "$@"; do
    item $n
    if ! load_known; then continue; fi
    all="$all $n"
    is_forced
    seen
    if [ ! "$seen" ]; then ended failed '"unknown"' '"unknown"' "$(json "$none_why")"; continue; fi
    if guards_nothing; then judged=gone; else judge; fi
    if [ "$absent" ]; then found='"absent"'; else found=$(state_json "$f1" "$f2" "$f3"); fi
    if [ $judged != set ]; then ended $judged "$found" "$found" ''; continue; fi
    due="$due $n"
  done
  for n in $due; do
    set_any=1
    restore
  done
  lost_again=
  if [ "$set_any" ]; then for n in $all; do look_again 1; done; fi
  for n in $lost_again; do restore; done
  if [ "$lost_again" ]; then for n in $all; do look_again ''; done; fi
  for n in $all; do
    item $n
    eval "outcome=\\$ended_$n"
    more=
    if [ $outcome = drifted ]; then more=$item_id; fi
    show_item $outcome "$name" "$more"
    case $outcome in kept | restored) ;; *) well= ;; esac
  done
  note '"type":"run-ended","run":"kit-put-back","outcome":"'"$(if [ "$well" ]; then echo done; else echo incomplete; fi)"'"'
}
restore() {
  item $n
  load_known
  is_forced
  seen
  if [ ! "$seen" ]; then ended failed '"unknown"' '"unknown"' "$(json "$none_why")"; return; fi
  if guards_nothing; then judged=gone; else judge; fi
  if [ "$absent" ]; then found='"absent"'; else found=$(state_json "$f1" "$f2" "$f3"); fi
  if [ $judged != set ]; then ended $judged "$found" "$found" ''; return; fi
  note '"type":"put-back-intent","item":'"$item_json"',"to":'"$(state_json "$t1" "$t2" "$t3")"
  force=$forced dead_man=
  set_line_for "$t1"
  begin '""' $item_limit
  why_json= left_json='"unknown"' did= said_why=
  put $kind "$f1" "$f2" "$f3"
  case $did in
  set | nothing) if same_words "$f1" "$f2" "$f3" "$w1" "$w2" "$w3"; then ended restored "$found" "$left_json" ''; else ended drifted "$found" "$left_json" ''; fi ;;
  differs) ended drifted "$left_json" "$left_json" '' ;;
  absent) ended gone "$found" '"absent"' '' ;;
  failed) ended failed "$found" "$left_json" "$why_json" ;;
  *) ended failed "$found" '"unknown"' "$(json "\${said_why:-the server gave no answer}")" ;;
  esac
}
# what was only watched over is not written again for something that is no longer there: that would leave half a thing behind
guards_nothing() {
  if [ "$absent" ] || ! same_words "$w1" "$w2" "$w3" "$k1" "$k2" "$k3" || same_words "$f1" "$f2" "$f3" "$w1" "$w2" "$w3"; then return 1; fi
  guard=$n g1=$f1 g2=$f2 g3=$f3 guarded_gone=
  for n in $after_items; do
    item $n
    seen
    if [ "$seen" ] && [ "$absent" ]; then guarded_gone=1; fi
  done
  n=$guard
  item $n
  load_known
  is_forced
  f1=$g1 f2=$g2 f3=$g3 absent= seen=1
  [ "$guarded_gone" ]
}
# what starts may start what was to stay stopped, and what was stopped may be started by what guards it; what was only watched over may be
# lost once more when what it belongs to is set: that is set again, once ($1)
look_again() {
  item $n
  eval "before=\\$ended_$n found=\\$found_$n"
  case $before in kept | restored) ;; *) return ;; esac
  load_known
  is_forced
  seen
  if [ ! "$seen" ]; then ended failed "$found" '"unknown"' "$(json "$none_why")"; return; fi
  if [ "$absent" ]; then ended gone "$found" '"absent"' ''; return; fi
  if same_words "$f1" "$f2" "$f3" "$w1" "$w2" "$w3"; then return; fi
  if guards_nothing; then ended gone "$found" "$(state_json "$f1" "$f2" "$f3")" ''; return; fi
  if [ "$1" ] && [ "$lost" ] && same_words "$f1" "$f2" "$f3" "$l1" "$l2" "$l3"; then
    lost_again="$lost_again $n"
    return
  fi
  ended drifted "$found" "$(state_json "$f1" "$f2" "$f3")" "$(json 'it was as before, and is not any more now that the rest is put back')"
}`;
