import { shellWord } from './quote.js';

/** `now` in hundredths of a second, without a process where there is /proc. The 1 before the fraction keeps `08` from being octal. */
const clock = `clock() {
  if IFS='. ' read -r s f rest </proc/uptime; then now=$((s * 100 + 1$f - 100)); else now=$(date +%s)00; fi
} 2>/dev/null`;

/** base64 in one line, with od and awk where there is no base64. */
const encoders = `encode() {
  case $encoder in
  wrapless) base64 -w0 ;;
  wrapping) base64 | tr -d '\\n' ;;
  *) od -An -v -tx1 | awk '
    BEGIN { a = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"; h = "0123456789abcdef" }
    { for (i = 1; i <= NF; i++) { v = v * 256 + (index(h, substr($i, 1, 1)) - 1) * 16 + index(h, substr($i, 2, 1)) - 1
      if (++n == 3) { o = o c(v, 262144) c(v, 4096) c(v, 64) c(v, 1); v = n = 0 } } printf "%s", o; o = "" }
    function c(v, d) { return substr(a, int(v / d) % 64 + 1, 1) }
    END { if (n == 1) printf "%s==", c(v * 65536, 262144) c(v * 65536, 4096)
      if (n == 2) printf "%s=", c(v * 256, 262144) c(v * 256, 4096) c(v * 256, 64) }' ;;
  esac
}`;

/**
 * One question, in a process group of its own. It prints its own line and ends with 0. `3` leads past the pipes to where base64 is
 * kept: the exit code arrives there as `:!7:` and the errors as `:?base64:`, each in one write, and are told apart again by field
 * splitting (cutting with `%%` and `##` takes dash seconds for a few hundred kilobytes).
 */
const question = `id=$1 kind=$2 max=$3 flags=$4 what=$5 t0=$6 mark=$7 encoder=$8
${clock}
${encoders}
say() { clock; printf '%s{"id":%s,"ms":%s,%s}\\n' "$mark" "$id" $(((now - t0) * 10)) "$1"; exit 0; }
no() { say '"state":"'"$1"'","why":"'"$(printf '%s' "$2" | LC_ALL=C tr -c ' !#-[]-~' '?')"'"'; }
size() { n=$((\${#b} / 4 * 3)); case $b in *==) n=$((n - 2)) ;; *=) n=$((n - 1)) ;; esac; }
part() { case $flags in *tail*) tail -c "$1" -- "$what" ;; *) head -c "$1" -- "$what" ;; esac | encode; }
if [ "$kind" = file ]; then
  if [ ! -e "$what" ]; then
    d=$what
    while [ "$d" ] && [ ! -e "$d" ]; do case $d in */*) d=\${d%/*} ;; *) d= ;; esac; done
    if [ "$d" ] && [ -d "$d" ] && [ ! -x "$d" ]; then no denied "$d: Permission denied"; fi
    no missing "$what: No such file or directory"
  fi
  if [ -d "$what" ]; then no error "$what is a folder"; fi
  if [ ! -f "$what" ]; then no error "$what is not a regular file"; fi
  if [ ! -r "$what" ]; then no denied "$what: Permission denied"; fi
  b=$(part $((max + 1))) cut=
  size
  if [ $n -gt $max ]; then b=$(part $max) cut=',"cut":true'; fi
  say '"state":"ok","out":{"b64":"'"$b"'"}'"$cut"
fi
kept=$({ { { sh -c "$what" </dev/null 2>&1 >&4 3>&- 4>&-; printf ':!%s:' $? >&3; } |
  { e=$(head -c 2048 | encode); printf ':?%s:' "$e" >&3; cat >/dev/null; } } 4>&1 | head -c $((max + 1)) | encode; } 3>&1)
b= exit= err= cut=
IFS=:
set -f
for f in $kept; do case $f in '!'*) exit=\${f#?} ;; '?'*) err=\${f#?} ;; *) b=$b$f ;; esac; done
size
if [ $n -gt $max ]; then exit= cut=',"cut":true' b=$(printf "%.$((max / 3 * 4))s" "$b"); fi
if [ "$exit" ]; then exit=',"exit":'$exit; fi
if [ "$err" ]; then err=',"err":{"b64":"'$err'"}'; fi
say '"state":"ok","out":{"b64":"'"$b"'"}'"$exit$err$cut"`;

