/**
 * What every instruction uses. Variables: `mark` of the wire, `id` (JSON) and `limit` (seconds) of the instruction at hand, `gone` once
 * nobody listens any more. Whatever comes from the host goes out as base64, so that nothing needs quoting here.
 */
export const basics = `clock() {
  if IFS='. ' read -r up_s up_f up_rest </proc/uptime; then now=$((up_s * 100 + 1$up_f - 100)); else now=$(date +%s)00; fi
} 2>/dev/null
encode() { base64 | tr -d '\\n'; }
b64() { printf '{"b64":"%s"}' "$(printf '%s' "$1" | encode)"; }
say() { clock; printf '%s{"id":%s,"ms":%s,%s}\\n' "$mark" "$id" $(((now - t0) * 10)) "$1" 2>/dev/null || gone=1; }
not_done() { say '"did":"not-done","state":"'"$1"'","why":'"$(b64 "$2")"; }
none() { none_state=$1 none_why=$2; return 1; }
left() { clock; left=$((limit - (now - t0) / 100)); if [ $left -lt 1 ]; then left=1; fi; }
begin() { if [ "$gone" ]; then return 1; fi; id=$1 limit=$2 why=; clock; t0=$now; }
limiter=watchdog
case $(timeout --version 2>/dev/null) in *coreutils*) limiter=timeout ;; esac
group=
if command -v setsid >/dev/null 2>&1; then group=setsid; fi
limited() {
  if [ $limiter = timeout ]; then
    timeout -k 1 "$@" </dev/null
    return
  fi
  seconds=$1
  shift
  $group "$@" </dev/null &
  job=$!
  $group sh -c 'sleep "$1"; kill -TERM "-$2" "$2"; sleep 1; kill -KILL "-$2" "$2"' sh "$seconds" $job >/dev/null 2>&1 3>&- 4>&- &
  dog=$!
  code=0
  wait $job || code=$?
  { if kill -0 $dog; then kill -KILL "-$dog" "$dog"; else code=124; fi; } 2>/dev/null
  return $code
}`;

/**
 * Runs the line `$1` in a shell of its own and keeps the beginning of what it prints: `out` of at most `$2` bytes and `err` (base64),
 * `code` (124: out of time), `cut`. The line's end is told to the readers by a mark, not by their pipes being closed, so that nothing it
 * leaves in the background is waited for. Nothing is written to a file.
 */
export const lines = `until_mark() { LC_ALL=C sed -n -e "/$stop_mark\\$/!{p" -e b -e '}' -e "s/$stop_mark\\$//" -e '/./p' -e q; }
run_line() {
  left
  kept=$({ { { limited $left sh -c "$1" 2>&1 >&4 3>&- 4>&-; code=$?; echo "$stop_mark" >&4; echo "$stop_mark"; printf ':!%s:' $code >&3; } |
    until_mark | { e=$(head -c 2048 | encode); printf ':?%s:' "$e" >&3; cat >/dev/null; } 4>&-; } 4>&1 |
    until_mark | { head -c $(($2 + 1)) | encode; cat >/dev/null; }; } 3>&1 2>/dev/null)
  out= err= code=1 cut=
  set -f
  IFS=:
  for part in $kept; do case $part in '!'*) code=\${part#?} ;; '?'*) err=\${part#?} ;; *) out=$out$part ;; esac; done
  unset IFS
  set +f
  bytes=$((\${#out} / 4 * 3))
  case $out in *==) bytes=$((bytes - 2)) ;; *=) bytes=$((bytes - 1)) ;; esac
  if [ $bytes -gt "$2" ]; then cut=',"cut":true' out=$(printf "%.$(($2 / 3 * 4))s" "$out"); fi
  clock
  if [ $code -ge 124 ] && [ $(((now - t0) / 100)) -ge $limit ]; then code=124; fi
}
err_text() { printf '%s' "$err" | base64 -d; }`;
