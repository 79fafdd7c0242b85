import type { DebianProfile } from '../profile.js';
import { bookwormPackages } from './debian-packages.js';

type Sections = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/** A unit file from its sections. */
const unit = (sections: Sections): string =>
  Object.entries(sections)
    .map(
      ([name, lines]) =>
        `[${name}]\n${Object.entries(lines)
          .map(([key, value]) => `${key}=${value}\n`)
          .join('')}`,
    )
    .join('\n');

const service = (description: string, run: string, more: Sections = {}): { readonly content: string } => ({
  content: unit({
    Unit: { Description: description, ...more['Unit'] },
    Service: { ExecStart: run, ...more['Service'] },
    Install: { WantedBy: 'multi-user.target', ...more['Install'] },
  }),
});

const sleep = '/usr/bin/sleep infinity';
const folder = 'lib/systemd/system';

/** A Debian 12 whose systemd really runs, with one unit of another maker for each manner a unit can have. */
export const debianSystemd: DebianProfile = {
  kind: 'debian',
  init: 'systemd',
  name: 'debian-systemd',
  title: 'Debian 12 (bookworm) with a running systemd and units of another maker',
  hostname: 'gestion',
  suite: 'bookworm',
  packages: bookwormPackages,
  held: [],
  foreign: [
    {
      name: 'acme-suite',
      version: '5.2.0',
      maintainer: 'ACME Software <soporte@acme.example>',
      summary: 'ACME Suite: servicios de gestión',
      files: {
        'opt/acme/bin/stubborn': {
          content: "#!/bin/sh\ntrap '' TERM INT HUP\nwhile :; do sleep 1; done\n",
          mode: 0o755,
        },
        'opt/acme/bin/stop-slowly': { content: '#!/bin/sh\nsleep 3\ntouch /run/acme-stopped-well\n', mode: 0o755 },
        'opt/acme/bin/helper': { content: '#!/bin/sh\nexec sleep 3600\n', mode: 0o755 },
        'etc/init.d/acme-sysv': {
          content: `#!/bin/sh
### BEGIN INIT INFO
# Provides:          acme-sysv
# Required-Start:    $remote_fs
# Required-Stop:     $remote_fs
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: ACME: licencias
### END INIT INFO
case $1 in
start) start-stop-daemon --start --background --make-pidfile --pidfile /run/acme-sysv.pid --exec /usr/bin/sleep -- infinity ;;
stop) start-stop-daemon --stop --pidfile /run/acme-sysv.pid --remove-pidfile ;;
esac
`,
          mode: 0o755,
        },
        [`${folder}/acme-db.service`]: service('ACME: base de datos', sleep),
        [`${folder}/acme-web.service`]: service('ACME: portal', sleep, {
          Unit: { Requires: 'acme-db.service', After: 'acme-db.service' },
        }),
        [`${folder}/acme-agent.service`]: service('ACME: agente', sleep, {
          Unit: { Wants: 'acme-console.service' },
          Service: { Restart: 'always', RestartSec: 1 },
        }),
        [`${folder}/acme-console.service`]: service('ACME: consola', sleep),
        [`${folder}/acme-viewer.service`]: service('ACME: visor', sleep, { Service: { User: 'nobody' } }),
        [`${folder}/acme-legacy.service`]: service('ACME: servicio antiguo', sleep),
        [`${folder}/acme-broken.service`]: service('ACME: servicio que no arranca', '/bin/false', {
          Service: { Type: 'oneshot', RemainAfterExit: 'yes' },
        }),
        [`${folder}/acme-stubborn.service`]: service('ACME: servicio que no se detiene', '/opt/acme/bin/stubborn', {
          Service: { TimeoutStopSec: 600 },
        }),
        [`${folder}/acme-slow.service`]: service('ACME: servicio que tarda en detenerse', sleep, {
          Service: { ExecStop: '/opt/acme/bin/stop-slowly' },
        }),
        [`${folder}/acme-sync@.service`]: service('ACME: sincronización de %I', sleep),
        [`${folder}/acme-report.service`]: {
          content: unit({
            Unit: { Description: 'ACME: informe' },
            Service: { Type: 'oneshot', ExecStart: '/bin/true' },
          }),
        },
        [`${folder}/acme-report.timer`]: {
          content: unit({
            Unit: { Description: 'ACME: informe de cada noche' },
            Timer: { OnCalendar: '*-*-* 03:30:00' },
            Install: { WantedBy: 'timers.target' },
          }),
        },
        [`${folder}/acme-helper.socket`]: {
          content: unit({
            Unit: { Description: 'ACME: ayudante' },
            Socket: { ListenStream: '/run/acme-helper.sock' },
            Install: { WantedBy: 'sockets.target' },
          }),
        },
        [`${folder}/acme-helper.service`]: {
          content: unit({ Unit: { Description: 'ACME: ayudante' }, Service: { ExecStart: '/opt/acme/bin/helper' } }),
        },
      },
      enable: [
        ...'db web agent viewer stubborn slow'.split(' ').map(name => `acme-${name}.service`),
        'acme-sync@srv\\x2ddatos.service',
        'acme-report.timer',
        'acme-helper.socket',
      ],
    },
  ],
  files: {
    '/etc/systemd/system/copia-local.service': service('Copia local, hecha a mano', sleep).content,
    '/etc/default/locale': 'LANG=es_ES.UTF-8\n',
    '/etc/fstab': '',
  },
  script: `
    systemctl enable copia-local.service acme-sysv
    systemctl mask acme-legacy.service
    systemctl disable apt-daily.timer apt-daily-upgrade.timer
  `,
};
