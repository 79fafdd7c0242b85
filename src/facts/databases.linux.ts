import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { noDpkg } from './applications.linux.js';
import type { Databases } from './databases.js';
import { partsOf, textOf, unquoted, wholeNumber, whyNot } from './linux/answers.js';
import { type Packages, dpkgPackages, packagesNamed, packagesOf } from './linux/packages.js';
import { asked, blank, linesOfFiles, listed, part, where } from './linux/pieces.js';
import { type Units, isRunning, systemdUnits, unitsOf } from './linux/units.js';

/** Files only: no database is connected to. */
const traces: CommandQuestion = {
  kind: 'command',
  id: 'databases-linux',
  ...asked(
    part(
      'postgresql',
      where('/etc/postgresql/*/*', 'for d in /etc/postgresql/*/*/; do [ -d "$d" ] && echo "$d:cluster=1"; done'),
    ),
    linesOfFiles({
      files: '/etc/postgresql/*/*/postgresql.conf',
      like: `^${blank}*(port|data_directory)${blank}*=`,
      how: 'H',
    }),
    part('postmaster', listed('/var/lib/postgresql/*/*/postmaster.pid /run/postgresql/*.pid')),
    part(
      'mysql',
      where(
        '/var/lib/mysql',
        '[ -d /var/lib/mysql ] && cat /var/lib/mysql/mariadb_upgrade_info /var/lib/mysql/mysql_upgrade_info 2>/dev/null; [ -d /var/lib/mysql ] && [ ! -x /var/lib/mysql ] && echo unreadable',
      ),
    ),
    part(
      'shutdown',
      where(
        '/var/lib/mysql',
        '[ ! -d /var/lib/mysql ] || for f in /var/log/mysql/error.log /var/lib/mysql/*.err; do [ -r "$f" ] && tail -n 400 "$f"; done 2>/dev/null | grep -oE \'ready for connections|Shutdown [Cc]omplete|Normal shutdown|Received SHUTDOWN|Starting (MariaDB|crash recovery)|starting as process|got signal [0-9]+\' | tail -n 1; [ ! -d /var/lib/mysql ] || ps -C mariadbd,mysqld -o pid= | head -n 1 | sed \'s/^/running/\'',
      ),
    ),
    part(
      'slapd',
      where(
        '/etc/ldap/slapd.d /etc/ldap/slapd.conf',
        "[ -d /etc/ldap/slapd.d ] && { ls '/etc/ldap/slapd.d/cn=config' 2>/dev/null || echo locked; }; [ -r /etc/ldap/slapd.conf ] && grep -E '^(database|backend)[[:blank:]]' /etc/ldap/slapd.conf",
      ),
    ),
  ),
};

export const databasesOnLinux = reader({
  questions: { traces, packages: dpkgPackages, units: systemdUnits },
  parse({ traces, packages, units }) {
    const dpkg = packagesOf(packages);
    if (!dpkg) return textOf(packages) === undefined ? whyNot(packages) : noDpkg;
    const text = textOf(traces);
    if (text === undefined) return whyNot(traces);
    const parts = partsOf(text);
    const systemd = unitsOf(units);
    return known<Databases>({
      postgresql: {
        clusters: clustersOf(parts, systemd),
        servers: packagesNamed(dpkg, /^postgresql-\d+(\.\d+)?$/gm).map(name => name.slice('postgresql-'.length)),
      },
      mysql: mysqlOf(dpkg, parts, systemd),
      slapd: slapdOf(dpkg.versions.get('slapd'), parts.get('slapd') ?? [], isRunning(systemd, 'slapd.service')),
      others: packagesNamed(dpkg, others).map(name => ({ package: name, version: dpkg.versions.get(name) ?? '' })),
    });
  },
});

const others =
  /^(redis-server|valkey-server|rabbitmq-server|mongodb(-org)?-server|mongodb-server-core|influxdb2?|elasticsearch|opensearch|cassandra|couchdb|neo4j|bacula-director-(pgsql|mysql|sqlite3)|firebird[\d.]+-server|clickhouse-server|memcached)$/gm;

function clustersOf(
  parts: ReadonlyMap<string, readonly string[]>,
  systemd: Units | undefined,
): Databases['postgresql']['clusters'] {
  const clusters = new Map<string, { version: string; name: string; fields: Map<string, string> }>();
  for (const line of parts.get('postgresql') ?? []) {
    const match = /^\/etc\/postgresql\/([\d.]+)\/([^/]+)\/(?:postgresql\.conf)?:\s*(\w+)\s*=\s*([^#]*)/.exec(line);
    if (!match?.[1] || !match[2] || !match[3]) continue;
    const key = `${match[1]}/${match[2]}`;
    const cluster = clusters.get(key) ?? { version: match[1], name: match[2], fields: new Map<string, string>() };
    clusters.set(key, cluster);
    cluster.fields.set(match[3], unquoted(match[4] ?? ''));
  }
  const pids = parts.get('postmaster') ?? [];
  return [...clusters.values()].map(({ version, name, fields }) => ({
    version,
    name,
    port: wholeNumber(fields.get('port')),
    running:
      isRunning(systemd, `postgresql@${version}-${name}.service`) ??
      (parts.has('postmaster')
        ? pids.some(pid => pid.includes(`/${version}/${name}/`) || pid.includes(`/${version}-${name}.pid`))
        : undefined),
    dataDirectory: fields.get('data_directory'),
  }));
}

function mysqlOf(
  packages: Packages,
  parts: ReadonlyMap<string, readonly string[]>,
  systemd: Units | undefined,
): Databases['mysql'] {
  const [name] = packagesNamed(
    packages,
    /^(mariadb-server(-core)?(-[\d.]+)?|mysql-(community-)?server(-core)?(-[\d.]+)?|percona-server-server(-[\d.]+)?)$/gm,
  );
  if (name === undefined) return undefined;
  const running =
    isRunning(systemd, 'mariadb.service') ??
    isRunning(systemd, 'mysql.service') ??
    (parts.get('shutdown') ?? []).some(line => line.startsWith('running'));
  const word = (parts.get('shutdown') ?? []).find(line => !line.startsWith('running'));
  return {
    flavour: name.startsWith('mariadb') ? 'mariadb' : name.startsWith('mysql') ? 'mysql' : 'other',
    version: packages.versions.get(name) ?? '',
    package: name,
    running,
    dataVersion: /^\d+\.\d+(\.\d+)?/.exec(parts.get('mysql')?.[0] ?? '')?.[0],
    cleanShutdown: running || word === undefined ? undefined : /complete|normal shutdown/i.test(word),
  };
}

/** Files `olcDatabase={1}mdb.ldif` of cn=config, or `database` lines of slapd.conf(5). */
function slapdOf(
  version: string | undefined,
  lines: readonly string[],
  running: boolean | undefined,
): Databases['slapd'] {
  if (version === undefined) return undefined;
  if (lines.length === 0 || lines.includes('locked')) return { version, running, backends: undefined };
  const backends = lines.flatMap(
    line => /^olcDatabase=\{-?\d+\}(\w+)/.exec(line)?.[1] ?? /^database\s+(\w+)/.exec(line)?.[1] ?? [],
  );
  return {
    version,
    running,
    backends: [...new Set(backends)].filter(name => !/^(frontend|config|monitor)$/.test(name)),
  };
}
