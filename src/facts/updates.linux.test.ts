import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { text } from '../testing/windows-answers.js';
import { updatesOnLinux } from './updates.linux.js';

const packages = text('amd64\nbase-files 12.4+deb12u5\nzip 3.0-13 *\nnginx 1.22 hi *\nsamba 2:4.17 iF\n');
const origins = text(`R d_dists_bookworm_ Origin: Debian
R s_dists_bookworm-security_ Origin: Debian
R s_dists_bookworm-security_ Label: Debian-Security
A 1 d_dists_bookworm_ http://ftp.es.debian.org/debian bookworm/main
A 2 s_dists_bookworm-security_ http://ftp.es.debian.org/debian-security bookworm-security/main
U base-files 12.4+deb12u15 1
U zip 3.0-13+deb12u1 2
U nginx 1.24 1
N 4
`);
const history = `
::history
2025-06-24\t14:36:25\t2\t0\tapt-get -qqy upgrade
2026-05-20\t16:49:20\t0\t1\tapt-get install -y nodejs
nonsense

::checked
1795479319
`;

describe('updates of a Linux server', () => {
  it('pending, installed and broken', () => {
    expect(valueWith(updatesOnLinux, { packages, origins, history: text(history) })).toEqual({
      pending: [
        { id: 'base-files', title: 'base-files 12.4+deb12u5 → 12.4+deb12u15', security: false },
        { id: 'zip', title: 'zip 3.0-13 → 3.0-13+deb12u1', security: true },
      ],
      installed: [
        { id: '2025-06-24 14:36:25', title: 'apt-get -qqy upgrade (2 + 0)', date: '2025-06-24' },
        { id: '2026-05-20 16:49:20', title: 'apt-get install -y nodejs (0 + 1)', date: '2026-05-20' },
      ],
      lastInstalled: '2026-05-20',
      lastChecked: '2026-11-24T00:15:19.000Z',
      broken: ['samba (half-configured)'],
    });
  });

  it('what is pending is not known without lists', () => {
    expect(valueWith(updatesOnLinux, { packages, origins: text('N 4\n'), history: text('') })).toMatchObject({
      pending: undefined,
      lastChecked: undefined,
      installed: [],
    });
    expect(reasonWith(updatesOnLinux, { packages: text('', 127) }).en).toContain('neither Debian nor Ubuntu');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(updatesOnLinux, [history])).not.toThrow();
  });
});
