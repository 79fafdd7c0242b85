#!/bin/bash
# Builds the prefix of a Wine guest from what lies in /lab/guest: a fresh prefix, the Windows version, then the registry.
# The registry comes last: winecfg would overwrite the product values.
set -eu
. /lab/bin/wine-env.sh
[ -d "$WINEPREFIX" ] || wine wineboot -i
wine winecfg -v "$WINE_VERSION"
wineserver -w
for file in /lab/guest/registry/*.reg; do
  wine regedit /s "Z:${file//\//\\}"
done
wineserver -w
