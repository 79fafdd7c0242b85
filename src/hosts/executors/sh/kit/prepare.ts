/** Carries out the plan, as `src/engine/prepare.ts`: all of a step's changes are looked at and written down before any of them is set. */
export const kitPrepare = `say() { did=not-done; }
not_done() { did=not-done left_json='"unknown"' said_why=$2; }
told() { did=$1 left_json=$2 why_json=\${3#',"why":'}; }
limit_look() { begin '""' 60; absent= patient=1 t3=- none_state= none_why=; }
seen() {
  limit_look
  if look_$kind; then seen=1; return; fi
  seen=
  if [ ! "$none_why" ]; then none_why='the server gave no answer'; fi
}
why_of() { if [ "$1" ]; then json "$1"; else printf null; fi; }
tenths() { clock; printf '%s.%s' $(((now - t0) / 100)) $(((now - t0) / 10 % 10)); }
outcome_event() { printf '%s' '"type":"outcome","item":'"$item_json"',"outcome":"'"$1"'","left":'"$2"',"why":'"$3"',"seconds":'"$4"; }
changes() {
  step=$1 well=1 due=
  shift
  for n in "$@"; do
    item $n
    seen
    if [ ! "$seen" ]; then settled unknown '"unknown"' "$none_why"; continue; fi
    if [ "$absent" ]; then settled absent '"absent"' ''; continue; fi
    target
    found=$(state_json "$f1" "$f2" "$f3")
    known=
    if load_known; then known=1; else touched= put_back= earlier= w1=- w2=- w3=- k1=- k2=- k3=-; fi
    if same_words "$p1" "$p2" "$p3" "$q1" "$q2" "$q3"; then
      if [ "$known" ]; then continue; fi
      w1=$f1 w2=$f2 w3=$f3 k1=$f1 k2=$f2 k3=$f3 touched= earlier=
      save_known
      note "$(intent_event "$found" "$found")"
      settled already "$found" ''
      continue
    fi
    if reached; then
      if [ "$known" ] && [ "$touched" ] && [ ! "$put_back" ]; then settled changed "$found" ''; else settled already "$found" ''; fi
      continue
    fi
    if [ $kind = command ] && ! { set_line_for "$f1"; [ "$has_line" ]; }; then settled left-alone "$found" 'no command is known that would set it back to what was found'; continue; fi
    was_before_us
    k1=$t1 k2=$t2 k3=$t3 touched=1 put_back=
    # first what is needed to put it back, then the line that says so
    save_known
    note "$(intent_event "$found" "$(state_json "$t1" "$t2" "$t3")")"
    words_of "$f1" "$f2" "$f3" | keep_file "$case_folder/items/.found-$n" || exit 2
    due="$due $n"
  done
  for n in $due; do make_change; done
  if [ ! "$well" ]; then outcome=failed; fi
}
intent_event() { printf '%s' '"type":"intent","item":'"$item_json"',"step":'"$step"',"resource":'"$resource_json"',"found":'"$1"',"to":'"$2$lost_json"',"after":'"$after_json"; }
settled() {
  clock
  t0=$now
  note "$(outcome_event $1 "$2" "$(why_of "$3")" 0)"
  show_item $1 "$name" "$3"
  case $1 in unknown | left-alone) well= ;; esac
}
make_change() {
  item $n
  load_known
  { decoded; e1=$decoded; decoded; e2=$decoded; decoded; e3=$decoded; } <"$case_folder/items/.found-$n"
  rm -f "$case_folder/items/.found-$n"
  t1=$k1 t2=$k2 t3=$k3 force= dead_man=
  set_line_for "$t1"
  begin '""' $item_limit
  why_json= left_json='"unknown"' did= said_why=
  put $kind "$e1" "$e2" "$e3"
  took=$(tenths)
  shown_why=
  case $did in
  set | nothing) result=changed why_json=null ;;
  differs) result=left-alone why_json=null well= ;;
  absent) result=absent why_json=null left_json='"absent"' ;;
  failed) result=failed well= shown_why=$why_json ;;
  *) result=unknown left_json='"unknown"' well= shown_why=\${said_why:-the server gave no answer} why_json=$(json "\${said_why:-the server gave no answer}") ;;
  esac
  note "$(outcome_event $result "$left_json" "\${why_json:-null}" $took)"
  case $result in changed | failed | unknown) touched=1 ;; *) touched=$earlier ;; esac
  save_known
  show_item $result "$name" "$shown_why"
}
act_event() { printf '%s' '"type":"act-outcome","item":'"$item_json"',"outcome":"'"$1"'","why":'"$2$3"',"seconds":'"$4"; }
act_intent() { printf '%s' '"type":"act-intent","item":'"$item_json"',"step":'"$step"',"what":'"$what"; }
act_state() { act=; if [ -f "$case_folder/items/$key" ]; then IFS= read -r act <"$case_folder/items/$key"; fi; }
broke_off='the run broke off before its end was known'
run_act() {
  item $2
  step=$1
  act_state
  if [ "$act" = done ]; then return; fi
  case $act in open | unknown)
    if [ ! "$repeat" ]; then
      if [ $act = open ]; then note "$(act_event unknown "$(json "$broke_off")" '' 0)"; echo unknown | keep_file "$case_folder/items/$key" || exit 2; fi
      show_both mayBeDone "$text_en" "$text_es"
      outcome=waiting
      return
    fi
    ;;
  esac
  echo open | keep_file "$case_folder/items/$key" || exit 2
  note "$(act_intent)"
  begin '""' $item_limit
  run_line "$line_text" 65535
  took=$(tenths) shown_why=
  case " $good_exits " in
  *" $code "*) act=done ;;
  *)
    act=failed shown_why=$(err_text)
    if [ $code = 124 ]; then act=unknown shown_why="stopped after $limit s. $shown_why"; fi
    if [ ! "$shown_why" ]; then shown_why=$(printf '%s' "$out" | base64 -d); fi
    shown_why=$(printf '%.500s' "$shown_why")
    ;;
  esac
  note "$(act_event $act "$(why_of "$shown_why")" ',"data":{"exit":'$code'}' $took)"
  echo $act | keep_file "$case_folder/items/$key" || exit 2
  show_item $act "$name" "$shown_why"
  case $act in failed) outcome=failed ;; unknown) outcome=waiting ;; esac
}
hand_over() {
  item $2
  step=$1
  act_state
  if [ "$act" = done ]; then return; fi
  note "$(act_intent)" "$(act_event done null '' 0)" '"type":"handed-over"'
  echo done | keep_file "$case_folder/items/$key" || exit 2
}
by_hand() {
  show_both byHand "$1" "$2"
  note '"type":"noted","text":{"en":'"$(json "$(text_en leftToPerson "$1")")"',"es":'"$(json "$(text_es leftToPerson "$2")")"'},"by":'"$actor_json"
}
begin_step() {
  if [ $outcome != done ]; then return 1; fi
  step=$1
  note '"type":"step-started","step":'"$step"
  if [ "$2" ]; then echo "$2"; if [ "$2" != "$3" ]; then echo "$3"; fi; fi
}
end_step() { note '"type":"step-ended","step":'"$1"',"outcome":"'"$2"'"'; }`;
