import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answeredInPerl, whyNoPerl } from '../../testing/perl.js';
import { originsProgram } from './origins-program.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'antesala-origins-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const stanza = (name: string, version: string, more = '', architecture = 'amd64'): string =>
  `Package: ${name}\nArchitecture: ${architecture}\nVersion: ${version}\n${more}Description: x\n Package: not-this\n\n`;

const installed = (name: string, version: string, state = 'install ok installed', architecture = 'amd64'): string =>
  `Package: ${name}\nStatus: ${state}\nArchitecture: ${architecture}\nVersion: ${version}\n\n`;

const lists = 'var/lib/apt/lists/';

/** A server with Debian's archive, its backports and a foreign one. */
function server(status: string, main: string, backports = '', foreign = ''): void {
  put(
    'etc/apt/sources.list',
    'deb http://deb.example/debian bookworm main # comment\n#deb http://gone.example x main\n',
  );
  put(
    'etc/apt/sources.list.d/more.sources',
    '# a comment\nTypes: deb deb-src\nURIs: http://deb.example/debian\nSuites: bookworm-backports\nComponents: main\n\nTypes: deb\nEnabled: no\nURIs: http://off.example/debian\nSuites: bookworm\nComponents: main\n',
  );
  put('etc/apt/sources.list.d/tool.list', 'deb [arch=amd64] https://me:pw@tool.example/apt ./\n');
  put(
    `${lists}deb.example_debian_dists_bookworm_InRelease`,
    '-----BEGIN PGP-----\n\nOrigin: Debian\nSuite: oldstable\n',
  );
  put(
    `${lists}deb.example_debian_dists_bookworm-backports_InRelease`,
    'Origin: Debian Backports\nNotAutomatic: yes\nButAutomaticUpgrades: yes\nMD5Sum:\nOrigin: no\n',
  );
  put(`${lists}tool.example_apt_._Release`, 'Origin: Tool\n');
  put(`${lists}deb.example_debian_dists_bookworm_main_binary-amd64_Packages`, main);
  put(`${lists}deb.example_debian_dists_bookworm-backports_main_binary-amd64_Packages`, backports);
  put(`${lists}off.example_debian_dists_bookworm_main_binary-amd64_Packages`, stanza('a', '99'));
  put(`${lists}tool.example_apt_._Packages`, foreign);
  put('var/lib/dpkg/status', installed('dpkg', '1') + status);
}

/** How lists are read: as large ones are, by looking for each package where it should stand, or from beginning to end. */
type Reading = 'searched' | 'whole';

/** What it says of packages; apt-cache is `policy` here and says when it was asked. */
function said(policy = '', reading: Reading = 'whole'): readonly string[] {
  put('apt-cache', `#!/bin/sh\nfor last; do echo "asked $last" >&2; done\ncat <<'END'\n${policy}END\n`);
  chmodSync(join(root, 'apt-cache'), 0o755);
  const program = (reading === 'whole' ? originsProgram : searching)
    .replaceAll('/var/lib/', `${root}/var/lib/`)
    .replaceAll('/etc/apt', `${root}/etc/apt`)
    .replaceAll('"apt-cache"', `"${root}/apt-cache"`);
  const done = answeredInPerl(program);
  const asked = done.stderr.match(/^asked (?!policy|-o|Dir).*$/gm) ?? [];
  return [...(done.out ?? 'died').split('\n').filter(line => /^[OFUN] /.test(line)), ...asked];
}

/** The program with thresholds that make it search lists of a few lines. */
const searching = originsProgram.replace('-s $file > 8 << 20', '-s $file > 0').replace('> 1 << 15', '> 200');

