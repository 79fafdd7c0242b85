#!/bin/bash
# First process of a running Debian guest: serves ssh and reaps what is left behind. systemd is installed but not running.
mkdir -p /run/sshd
/usr/sbin/sshd -D -e -f /lab/guest/etc/sshd_config 2>>/lab/guest/log/sshd.log &
sshd=$!
trap 'kill "$sshd" 2>/dev/null; exit 0' TERM INT
while kill -0 "$sshd" 2>/dev/null; do wait -n; done
