import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SourceLine, isDistributions, listOf, sourcesOf } from './sources.js';

const at = (file: string, ...lines: string[]) => lines.map(line => `${file}:${line}`);

describe('sources of packages', () => {
  it('in stanzas (Debian 12, recorded)', () => {
    const lines = at(
      '/etc/apt/sources.list.d/debian.sources',
      'Types: deb',
      'URIs: http://ftp.es.debian.org/debian',
      'Suites: bookworm bookworm-updates',
      'Components: main',
      '',
      'Types: deb deb-src',
      'Enabled: no',
      'URIs: https://me:pw@repo.example.com/',
      'Suites: ./',
      '',
      'Types: deb-src',
      'URIs: http://ftp.es.debian.org/debian',
      'Suites: bookworm',
    );
    expect(sourcesOf(lines).map(({ uri, suite, components, enabled }) => [uri, suite, components, enabled])).toEqual([
      ['http://ftp.es.debian.org/debian', 'bookworm', ['main'], true],
      ['http://ftp.es.debian.org/debian', 'bookworm-updates', ['main'], true],
      ['https://repo.example.com/', './', [], false],
    ]);
  });

  it('in lines', () => {
    const lines = at(
      '/etc/apt/sources.list',
      'deb http://archive.ubuntu.com/ubuntu/ jammy main restricted # the archive',
      'deb [arch=amd64 signed-by=/etc/apt/keyrings/docker.asc] https://download.docker.com/linux/ubuntu jammy stable',
      '# deb http://ppa.launchpad.net/x/y/ubuntu focal main # disabled on upgrade to jammy',
      'deb-src http://archive.ubuntu.com/ubuntu/ jammy main',
      '# deb is a word',
    );
    expect(sourcesOf(lines).map(({ uri, suite, components, enabled }) => [uri, suite, components, enabled])).toEqual([
      ['http://archive.ubuntu.com/ubuntu/', 'jammy', ['main', 'restricted'], true],
      ['https://download.docker.com/linux/ubuntu', 'jammy', ['stable'], true],
      ['http://ppa.launchpad.net/x/y/ubuntu', 'focal', ['main'], false],
    ]);
  });

  const names: readonly [string, string, string][] = [
    ['http://ftp.es.debian.org/debian', 'bookworm-updates', 'ftp.es.debian.org_debian_dists_bookworm-updates_'],
    ['https://deb.nodesource.com/node_20.x', 'nodistro', 'deb.nodesource.com_node%5f20.x_dists_nodistro_'],
    ['https://user:pw@private.example.com/r/', 'x', 'private.example.com_r_dists_x_'],
    ['mirror+file:/etc/apt/mirrors/debian.list', 'bookworm', '_etc_apt_mirrors_debian.list_dists_bookworm_'],
  ];
  it.each(names)('%s %s', (uri, suite, list) => {
    expect(listOf(uri, suite)).toBe(list);
  });

  const official: readonly [string, string | undefined, boolean][] = [
    ['http://ftp.es.debian.org/debian', undefined, true],
    ['http://es.archive.ubuntu.com/ubuntu', undefined, true],
    ['https://esm.ubuntu.com/apps/ubuntu', undefined, true],
    ['http://ppa.launchpad.net/x/y/ubuntu', undefined, false],
    ['http://mirror.example.com/debian', undefined, false],
    ['http://mirror.example.com/debian', 'Debian', true],
    ['http://mirror.example.com/debian', 'Debian Backports', true],
    ['http://ftp.es.debian.org/debian', 'Somebody', false],
    ['http://ftp.es.debian.org.example.com/debian', undefined, false],
  ];
  it.each(official)('%s of origin %s is the distribution’s: %s', (uri, origin, expected) => {
    const source: SourceLine = { file: 'x', uri, suite: 's', components: [], enabled: true };
    const releases = new Map([[listOf(uri, 's'), { origin, label: undefined, suite: undefined, codename: undefined }]]);
    expect(isDistributions(source, origin === undefined ? undefined : releases)).toBe(expected);
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' })),
        lines => void sourcesOf(lines.flatMap(line => [line, `a.sources:${line}`, `a.list:deb ${line}`])),
      ),
    );
  });
});
