# Sourced by every script of a Wine guest: one prefix, one language, no noise.
. /lab/guest/etc/guest.env
export HOME=/lab/guest/home PATH=/usr/bin:/bin:/usr/sbin:/sbin WINEPREFIX=/lab/guest/prefix WINEDEBUG=-all DISPLAY= \
  WINEDLLOVERRIDES='mscoree,mshtml=' XDG_RUNTIME_DIR=/run LANG LC_ALL="$LANG"
mkdir -p "$HOME"
