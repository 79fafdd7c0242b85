import type { LinuxUnit } from './linux-sketch.js';

/** Units that Debian and Ubuntu servers of these years have, whatever else they do. */
export const usualUnits: readonly LinuxUnit[] = [
  {
    id: 'apt-daily.timer',
    description: 'Daily apt download activities',
    package: 'apt',
  },
  {
    id: 'apt-daily.service',
    active: 'inactive',
    fileState: 'static',
    triggeredBy: 'apt-daily.timer',
    description: 'Daily apt download activities',
    command: '/usr/lib/apt/apt.systemd.daily update',
    package: 'apt',
  },
  {
    id: 'cron.service',
    restart: 'on-failure',
    description: 'Regular background program processing daemon',
    command: '/usr/sbin/cron -f',
    package: 'cron',
  },
  {
    id: 'dbus.service',
    fileState: 'static',
    description: 'D-Bus System Message Bus',
    command: '/usr/bin/dbus-daemon --system --address=systemd: --nofork --nopidfile --systemd-activation --syslog-only',
    package: 'dbus',
  },
  {
    id: 'ssh.service',
    restart: 'on-failure',
    description: 'OpenBSD Secure Shell server',
    command: '/usr/sbin/sshd -D',
    package: 'openssh-server',
  },
  {
    id: 'systemd-timesyncd.service',
    user: 'systemd-timesync',
    restart: 'always',
    description: 'Network Time Synchronization',
    command: '/lib/systemd/systemd-timesyncd',
    package: 'systemd-timesyncd',
  },
  {
    id: 'rsyslog.service',
    restart: 'on-failure',
    description: 'System Logging Service',
    command: '/usr/sbin/rsyslogd -n -iNONE',
    package: 'rsyslog',
  },
];
