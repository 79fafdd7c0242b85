/**
 * The dead-man: a script in /run/antesala that outlives the session and sets the first expected state again when its time is over,
 * unless its file was taken away before. Whoever renames the file first has won, so that it is never disarmed and fires as well. It is
 * gone after a restart of the host. `.fired` stays until it is asked for.
 */
export const deadMan = `run_folder=/run/antesala
arm() {
  f=$run_folder/$dead_man token="# $mark$id"
  why=$({ umask 077 && mkdir -p $run_folder && printf '%s\\n' "$token" "$library" "mark= id= elevated=$elevated gone= limit=$limit why= t0=0" \\
    "wait_out '$f' $dead_man_seconds || exit 0" "$dead_man_back" "mv -f '$f.firing' '$f.fired'" >"$f.new" && rm -f "$f.fired" && mv -f "$f.new" "$f"; } 2>&1) ||
    return 1
  # As a unit of its own where that is possible: some systems end all processes of a session with it.
  if [ -d /run/systemd/system ] && systemd-run --quiet --collect --unit="antesala-$dead_man-$$-$asked" sh "$f" >/dev/null 2>&1; then return 0; fi
  if ! command -v setsid >/dev/null 2>&1; then rm -f "$f"; why='setsid is missing, so that nothing can be left running'; return 1; fi
  setsid sh "$f" </dev/null >/dev/null 2>&1 &
}
wait_out() {
  IFS= read -r token <"$1"
  passed=0
  while [ $passed -lt "$2" ]; do
    sleep 1
    passed=$((passed + 1)) line=
    { IFS= read -r line <"$1"; } 2>/dev/null
    if [ "$line" != "$token" ]; then return 1; fi
  done
  mv "$1" "$1.firing" 2>/dev/null
}
disarm() {
  f=$run_folder/$1
  if mv "$f" "$f.disarmed" 2>/dev/null; then
    rm -f "$f.disarmed"
    did=disarmed
  else
    while [ -e "$f.firing" ]; do left; if [ $left -le 1 ]; then break; fi; sleep 1; done
    did=none
    if [ -e "$f.firing" ] || [ -e "$f.fired" ]; then did=fired; fi
    rm -f "$f.fired"
  fi
  rmdir $run_folder 2>/dev/null
  say '"did":"'$did'"'
}`;
