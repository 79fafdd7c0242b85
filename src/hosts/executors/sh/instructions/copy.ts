/** `run`, and `keep-copy`: the copy of the case log, which an upgrade in place keeps. */
export const copies = `run() {
  run_line "$1" "$2"
  if [ $code = 124 ]; then not_done timeout "stopped after $limit s. $(err_text)"; return; fi
  say '"did":"ran","exit":'$code',"out":{"b64":"'"$out"'"}'"\${err:+,\\"err\\":{\\"b64\\":\\"$err\\"\\}}$cut"
}
append() {
  umask 077
  mkdir -p "\${copy%/*}" && chmod 700 /var/lib/antesala "\${copy%/*}" && : >>"$copy" && chmod 600 "$copy" || return 1
  size=$(wc -c <"$copy")
  if [ $size -ne "$1" ]; then return 3; fi
  if printf '%s' "$2" | cat >>"$copy" && { sync "$copy" 2>/dev/null || sync; }; then return 0; fi
  # A line of which half is there would be no line: taken away again.
  dd if=/dev/null of="$copy" bs=1 seek="$1" 2>/dev/null
  return 1
}
keep_copy() {
  copy=/var/lib/antesala/$1/case.jsonl code=0
  why=$(append "$2" "$3" 2>&1) || code=$?
  case $code in
  0) did=kept ;;
  3) did=refused ;;
  *) case $why in *'ermission denied'*) not_done denied "$why" ;; *) not_done error "$why" ;; esac; return ;;
  esac
  say '"did":"'$did'","path":"'"$copy"'","length":'$(($(wc -c <"$copy")))
}`;
