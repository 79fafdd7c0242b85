#!/bin/sh
# First process of a guest's own mount, process and host-name namespaces: mounts what the guest needs and enters its root.
# All mounts belong to this namespace alone, so they vanish with its last process and the machine never sees them.
#   enter.sh ROOT GUEST HOSTNAME COMMAND [ARGUMENT…]
# GUEST is the profile's own folder. Its etc/ files lie over the root's; its `mounts` file lists "KIND SOURCE TARGET",
# KIND being `bind` or `size=…` (a small disk of its own; what SOURCE holds is copied onto it).
set -eu
root=$1 guest=$2 name=$3
shift 3
hostname "$name"
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mkdir -p "$root/lab/guest" "$root/lab/bin"
mount --bind "$guest" "$root/lab/guest"
mount --bind "$guest/../../bin" "$root/lab/bin"
for file in "$guest"/etc/over/*; do
  if [ -f "$file" ]; then
    [ -e "$root/etc/${file##*/}" ] || : >"$root/etc/${file##*/}"
    mount --bind "$file" "$root/etc/${file##*/}"
  fi
done
if [ -f "$guest/mounts" ]; then
  while read -r kind source target; do
    mkdir -p "$guest/$source" "$root/$target"
    case $kind in
    bind) mount --bind "$guest/$source" "$root/$target" ;;
    size=*)
      mount -t tmpfs -o "$kind" tmpfs "$root/$target"
      cp -a "$guest/$source/." "$root/$target/"
      ;;
    esac
  done <"$guest/mounts"
fi
# pivot_root rather than chroot alone: so the guest has a root mount of its own, and df and findmnt tell the truth about /.
cd "$root"
pivot_root . .
umount -l .
exec chroot . "$@"
