/**
 * The copy of the case's log on the server, which is the log while the kit works. sh reads no JSON, so what it must know again of a change
 * (what was found, what it became) stands beside the log in `items/`, a small file each, on disk before anything is touched; texts in it are
 * base64. Of the log itself only the chain is checked: lines of others are refused, for what they changed is not in `items/`.
 */
export const kitLog = `json() {
  printf '"'
  printf '%s' "$1" | od -An -v -tu1 | awk '
    function put(c) { if (c > 65535) { c -= 65536; put(55296 + int(c / 1024)); put(56320 + c % 1024) } else if (c > 31 && c < 127 && c != 34 && c != 92) printf "%c", c; else printf "\\\\u%04x", c }
    { for (i = 1; i <= NF; i++) {
        b = $i
        if (need > 0 && b >= 128 && b < 192) { code = code * 64 + b - 128; if (--need == 0) put(code); continue }
        if (need > 0) { put(65533); need = 0 }
        if (b < 128) put(b)
        else if (b >= 240 && b < 245) { need = 3; code = b - 240 }
        else if (b >= 224) { need = 2; code = b - 224 }
        else if (b >= 194) { need = 1; code = b - 192 }
        else put(65533)
      } }
    END { if (need > 0) put(65533) }'
  printf '"'
}
b64() { json "$1"; }
on_disk() { sync "$1" 2>/dev/null || sync; }
sha() { printf '%s' "$1" | sha256sum | cut -c 1-64; }
stop_with() { show "$@"; exit 2; }
moment() {
  at=$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ)
  case $at in *.[0-9][0-9][0-9]Z) ;; *) at=$(date -u +%Y-%m-%dT%H:%M:%S).000Z ;; esac
}
actor="kit@$(uname -n)"
actor_json=$(json "$actor")
# what the log has, up to what the kit carries; then the chain of the lines beyond
open_log() {
  log=$case_folder/case.jsonl
  carried >"$case_folder/.carried" || stop_with notWritten "$log"
  carried_size=$(wc -c <"$case_folder/.carried")
  if [ ! -e "$log" ]; then : >"$log"; fi
  size=$(wc -c <"$log")
  least=$size
  if [ $least -gt $carried_size ]; then least=$carried_size; fi
  if [ "$(head -c $least "$log" | sha256sum)" != "$(head -c $least "$case_folder/.carried" | sha256sum)" ]; then rm -f "$case_folder/.carried"; stop_with otherLog "$log"; fi
  if [ $size -lt $carried_size ]; then
    tail -c +$((size + 1)) "$case_folder/.carried" >>"$log" && on_disk "$log" || stop_with notWritten "$log"
  fi
  seq=$carried_lines hash=$carried_hash torn= last_at=$carried_at
  rm -f "$case_folder/.carried"
  tail -c +$((carried_size + 1)) "$log" >"$case_folder/.added"
  while IFS= read -r line || { torn=$line; false; }; do
    case $line in
    '{"seq":'$((seq + 1))',"at":"'*'Z","actor":"'*'","prev":"'$hash'","type":"'*'}') ;;
    *) rm -f "$case_folder/.added"; stop_with damagedLog "$log" $((seq + 1)) ;;
    esac
    case $line in '{"seq":'$((seq + 1))',"at":"'????-??-??T??:??:??.???'Z","actor":"kit@'*) ;; *) rm -f "$case_folder/.added"; stop_with workedOn "$log" $((seq + 1)) ;; esac
    seq=$((seq + 1)) hash=$(sha "$line")
    last_at=\${line#*'"at":"'} last_at=\${last_at%%'"'*}
  done <"$case_folder/.added"
  rm -f "$case_folder/.added"
  if [ "$torn" ]; then
    name=torn-$((seq + 1)).txt bytes=$(printf '%s' "$torn" | LC_ALL=C wc -c)
    printf '%s' "$torn" >"$case_folder/$name" && on_disk "$case_folder/$name" &&
      head -c $(($(wc -c <"$log") - bytes)) "$log" >"$log.new" && chmod 600 "$log.new" && on_disk "$log.new" && mv -f "$log.new" "$log" || stop_with notWritten "$log"
    note '"type":"torn-line-set-aside","file":"'$name'","bytes":'$((bytes))
  fi
}
# appends events, given by their members, and returns when they are on disk
note() {
  moment
  # ISO times in order as texts
  if [ "$(printf '%s\\n%s\\n' "$at" "$last_at" | LC_ALL=C sort | head -n 1)" != "$last_at" ]; then
    behind=$(($(date -u -d "$last_at" +%s 2>/dev/null || echo 0) - $(date +%s)))
    if [ $behind -lt 0 ]; then behind=0; fi
    set -- '"type":"clock-went-back","seconds":'$behind "$@"
  fi
  fresh=
  for event in "$@"; do
    seq=$((seq + 1))
    line='{"seq":'$seq',"at":"'$at'","actor":'$actor_json',"prev":"'$hash'",'$event'}'
    hash=$(sha "$line") fresh="$fresh$line
"
  done
  last_at=$at
  size=$(wc -c <"$log")
  if printf '%s' "$fresh" >>"$log" && on_disk "$log"; then return; fi
  # half a line would be no line
  head -c $size "$log" >"$log.new" 2>/dev/null && mv -f "$log.new" "$log"
  stop_with notWritten "$log"
}
keep_file() {
  cat >"$1.new" && on_disk "$1.new" && mv -f "$1.new" "$1" && on_disk "$case_folder/items" || stop_with notWritten "$1"
}
word64() { printf '%s' "$1" | encode; echo; }
words_of() { { word64 "$1"; word64 "$2"; word64 "$3"; }; }
# what is known of the change at hand: w1 w2 w3 as it was, k1 k2 k3 as we set it
save_known() { { words_of "$w1" "$w2" "$w3"; words_of "$k1" "$k2" "$k3"; echo "$touched"; echo "$earlier"; echo "$put_back"; } | keep_file "$case_folder/items/$key" || exit 2; }
decoded() { IFS= read -r encoded; decoded=$(printf '%s' "$encoded" | base64 -d; echo .) decoded=\${decoded%.}; }
load_known() {
  if [ ! -f "$case_folder/items/$key" ]; then seed_known; return; fi
  {
    decoded; w1=$decoded; decoded; w2=$decoded; decoded; w3=$decoded
    decoded; k1=$decoded; decoded; k2=$decoded; decoded; k3=$decoded
    IFS= read -r touched; IFS= read -r earlier; IFS= read -r put_back
  } <"$case_folder/items/$key"
}
seed_known() {
  if [ ! "$seeded" ]; then return 1; fi
  w1=$s1 w2=$s2 w3=$s3 k1=$s4 k2=$s5 k3=$s6 touched=1 earlier= put_back=
}`;
