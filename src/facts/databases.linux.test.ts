import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { text, timedOut } from '../testing/windows-answers.js';
import { databasesOnLinux } from './databases.linux.js';

/** Debian 12: PostgreSQL's and slapd's files, MariaDB's version of the data, recorded; the rest in their documentation's form. */
const recorded = `
::postgresql
/etc/postgresql/15/main/postgresql.conf:data_directory = '/var/lib/postgresql/15/main'		# use data in another directory
/etc/postgresql/15/main/postgresql.conf:port = 5432				# (change requires restart)
/etc/postgresql/13/old/:cluster=1
/etc/postgresql/15/main/:cluster=1

::postmaster
/var/lib/postgresql/15/main/postmaster.pid

::mysql
10.11.18-MariaDB
::shutdown
Shutdown complete

::slapd
cn=module{0}.ldif
cn=schema.ldif
olcDatabase={-1}frontend.ldif
olcDatabase={0}config.ldif
olcDatabase={1}mdb.ldif
`;
const packages = text(
  'amd64\npostgresql-15 15.13-0+deb12u1 *\npostgresql-common 248\nmariadb-server 1:10.11.18-0+deb12u1 *\nmariadb-common 1:10.11\nslapd 2.5.13+dfsg-5 *\nredis-server 5:7.0.15 *\nredis-tools 5:7.0.15\n',
);
const unit = (id: string, active: string) => `${id}\t${active}\tenabled\t/x\t\t\t\t\t\tx\t/x\n`;

describe('databases of a Linux server', () => {
  it('Debian 12 (recorded)', () => {
    expect(valueWith(databasesOnLinux, { traces: text(recorded), packages })).toEqual({
      postgresql: {
        clusters: [
          { version: '15', name: 'main', port: 5432, running: true, dataDirectory: '/var/lib/postgresql/15/main' },
          { version: '13', name: 'old', port: undefined, running: false, dataDirectory: undefined },
        ],
        servers: ['15'],
      },
      mysql: {
        flavour: 'mariadb',
        version: '1:10.11.18-0+deb12u1',
        package: 'mariadb-server',
        running: false,
        dataVersion: '10.11.18',
        cleanShutdown: true,
      },
      slapd: { version: '2.5.13+dfsg-5', running: undefined, backends: ['mdb'] },
      others: [{ package: 'redis-server', version: '5:7.0.15' }],
    });
  });

  it('while MariaDB runs, how it will end is not known; systemd’s word on what runs goes first', () => {
    const units = text(
      `systemd\n${unit('mariadb.service', 'active')}${unit('postgresql@15-main.service', 'inactive')}${unit('slapd.service', 'active')}`,
    );
    expect(valueWith(databasesOnLinux, { traces: text(recorded), packages, units })).toMatchObject({
      postgresql: { clusters: [{ running: false }, {}] },
      mysql: { running: true, cleanShutdown: undefined },
      slapd: { running: true },
    });
  });

  const words: readonly [string, boolean | undefined][] = [
    ['got signal 11', false],
    ['ready for connections', false],
    ['Shutdown Complete', true],
    ['Normal shutdown', true],
    ['', undefined],
  ];
  it.each(words)('an error log whose last word is %j', (word, clean) => {
    const traces = text(`\n::mysql\n\n::shutdown\n${word}\n`);
    expect(valueWith(databasesOnLinux, { traces, packages }).mysql?.cleanShutdown).toBe(clean);
  });

  it('slapd.conf of old, and a configuration only root may read', () => {
    const old = text('\n::slapd\ndatabase config\ndatabase\thdb\n');
    expect(valueWith(databasesOnLinux, { traces: old, packages }).slapd?.backends).toEqual(['hdb']);
    expect(
      valueWith(databasesOnLinux, { traces: text('\n::slapd\nlocked\n'), packages }).slapd?.backends,
    ).toBeUndefined();
  });

  it('none; not looked; MySQL of Ubuntu (from its documentation)', () => {
    const empty = text('\n::postgresql\n\n::mysql\n');
    expect(valueWith(databasesOnLinux, { traces: empty, packages: text('amd64\nbash 5\n') })).toEqual({
      postgresql: { clusters: [], servers: [] },
      mysql: undefined,
      slapd: undefined,
      others: [],
    });
    const mysql = text('amd64\nmysql-server-8.0 8.0.42-0ubuntu0.22.04.1\nbash 5\n');
    expect(valueWith(databasesOnLinux, { traces: empty, packages: mysql }).mysql).toMatchObject({
      flavour: 'mysql',
      package: 'mysql-server-8.0',
    });
    expect(reasonWith(databasesOnLinux, { traces: timedOut, packages }).en).toContain('in time');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(databasesOnLinux, [recorded])).not.toThrow();
  });
});
