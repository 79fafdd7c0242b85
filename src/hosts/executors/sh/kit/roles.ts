/** What the person reads, and the program's two roles. */
export const kitRoles = `show() {
  both=$1
  shift
  text_en $both "$@"
  echo
  text_es $both "$@"
  echo
}
show_both() { text_en $1 "$2"; echo; text_es $1 "$3"; echo; }
filled() {
  text=$1
  shift
  number=0
  for value in "$@"; do
    case $text in *"{$number}"*) text=\${text%%"{$number}"*}$value\${text#*"{$number}"} ;; esac
    number=$((number + 1))
  done
  printf '%s' "$text"
}
show_item() { printf '  %s: %s%s\\n' "$(outcome_word $1)" "$2" "\${3:+ [$3]}"; }
bring_out() {
  if [ $(wc -c <"$log") -le $carried_size ]; then return; fi
  for place in "$kit_folder" "\${TMPDIR:-/tmp}" "$case_folder"; do
    file=$place/antesala-$(uname -n)-$1.jsonl
    if tail -c +$((carried_size + 1)) "$log" >"$file" 2>/dev/null; then
      show carryBack
      echo "  $file"
      show stays
      echo "  $case_folder"
      return
    fi
  done
}
in_use() {
  holder=
  if [ -f "$case_folder/in-use" ]; then IFS= read -r holder <"$case_folder/in-use"; fi
  [ "$holder" ] && [ "$holder" != $$ ] && tr '\\0' ' ' <"/proc/$holder/cmdline" 2>/dev/null | grep -q antesala-kit
}
role=$1
shift
case $role in prepare | put-back) ;; *) echo 'antesala-kit.sh prepare|put-back' >&2; exit 2 ;; esac
repeat= forced_items='
'
for word in "$@"; do
  case $word in
  /repeat | --repeat) repeat=1 ;;
  /force:* | --force:*) forced_items="$forced_items\${word#*:}
" ;;
  esac
done
umask 077
case_folder=/var/lib/antesala/$case_id
if [ "$(id -u)" != 0 ]; then stop_with noRights; fi
elevated=true
if [ ! -f "$case_folder/case.jsonl" ] || [ $role = prepare ]; then
  if [ $role = put-back ] && [ -f "$kit_folder/case.jsonl" ]; then case_folder=$kit_folder
  else
    if [ "$computer" ] && [ "$computer" != "$(uname -n)" ]; then stop_with otherServer "$computer"; fi
    pretty=$(. /etc/os-release 2>/dev/null && printf '%s' "$PRETTY_NAME")
    if [ $role = prepare ] && [ "$system" ] && [ "$pretty" ] && [ "$pretty" != "$system" ]; then stop_with otherSystem "$system" "$pretty"; fi
  fi
fi
words=$({ mkdir -p "$case_folder/items" && chmod 700 /var/lib/antesala "$case_folder"; } 2>&1) || stop_with notKept "$case_folder" "$words"
if in_use; then show inUse; exit 6; fi
echo $$ >"$case_folder/in-use"
trap 'rm -f "$case_folder/in-use"' EXIT
trap 'exit 6' HUP INT TERM
if [ $role = prepare ] && [ "$kit_folder" != "$case_folder" ]; then
  for file in antesala-kit.sh antesala-prepare.sh antesala-put-back.sh README.txt; do
    if [ ! -f "$kit_folder/$file" ]; then continue; fi
    words=$(cp "$kit_folder/$file" "$case_folder/.kit-new" 2>&1 && mv -f "$case_folder/.kit-new" "$case_folder/$file" 2>&1) || stop_with notKept "$case_folder" "$words"
  done
fi
open_log
id='""' why= t0=0 force= dead_man= mark=
if [ $role = prepare ]; then
  outcome=done
  note '"type":"run-started","run":"kit-prepare","plan":"'$plan'"'
  plan_steps
  ended=incomplete
  if [ $outcome = done ]; then ended=done; fi
  note '"type":"run-ended","run":"kit-prepare","outcome":"'$ended'"'
  case $outcome in
  done) show prepared; code=0 ;;
  failed) show preparedFailed; code=1 ;;
  *) show preparedWaiting; code=4 ;;
  esac
  bring_out prepared
  exit $code
fi
put_back_all $back_order
code=3
if [ ! "$all" ]; then show putBackNothing; code=0
elif [ "$well" ]; then show putBack; code=0
else show putBackIncomplete; fi
bring_out put-back
exit $code`;
