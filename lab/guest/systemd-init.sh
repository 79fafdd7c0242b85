#!/bin/sh
# First process of a Debian guest with systemd: makes what systemd needs of a machine of its own, and becomes it.
#   systemd-init.sh BRANCH
set -eu
case $1 in
inside) ;;
*)
  # A branch of the machine's cgroups, which is the whole tree to whoever is inside the namespace made here.
  mount -t cgroup2 cgroup2 /sys/fs/cgroup
  mkdir -p "/sys/fs/cgroup/antesala-lab/$1"
  echo 0 >"/sys/fs/cgroup/antesala-lab/$1/cgroup.procs"
  umount /sys/fs/cgroup
  exec unshare --cgroup -- /bin/sh "$0" inside
  ;;
esac
mount -t cgroup2 cgroup2 /sys/fs/cgroup
# The kernel's settings are the machine's.
mount --bind /proc/sys /proc/sys
mount -o remount,bind,ro /proc/sys
mount -t tmpfs -o mode=755,nosuid tmpfs /dev
while read -r name minor; do mknod -m 666 "/dev/$name" c 1 "$minor"; done <<END
null 3
zero 5
full 7
random 8
urandom 9
END
mknod -m 666 /dev/tty c 5 0
mkdir /dev/pts /dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts /dev/pts
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs /dev/shm
ln -s pts/ptmx /dev/ptmx
ln -s /proc/self/fd /dev/fd
ln -s /proc/self/fd/0 /dev/stdin
ln -s /proc/self/fd/1 /dev/stdout
ln -s /proc/self/fd/2 /dev/stderr
# Clock, modules and raw devices are the machine's, too.
exec setpriv --bounding-set=-sys_module,-sys_time,-sys_rawio,-syslog,-mac_admin,-mac_override \
  env -i container=antesala-lab PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 /lib/systemd/systemd
