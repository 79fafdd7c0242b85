/** What every Debian 12 of the lab has: they are copies of one chroot. */
export const bookwormPackages = (
  'openssh-server openssh-sftp-server systemd systemd-sysv dbus libpam-systemd locales procps tcsh cron iproute2 ' +
  'unattended-upgrades rsync postgresql-client-15 sudo nano'
).split(' ');
