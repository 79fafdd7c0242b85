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
    judge
    if [ "$absent" ]; then found='"absent"'; else found=$(state_json "$f1" "$f2" "$f3"); fi
    if [ $judged != set ]; then ended $judged "$found" "$found" ''; continue; fi
    due="$due $n"
  done
  for n in $due; do
    set_any=1
    restore
  done
  if [ "$set_any" ]; then for n in $all; do look_again; done; fi
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
  judge
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
# what starts may start what was to stay stopped, and what was stopped may be started by what guards it
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
  ended drifted "$found" "$(state_json "$f1" "$f2" "$f3")" "$(json 'it was as before, and is not any more now that the rest is put back')"
}`;
