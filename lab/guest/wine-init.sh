#!/bin/bash
# First process of a running Wine guest. Keeps the session (and so the services) alive and serves ssh.
# When the session ends (wineserver -k: the lab's way of switching the server off and on), the next one starts here,
# with the services that start by themselves, as after a restart of Windows.
. /lab/bin/wine-env.sh
mkdir -p /run/sshd
end() {
  wineserver -k
  kill "$sshd" 2>/dev/null
  exit 0
}
trap end TERM INT
wine /lab/bin/keep.exe </dev/null >/dev/null 2>&1 &
keep=$!
/usr/sbin/sshd -D -e -f /lab/guest/etc/sshd_config 2>>/lab/guest/log/sshd.log &
sshd=$!
while kill -0 "$sshd" 2>/dev/null; do
  wait -n
  kill -0 "$keep" 2>/dev/null && continue
  sleep 0.2
  wine /lab/bin/keep.exe </dev/null >/dev/null 2>&1 &
  keep=$!
done
end