/**
 * The questions in sh alone, one after the other; what each prints goes through pipes, never through a file. Its arguments: the mark
 * of the wire, then seven words a question, of which the last is for Perl (see sh.ts). The group of a question is killed with all it started when its time is over
 * (coreutils' timeout, else setsid and a watchdog), and also when it has ended.
 */
export const plainAgent = `question=${shellWord(question)}
mark=$1 asked=0 job= dog=
shift
${clock}
stop() { kill -KILL "-$job" "$job"; if [ "$dog" ]; then kill -KILL "-$dog" "$dog"; fi; } 2>/dev/null
trap 'stop; exit 130' HUP INT TERM
words() { printf '%s' "$1" | LC_ALL=C tr -c ' !#-[]-~' '?'; }
clock
begin=$now encoder=
if [ "$(printf a | base64 -w0 2>/dev/null)" = YQ== ]; then encoder=wrapless
elif [ "$(printf a | base64 2>/dev/null)" = YQ== ]; then encoder=wrapping; fi
limiter=watchdog
case $(timeout --version 2>/dev/null) in *coreutils*) limiter=timeout ;; esac
group=
if command -v setsid >/dev/null 2>&1; then group=setsid; fi
usable=
if [ "$(printf abc | head -c 2 2>/dev/null)" = ab ]; then usable=1; fi
elevated=false
if [ "$(id -u 2>/dev/null)" = 0 ]; then elevated=true; fi
printf '%s{"answers":1,"executor":"sh","engine":"%s","computer":"%s","elevated":%s,"clock":%s}\\n' "$mark" \\
  "$(words "\${BASH_VERSION:+bash $BASH_VERSION, }$(uname -srm)")" "$(words "$(uname -n)")" "$elevated" "$(date +%s)" || exit 1
while [ $# -ge 7 ]; do
  asked=$((asked + 1)) failed=
  clock
  t0=$now
  case $usable$1 in
  1command | 1file)
    case $limiter in
    timeout)
      timeout -k 1 "$3" sh -c "$question" sh "$2" "$1" "$4" "$5" "$6" $t0 "$mark" "$encoder" 2>/dev/null &
      job=$!
      ;;
    *)
      $group sh -c "$question" sh "$2" "$1" "$4" "$5" "$6" $t0 "$mark" "$encoder" 2>/dev/null &
      job=$!
      $group sh -c 'sleep "$1"; kill -TERM "-$2" "$2"; sleep 1; kill -KILL "-$2" "$2"' sh "$3" $job >/dev/null 2>&1 &
      dog=$!
      ;;
    esac
    wait $job || failed=$?
    stop
    if [ "$failed" ]; then
      clock
      passed=$(((now - t0) / 100))
      if [ $passed -ge "$3" ]; then state=timeout why="stopped after $3 s"; else state=error why="its shell ended with $failed"; fi
      printf '\\n%s{"id":%s,"ms":%s,"state":"%s","why":"%s"}\\n' "$mark" "$2" $(((now - t0) * 10)) $state "$why" || exit 1
    fi
    ;;
  command | file) printf '%s{"id":%s,"ms":0,"state":"error","why":"head of this system has no -c"}\\n' "$mark" "$2" || exit 1 ;;
  *) printf '%s{"id":%s,"ms":0,"state":"unsupported","why":"a question of the kind %s cannot be asked on this system"}\\n' "$mark" "$2" "$1" || exit 1 ;;
  esac
  job= dog=
  shift 7
done
clock
printf '%s{"end":%s,"ms":%s}\\n' "$mark" $asked $(((now - begin) * 10))`;
