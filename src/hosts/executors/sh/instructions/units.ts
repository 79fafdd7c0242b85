/**
 * Units of systemd (src/model/resource.ts). A unit whose own file lies in /etc/systemd/system cannot be masked: it gets a drop-in with a
 * condition that never holds. Nothing is killed by us: a unit that does not stop in time goes on stopping, and is reported.
 */
export const units = `hold=antesala-hold.conf stale= to_stop= patient=1
is_null() { [ -L "$1/$unit" ] && [ "$1/$unit" -ef /dev/null ]; }
look_unit() {
  case $unit in
  *[!A-Za-z0-9:_.@\\\\-]* | [!A-Za-z0-9:_@\\\\-]* | *. | '') none error 'that is not the name of a unit'; return ;;
  *.*) ;;
  *) none error 'the name of a unit ends in .service, .timer or the like'; return ;;
  esac
  if [ ! -d /run/systemd/system ]; then none unsupported 'systemd does not run here, so units can be neither looked at nor set'; return; fi
  waited=0
  while :; do
    load= activity=
    left
    shown=$(limited $left systemctl --no-pager show -p LoadState -p ActiveState -- "$unit" 2>&1)
    for line in $shown; do case $line in LoadState=*) load=\${line#*=} ;; ActiveState=*) activity=\${line#*=} ;; esac; done
    if [ ! "$load" ] || [ ! "$activity" ]; then none unsupported "systemctl does not tell: $shown"; return; fi
    # One that is about to stop is not told as running when a moment would show that it stops.
    if [ $activity != deactivating ] || [ $waited -ge 3 ] || [ ! "$patient" ]; then break; fi
    sleep 1
    waited=$((waited + 1))
  done
  # It runs no more and is not back yet: neither "runs" nor "does not" is true for whoever asks how it is.
  if [ $activity$t3 = deactivating- ] && limited $left systemctl --no-pager --no-legend list-jobs -- "$unit" 2>/dev/null | grep -Eq ' (re)?start '; then
    none error 'it is still stopping, and is to start when it has stopped: look again later'
    return
  fi
  f1==false f2==false f3==true
  if [ $load = masked ] || is_null /etc/systemd/system || is_null /run/systemd/system || [ -e "/etc/systemd/system/$unit.d/$hold" ]; then f1==true; fi
  for link in /etc/systemd/system/*.wants /etc/systemd/system/*.requires; do if [ -L "$link/$unit" ]; then f2==true; fi; done
  # What is about to stop still runs to whoever wants it stopped, and no longer does to whoever wants it running.
  case $activity$t3 in inactive* | failed* | deactivating=true) f3==false ;; esac
  if [ $load = not-found ] || { [ $f1 = =true ] && ! has_file; }; then absent=1; fi
}
has_file() {
  case $unit in *@*.*) template=\${unit%%@*}@.\${unit##*.} ;; *) template=$unit ;; esac
  for folder in /etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system /usr/lib/systemd/system /lib/systemd/system \\
    /run/systemd/transient /run/systemd/generator /run/systemd/generator.early /run/systemd/generator.late; do
    for file in "$folder/$unit" "$folder/$template"; do if [ -f "$file" ] && [ -s "$file" ]; then return 0; fi; done
  done
  # systemd makes no unit of a script while that unit is masked.
  [ -x "/etc/init.d/\${unit%.service}" ]
}
state_unit() { printf '{"masked":%s,"enabled":%s,"active":%s}' \${f1#=} \${f2#=} \${f3#=}; }
ctl() {
  left
  code=0
  words=$(limited $left systemctl --no-ask-password --no-pager "$@" -- "$unit" 2>&1) || code=$?
  if [ $code = 0 ]; then return 0; fi
  case $code in
  124 | 137) why="systemctl $1: not done after $limit s. $words" ;;
  *) why=\${words:-systemctl $1 ended with $code} ;;
  esac
  return 1
}
relink() { stale=1; ctl "$1" --no-reload $2; }
settle() {
  if [ ! "$stale" ]; then return; fi
  stale=
  left
  words=$(limited $left systemctl daemon-reload 2>&1) || { why=$words; return 1; }
}
hold_unit() {
  own=/etc/systemd/system/$unit
  if [ -e "$own" ] || [ -L "$own" ]; then add_condition; else relink mask; fi || return
  f1==true
}
add_condition() {
  own=/etc/systemd/system/$unit stale=1
  words=$({ umask 022 && mkdir -p "$own.d" && printf '[Unit]\\nConditionPathExists=/nonexistent/antesala-hold\\n' >"$own.d/$hold"; } 2>&1) || { why=$words; return 1; }
}
release_unit() {
  own=/etc/systemd/system/$unit
  if [ -e "$own.d/$hold" ]; then
    stale=1
    words=$(rm -f -- "$own.d/$hold" 2>&1) || { why=$words; return 1; }
    rmdir "$own.d" 2>/dev/null
  fi
  if is_null /run/systemd/system; then relink unmask --runtime || return 1; fi
  if is_null /etc/systemd/system; then relink unmask || return 1; fi
  f1==false
}
tidy_unit() { if [ "$t1" = =false ] && [ $elevated = true ]; then release_unit; settle; fi; }`;
