#!/bin/bash
# Makes a clean prefix, and once per chroot gives Wine's own service programs the version resource they lack, with the
# company that Wine's DLLs carry: "Microsoft Corporation" is how an administrator tells Windows' own services from others.
# Wine reads the resource of its own programs from its installation, not from the prefix: so both get it.
set -eu
. /lab/bin/wine-env.sh
wine wineboot -i
# Wine's own stand-in for a service of .NET 3.0, which no profile has and which carries no version resource
wine reg delete 'HKLM\SYSTEM\CurrentControlSet\Services\FontCache3.0.0.0' /f
installed=$(find /usr/lib -type d -name x86_64-windows | head -n 1)
if [ ! -e "$installed/lab-stamped" ]; then
  work=$WINEPREFIX/drive_c/stamp
  mkdir "$work"
  for name in services svchost rpcss plugplay spoolsv winedevice msiexec termsv winmgmt wuauserv; do
    if [ -f "$installed/$name.exe" ]; then cp "$installed/$name.exe" "$work/"; fi
  done
  # the libraries that svchost loads for services, and the drivers
  for name in qmgr wevtsvc fntcache srvsvc schedsvc wiaservc scardsvr; do
    if [ -f "$installed/$name.dll" ]; then cp "$installed/$name.dll" "$work/"; fi
  done
  cp "$installed"/*.sys "$work/"
  (cd "$work" && wine /lab/bin/stamp.exe /lab/bin/windows.exe ./*)
  wineserver -w
  for file in "$work"/*; do
    name=${file##*/}
    cp "$file" "$installed/.new" && mv "$installed/.new" "$installed/$name"
    for place in "$WINEPREFIX/drive_c/windows/system32/$name" "$WINEPREFIX/drive_c/windows/system32/drivers/$name"; do
      if [ -f "$place" ]; then cp "$file" "$place"; fi
    done
  done
  rm -r "$work"
  touch "$installed/lab-stamped"
fi
wineserver -w