describe.skipIf(whyNoPerl)('the origins of packages (needs perl)', () => {
  const rows: readonly (readonly [string, string, string, string, string, readonly string[]])[] = [
    ['up to date', installed('a', '1'), stanza('a', '1'), '', '', []],
    ['a newer one', installed('a', '1'), stanza('a', '1.1'), '', '', ['U a 1.1 1']],
    ['an older one is no candidate', installed('a', '2'), stanza('a', '1'), '', '', []],
    [
      '10 is newer than 9, and ~ older than nothing',
      installed('a', '1:9~rc1-1'),
      stanza('a', '1:10-1') + stanza('a', '1:9-1'),
      '',
      '',
      ['U a 1:10-1 1'],
    ],
    ['a letter is older than a sign', installed('a', '1.0a'), stanza('a', '1.0+b'), '', '', ['U a 1.0+b 1']],
    ['an epoch counts first', installed('a', '1:1'), stanza('a', '9'), '', '', []],
    ['backports are not taken by themselves', installed('a', '1'), stanza('a', '1'), stanza('a', '2'), '', []],
    [
      'what came from backports is kept up to date there',
      installed('a', '2'),
      stanza('a', '1'),
      stanza('a', '2'),
      '',
      [],
    ],
    [
      'the distribution goes before backports',
      installed('a', '1'),
      stanza('a', '1.1'),
      stanza('a', '2'),
      '',
      ['U a 1.1 1'],
    ],
    ['no archive has it', installed('a', '1'), '', '', '', ['O a']],
    ['only another archive has it', installed('a', '1'), '', '', stanza('a', '1'), ['F a 1']],
    [
      'the installed version is the other archive’s',
      installed('a', '2'),
      stanza('a', '1'),
      '',
      stanza('a', '2'),
      ['F a 1'],
    ],
    [
      'a package of another architecture',
      installed('a', '1', 'install ok installed', 'i386'),
      stanza('a', '1'),
      '',
      '',
      ['O a:i386'],
    ],
    ['a held one is told too', installed('a', '1', 'hold ok installed'), stanza('a', '2'), '', '', ['U a 2 1']],
    [
      'phased: apt is asked',
      installed('a', '1'),
      stanza('a', '2', 'Phased-Update-Percentage: 10\n'),
      '',
      '',
      ['asked a'],
    ],
  ];
  const ways = rows.flatMap(row => (['whole', 'searched'] as const).map(reading => [...row, reading] as const));
  it.each(ways)('%s', (_, status, main, backports, foreign, expected, reading) => {
    server(status, main + stanza('dpkg', '1'), backports, foreign);
    expect(said('', reading)).toEqual([
      ...expected.filter(line => !line.startsWith('asked')),
      'N 2',
      ...expected.filter(line => line.startsWith('asked')),
    ]);
  });

  it('counts neither what was removed nor what was only known', () => {
    server(
      installed('a', '1', 'deinstall ok config-files') + installed('b', '', 'unknown ok not-installed'),
      stanza('dpkg', '1'),
    );
    expect(said()).toEqual(['N 1']);
  });

  const policy =
    'a:\n  Installed: 1\n  Candidate: 3\n  Version table:\n     3 990\n        990 http://deb.example/debian bookworm/main amd64 Packages\n *** 1 100\n        100 /var/lib/dpkg/status\n';
  const pins: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'by host, of one package',
      'Package: a\nPin: origin tool.example\nPin-Priority: 600\n',
      ['F a 1', 'U a 2 1', 'N 2'],
    ],
    ['by host, of all', 'Package: *\nPin: origin tool.example\nPin-Priority: 600\n', ['F a 1', 'U a 2 1', 'N 2']],
    ['another host', 'Package: *\nPin: origin x.example\nPin-Priority: 600\n', ['U a 3 1', 'N 2']],
    ['another package', 'Package: b\nPin: version 9\nPin-Priority: 600\n', ['U a 3 1', 'N 2']],
    [
      'any other pin is apt’s to understand',
      'Package: *\nPin: release n=x\nPin-Priority: 990\n',
      ['U a 3 1', 'N 2', 'asked a'],
    ],
    ['one by version, too', 'Package: a\nPin: version 1*\nPin-Priority: 990\n', ['U a 3 1', 'N 2', 'asked a']],
  ];
  it.each(pins)('a pin %s', (_, preferences, expected) => {
    server(installed('a', '1'), stanza('dpkg', '1') + stanza('a', '3'), '', stanza('a', '2'));
    put('etc/apt/preferences.d/pin', preferences);
    expect(said(policy)).toEqual(expected);
  });

  it('asks apt for everything when a source is of another kind', () => {
    server(installed('a', '1'), stanza('a', '3'));
    put('etc/apt/sources.list.d/disc.list', 'deb cdrom:[Debian 12]/ bookworm main\n');
    expect(said(policy)).toEqual(['U a 3 1', 'N 2', 'asked a', 'asked dpkg']);
  });

  const names = ['a', 'a0', 'aa', 'b', 'b+', 'c', 'lib-a', 'lib.a', 'z'];
  const packages = fc.array(
    fc.record({
      name: fc.constantFrom(...names),
      source: fc.constantFrom(...names, 'src'),
      version: fc.constantFrom('1', '2'),
    }),
    { maxLength: 12 },
  );
  const key = ({ source, name }: { source: string; name: string }) => `${source}\0${name}`;
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const more = (source: string) => `Source: ${source}\n`;
  const listed = ({ name, source, version }: { name: string; source: string; version: string }) =>
    `Package: ${name}\n${more(source)}Version: ${version}\n${'Depends: x\n'.repeat(12)}\n`;

  it('says the same searched as read whole, whatever the list', () => {
    fc.assert(
      fc.property(packages, packages, fc.boolean(), (archive, here, sorted) => {
        // an archive has a package of one source only
        const one = archive.filter(({ name, source }) => source === archive.find(other => other.name === name)?.source);
        const list = sorted ? one.toSorted((a, b) => order(key(a), key(b))) : one;
        const status = [...new Map(here.map(one => [one.name, one])).values()].map(
          ({ name, source, version }) =>
            `Package: ${name}\nStatus: install ok installed\nArchitecture: amd64\n${more(source)}Version: ${version}\n\n`,
        );
        server(status.join(''), list.map(listed).join(''), '', list.slice(0, 2).map(listed).join(''));
        expect(said('', 'searched')).toEqual(said('', 'whole'));
      }),
      { numRuns: 25 },
    );
  });
});
