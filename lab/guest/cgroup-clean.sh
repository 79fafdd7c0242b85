#!/bin/sh
# Takes away what a guest with systemd leaves in the machine's cgroups, in a mount namespace that ends with it.
#   cgroup-clean.sh BRANCH
set -eu
folder=$(mktemp -d)
trap 'umount "$folder"; rmdir "$folder"' EXIT
mount -t cgroup2 cgroup2 "$folder"
branch=$folder/antesala-lab/$1
if [ -d "$branch" ]; then find "$branch" -depth -type d -exec rmdir {} \;; fi
rmdir "$folder/antesala-lab" 2>/dev/null || true
