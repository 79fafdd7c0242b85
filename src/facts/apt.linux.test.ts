import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { debianOrigins } from '../testing/linux-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text, timedOut } from '../testing/windows-answers.js';
import { aptOnLinux } from './apt.linux.js';

const packages = text('amd64 i386\nbase-files 12.4\nnodejs 20.1 hi\ngoogle-cloud-cli 528 *\nold 1 rc\nsamba 2 iF\n');
/** The stanzas, pins and cache as recorded on Debian 12; the lock in the form the command gives. */
const settings = `
::sources
/etc/apt/sources.list.d/debian.sources:Types: deb
/etc/apt/sources.list.d/debian.sources:URIs: http://ftp.es.debian.org/debian
/etc/apt/sources.list.d/debian.sources:Suites: bookworm
/etc/apt/sources.list.d/debian.sources:Components: main
/etc/apt/sources.list.d/nodesource.sources:Types: deb
/etc/apt/sources.list.d/nodesource.sources:URIs: https://deb.nodesource.com/node_20.x
/etc/apt/sources.list.d/nodesource.sources:Suites: nodistro
/etc/apt/sources.list.d/nodesource.sources:Components: main

::pins
Package: nodejs
Pin: origin deb.nodesource.com
Pin-Priority: 600
APT::Default-Release "bookworm";

::cache
4096\t/var/cache/apt/archives

::lock
/var/lib/dpkg/lock-frontend 812 unattended-upgr
`;

describe('apt', () => {
  it('sources, pins, origins and states', () => {
    const changed = text('/etc/ssh/sshd_config\n/etc/default/grub\n');
    const found = valueWith(aptOnLinux, { packages, origins: text(debianOrigins), settings: text(settings), changed });
    expect({ ...found, versions: { ...found.versions } }).toEqual({
      sources: [
        {
          file: '/etc/apt/sources.list.d/debian.sources',
          uri: 'http://ftp.es.debian.org/debian',
          suite: 'bookworm',
          components: ['main'],
          official: true,
          enabled: true,
        },
        {
          file: '/etc/apt/sources.list.d/nodesource.sources',
          uri: 'https://deb.nodesource.com/node_20.x',
          suite: 'nodistro',
          components: ['main'],
          official: false,
          enabled: true,
        },
      ],
      pins: ['nodejs 600 (origin deb.nodesource.com)', '* 990 (release bookworm)'],
      held: ['nodejs'],
      obsolete: ['google-cloud-cli'],
      foreign: [{ name: 'nodejs', version: '20.1', origin: '. nodistro' }],
      broken: [{ name: 'samba', state: 'half-configured' }],
      residualConfig: ['old'],
      foreignArchitectures: ['i386'],
      packages: 4,
      versions: { 'base-files': '12.4', nodejs: '20.1', 'google-cloud-cli': '528', samba: '2' },
      lock: '/var/lib/dpkg/lock-frontend 812 unattended-upgr',
      cacheBytes: 4096,
      changedConfiguration: ['/etc/ssh/sshd_config', '/etc/default/grub'],
    });
  });

  it('what apt could not be asked is unknown, not none', () => {
    expect(valueWith(aptOnLinux, { packages, origins: timedOut, settings: text(settings) })).toMatchObject({
      obsolete: undefined,
      foreign: undefined,
    });
    expect(reasonWith(aptOnLinux, { packages, settings: denied }).en).toContain('root');
    expect(reasonWith(aptOnLinux, { packages: text('', 127) }).en).toContain('dpkg');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(aptOnLinux, [settings, debianOrigins])).not.toThrow();
  });
});
