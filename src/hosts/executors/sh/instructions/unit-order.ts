/**
 * In which order a unit is set, and several.
 *
 * Having systemd read its files again takes far longer than anything else. So units that are set one after the other are begun together
 * and finished together. What is to stop is masked first, so that nothing starts it again, and systemd is told only when it has stopped:
 * a unit that systemd knows to be masked has lost its ExecStop, KillSignal and TimeoutStopSec. What is to start is released, systemd told,
 * and started last.
 */
export const unitOrder = `starts() { [ "$t3" = =true ] && [ $f3 = =false ]; }
stops() { [ "$t3" = =false ] && [ $f3 = =true ]; }
to_hold() { [ $f1 = =false ] && { [ "$t1" = =true ] || { [ "$t1" = - ] && [ $masked = =true ]; }; }; }
open_unit() {
  masked=$f1
  # What is masked can be neither enabled nor started, and systemd has forgotten how it wants to be stopped.
  if [ $f1 = =true ] && { [ "$t1" = =false ] || starts || ! same $f2 "$t2" || { stops && [ $load = masked ]; }; }; then
    release_unit || return
  fi
  if ! same $f2 "$t2"; then
    if [ "$t2" = =true ]; then relink enable; else relink disable; fi
  fi
}
close_unit() { if ! starts && to_hold; then hold_unit; fi; }
stop_unit() {
  if ! stops || ctl stop; then return; fi
  # A mask would take from it how it wants to be stopped: systemd would kill it after 90 s. A condition does not.
  if is_null /etc/systemd/system; then tried=$why; relink unmask && add_condition && why=$tried; fi
  return 1
}
start_unit() {
  if starts && ! ctl start; then
    why="$why
$(journalctl -q --no-pager -o cat -n 5 -u "$unit" 2>/dev/null | cut -c 1-300)"
    return 1
  fi
  if to_hold; then hold_unit && settle; fi
}
apply_unit() { open_unit && settle && close_unit && { stop_unit || { settle; false; }; } && settle && start_unit; }
keep_unit() { eval "plan_$n=\\$plan before_$n=\\$before masked_$n=\\$masked why_$n=\\$why f1_$n=\\$f1 f3_$n=\\$f3"; }
again_unit() {
  n=$1
  eval "plan=\\$plan_$n before=\\$before_$n masked=\\$masked_$n why=\\$why_$n f1=\\$f1_$n f3=\\$f3_$n"
  [ $plan = set ] && [ ! "$why" ]
}
plan_unit() {
  n=$1 absent= why= patient=1 before= masked=
  shift
  clock
  t0=$now
  if ! look_unit; then plan=no before=$none_state why=$none_why
  else
    before=$(state unit)
    if [ "$absent" ]; then plan=absent
    elif reached; then plan=nothing
    elif [ ! "$force" ] && ! expected "$@"; then plan=differs
    elif [ $elevated = false ]; then plan=no before=denied why='only root may change units'
    else
      plan=set
      open_unit
    fi
  fi
  keep_unit
}
close_planned() {
  if ! again_unit "$1"; then return; fi
  close_unit
  if [ ! "$why" ] && stops; then to_stop="$to_stop $unit"; fi
  keep_unit
}
# They stop side by side, in the order that systemd knows of; each is waited for in its turn.
begin_stops() {
  set -f
  if [ "$to_stop" ]; then limited 60 systemctl --no-ask-password --no-pager --no-block stop -- $to_stop >/dev/null 2>&1; fi
  set +f
  to_stop=
}
stop_planned() {
  if ! again_unit "$1" || ! stops; then return; fi
  clock
  t0=$now
  stop_unit
  keep_unit
}
finish_unit() {
  absent= patient=
  clock
  t0=$now
  if again_unit "$1" && starts; then start_unit; fi
  case $plan in
  no) not_done $before "$why" ;;
  absent) tidy_unit; told absent "$before" ;;
  set) kind=unit; tell_set ;;
  *) told $plan "$before" ;;
  esac
}`;
