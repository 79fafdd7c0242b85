import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debianOrigins } from '../../testing/linux-answers.js';
import { text } from '../../testing/windows-answers.js';
import { originsOf, withoutPassword } from './origins.js';

describe('where packages come from', () => {
  it('tells the distribution’s from others', () => {
    const origins = originsOf(text(debianOrigins));
    expect([...(origins?.nowhere ?? [])]).toEqual(['google-cloud-cli']);
    expect([...(origins?.foreign ?? [])]).toEqual([
      [
        'nodejs',
        {
          uri: 'https://deb.nodesource.com/node_20.x',
          suite: 'nodistro',
          release: { origin: '. nodistro', label: undefined, suite: undefined, codename: undefined },
        },
      ],
    ]);
    expect(
      origins?.pending.map(({ name, version, archives }) => [name, version, archives.map(({ suite }) => suite)]),
    ).toEqual([
      ['base-files', '12.4+deb12u15', ['bookworm']],
      ['zip', '3.0-13+deb12u1', ['bookworm-security', 'bookworm']],
    ]);
  });

  const unknown: readonly [string, string][] = [
    ['apt said nothing', 'R x_ Origin: Debian\nN 0\n'],
    ['apt has no lists at all, so that every package seems to come from nowhere', 'O bash\nO apt\nN 2\n'],
    ['apt has lists of other archives only', 'R x_ Origin: Docker\nO bash\nN 1\n'],
    ['the answer was cut off', debianOrigins.slice(0, -6)],
    ['nothing came', ''],
  ];
  it.each(unknown)('%s', (_, answer) => {
    expect(originsOf(text(answer))).toBeUndefined();
  });

  it('drops names and passwords of private archives', () => {
    expect(withoutPassword('https://bearer:abc@esm.ubuntu.com/apps')).toBe('https://esm.ubuntu.com/apps');
    expect(withoutPassword('file:/srv/a@b')).toBe('file:/srv/a@b');
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.nat(900),
        (s, n) =>
          void [
            originsOf(text(s)),
            originsOf(text(debianOrigins.slice(n) + s)),
            originsOf(text(`${debianOrigins}${s}`)),
          ],
      ),
    );
  });
});
