/**
 * Small files, and what only commands tell (src/model/resource.ts). A file is written beside itself and moved over in one step; who owns
 * it stays, and its mode unless another is asked for.
 */
export const files = `look_file() {
  target=$path
  if [ -L "$path" ]; then target=$(readlink -f -- "$path") || { none error "$path is a link that leads nowhere"; return; }; fi
  if [ ! -e "$target" ]; then
    folder=\${target%/*}
    while [ "$folder" ] && [ ! -e "$folder" ]; do folder=\${folder%/*}; done
    if [ "$folder" ] && [ ! -x "$folder" ]; then none denied "$folder: Permission denied"; return; fi
    f1==false f2=- f3=-
    return 0
  fi
  if [ ! -f "$target" ]; then none error "$target is not a regular file"; return; fi
  if [ ! -r "$target" ]; then none denied "$target: Permission denied"; return; fi
  if [ $(wc -c <"$target") -gt 262144 ]; then none error "$target is larger than 256 KiB"; return; fi
  f1==true f2="=$(encode <"$target")" f3="=$(stat -c %a -- "$target")"
}
state_file() {
  if [ $f1 = =false ]; then printf '{"present":false}'; else printf '{"present":true,"base64":"%s","mode":"%s"}' "\${f2#=}" "\${f3#=}"; fi
}
write_file() {
  fresh=$(mktemp "\${target%/*}/.antesala-XXXXXX") || return 1
  if { [ ! -e "$target" ] || cp -p -- "$target" "$fresh"; } && printf '%s' "$1" | base64 -d >"$fresh" &&
    chmod "$2" "$fresh" && { sync "$fresh" 2>/dev/null || sync; } && mv -f -- "$fresh" "$target"; then return 0; fi
  rm -f -- "$fresh"
  return 1
}
apply_file() {
  case $t1 in
  =false) why=$(rm -f -- "$path" 2>&1) ;;
  *)
    content=$t2 mode=$t3
    if [ "$content" = - ]; then content=$f2; fi
    if [ "$mode" = - ]; then mode=$f3; fi
    if [ "$mode" = - ]; then mode==644; fi
    if [ "$content" = "$f2" ]; then why=$(chmod "\${mode#=}" "$target" 2>&1); else why=$(write_file "\${content#=}" "\${mode#=}" 2>&1); fi
    ;;
  esac
}
trim() { v=$1 v=\${v#"\${v%%[![:space:]]*}"} v=\${v%"\${v##*[![:space:]]}"}; }
look_command() {
  run_line "$look_line" 65535
  if [ $code = 124 ]; then none timeout "stopped after $limit s"; return; fi
  trim "$(printf '%s' "$out" | base64 -d)"
  case $code in
  0) ;;
  126 | 127) none error "$(err_text)"; return ;;
  *) if [ ! "$v" ]; then none error "it ended with $code: $(err_text)"; return; fi ;;
  esac
  f1="=$v" f2=- f3=-
}
state_command() { printf '{"value":%s}' "$(b64 "\${f1#=}")"; }
apply_command() {
  if [ ! "$has_line" ]; then why='there is no line that sets it to that'; return; fi
  run_line "$set_line" 4095
  case $code in
  0) ;;
  124) why="stopped after $limit s. $(err_text)" ;;
  *) why="it ended with $code: $(err_text)" ;;
  esac
}`;
