#!/bin/bash
# Makes a clean prefix, and once per chroot gives Wine's own service programs the version resource they lack, with the
# company that Wine's DLLs carry: "Microsoft Corporation" is how an administrator tells Windows' own services from others.
# Wine reads the resource of its own programs from its installation, not from the prefix: so both get it.
set -eu
. /lab/bin/wine-env.sh
wine wineboot -i
installed=$(find /usr/lib -type d -name x86_64-windows | head -n 1)
if [ ! -e "$installed/lab-stamped" ]; then
  work=$WINEPREFIX/drive_c/stamp
  mkdir "$work"
  for name in services svchost rpcss plugplay spoolsv winedevice msiexec termsv winmgmt wuauserv; do
    if [ -f "$installed/$name.exe" ]; then cp "$installed/$name.exe" "$work/"; fi
  done
  (cd "$work" && wine /lab/bin/stamp.exe /lab/bin/windows.exe ./*.exe)
  wineserver -w
  for file in "$work"/*.exe; do
    cp "$file" "$installed/.new" && mv "$installed/.new" "$installed/${file##*/}"
    cp "$file" "$WINEPREFIX/drive_c/windows/system32/${file##*/}"
  done
  rm -r "$work"
  touch "$installed/lab-stamped"
fi
wineserver -w
