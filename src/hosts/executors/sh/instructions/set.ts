/**
 * `look` and `set`, the same for every kind; the rule is `decideSet`'s. A kind has up to three fields: `f1 f2 f3` as found, `t1 t2 t3` as
 * they are to be, and after the kind the states that are expected, three words each. A word is `=` and the value, or `-` for a field that is
 * not named or not told. Each kind has `look_…` (fields or `absent`; or `none`), `state_…` (as JSON) and `apply_…` (tries; `why` is what
 * went wrong).
 */
export const setting = `same() { [ "$2" = - ] || [ "$1" = "$2" ]; }
reached() { same "$f1" "$t1" && same "$f2" "$t2" && same "$f3" "$t3"; }
mixes() { [ "$2$3" = -- ] || [ "$1" = "$2" ] || [ "$1" = "$3" ]; }
expected() {
  while [ $# -ge 3 ]; do
    if mixes "$f1" "$1" "$t1" && mixes "$f2" "$2" "$t2" && mixes "$f3" "$3" "$t3"; then return 0; fi
    shift 3
  done
  return 1
}
state() { if [ "$absent" ]; then echo '"absent"'; else state_$1; fi; }
look() {
  absent= patient=1 t1=- t2=- t3=-
  if look_$1; then say '"did":"looked","found":'"$(state $1)"; else not_done "$none_state" "$none_why"; fi
}
told() { say '"did":"'$1'","found":'"$before"',"left":'"$2$3"; }
put() {
  kind=$1 absent= patient=1
  shift
  if ! look_$kind; then not_done "$none_state" "$none_why"; return; fi
  before=$(state $kind)
  if [ "$absent" ]; then
    if [ $kind = unit ]; then tidy_unit; fi
    told absent "$before"
    return
  fi
  if reached; then told nothing "$before"; return; fi
  if [ ! "$force" ] && ! expected "$@"; then told differs "$before"; return; fi
  if [ $kind = unit ] && [ $elevated = false ]; then not_done denied 'only root may change units'; return; fi
  if [ "$dead_man" ] && ! arm; then not_done error "$why"; return; fi
  apply_$kind
  tell_set
}
tell_set() {
  tried=$why absent= patient=
  if ! look_$kind; then
    told failed "$before" ',"why":'"$(b64 "it could not be looked at again: $none_why $tried")"
  elif [ ! "$absent" ] && reached; then
    told set "$(state $kind)"
  else
    told failed "$(state $kind)" ',"why":'"$(b64 "\${tried:-it did not become or did not stay as it was set}")"
  fi
}`;
