import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from '../../testing/windows-answers.js';
import { ownersOf, packagesNamed, packagesOf } from './packages.js';

const recorded = `amd64 i386
adduser 3.134
cryptsetup 2:2.6.1-4~deb12u2 *
grub-common 2.06-13+deb12u2
libc6:i386 2.36-9+deb12u10
old-kernel 5.10.1 rc
nginx 1.24.0-1~bookworm hi *
samba 2:4.17.12 iF *
mc 4.8 iU
tool 1.0 iiR *
`;

describe('what dpkg knows', () => {
  it('versions, states and who asked for a package', () => {
    const packages = packagesOf(text(recorded));
    expect({ ...packages, versions: Object.fromEntries(packages?.versions ?? []) }).toEqual({
      native: 'amd64',
      foreignArchitectures: ['i386'],
      versions: {
        adduser: '3.134',
        cryptsetup: '2:2.6.1-4~deb12u2',
        'grub-common': '2.06-13+deb12u2',
        'libc6:i386': '2.36-9+deb12u10',
        nginx: '1.24.0-1~bookworm',
        samba: '2:4.17.12',
        mc: '4.8',
        tool: '1.0',
      },
      byHand: ['cryptsetup', 'nginx', 'samba', 'tool'],
      held: ['nginx'],
      broken: [
        { name: 'samba', state: 'half-configured' },
        { name: 'mc', state: 'unpacked' },
        { name: 'tool', state: 'reinst-required' },
      ],
      residual: ['old-kernel'],
      names: expect.stringContaining('cryptsetup\ngrub-common') as unknown,
    });
  });

  it('finds names by a pattern in one pass', () => {
    const packages = packagesOf(text(recorded));
    expect(packagesNamed(packages, /^(nginx|samba|old-kernel|mc.+)$/gm)).toEqual(['nginx', 'samba']);
    expect(packagesNamed(undefined, /^x$/gm)).toEqual([]);
  });

  it('is read once an answer', () => {
    const answer = text(recorded);
    expect(packagesOf(answer)).toBe(packagesOf(answer));
  });

  it.each([[''], ['dpkg: not found\n'], ['amd64\n']])('%j is no list of packages', content => {
    expect(packagesOf(text(content))).toBeUndefined();
  });

  it('a package may have any name, and there may be many', () => {
    expect(packagesOf(text('amd64\n__proto__ 1\nconstructor 2\n'))?.versions.get('constructor')).toBe('2');
    const lines = Array.from(
      { length: 1500 },
      (_, i) => `package-number-${i} 1:2.36-${i}+deb12u10${i % 9 ? '' : ' *'}`,
    );
    const many = `amd64\n${lines.join('\n')}\n`;
    expect(packagesOf(text(many))?.versions.get('package-number-1499')).toBe('1:2.36-1499+deb12u10');
  });

  it('owners of files, with and without /usr', () => {
    const owners = ownersOf(
      text('cron.list:/lib/systemd/system/cron.service\nlibc6:amd64.list:/usr/lib/systemd/system/x.service\nnothing\n'),
    );
    expect([...(owners ?? [])]).toEqual([
      ['/lib/systemd/system/cron.service', 'cron'],
      ['/lib/systemd/system/x.service', 'libc6'],
    ]);
    expect(ownersOf(text(''))).toBeUndefined();
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        s => void [packagesOf(text(s)), packagesOf(text(`amd64\n${s}\n${s}`)), ownersOf(text(s))],
      ),
    );
  });
});
