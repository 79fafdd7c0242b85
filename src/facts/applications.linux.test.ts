import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { text, timedOut } from '../testing/windows-answers.js';
import { applicationsOnLinux } from './applications.linux.js';

const packages = text('amd64 i386\nbash 5.2\nnodejs 20.1 hi *\nvim 9.0 *\nlibfoo:i386 1.0\nagent 2.5\n');
const origins = text(
  'R d_dists_b_ Origin: Debian\nR n_dists_x_ Origin: Node Source\nA 1 n_dists_x_ https://deb.nodesource.com/node_20.x nodistro/main\nF nodejs 1\nO agent\nO libfoo:i386\nN 5\n',
);

describe('applications of a Linux server', () => {
  it('are what somebody asked for and what is not the distribution’s', () => {
    const found = valueWith(applicationsOnLinux, { packages, origins });
    expect(
      found.map(({ id, publisher, architecture, foreign, held }) => [id, publisher, architecture, foreign, held]),
    ).toEqual([
      ['agent', undefined, 'x64', true, false],
      ['libfoo:i386', undefined, 'x86', true, false],
      ['nodejs', 'Node Source', 'x64', true, true],
      ['vim', undefined, 'x64', false, false],
    ]);
    expect(found[2]?.version).toBe('20.1');
  });

  it('without the lists of the archives the origin is not known, and nothing is called foreign', () => {
    expect(reasonWith(applicationsOnLinux, { packages, origins: text('O bash\nN 1\n') }).en).toContain('apt update');
    expect(reasonWith(applicationsOnLinux, { packages, origins: timedOut }).es).toContain('a tiempo');
    expect(reasonWith(applicationsOnLinux, { packages: text('', 127), origins }).es).toContain('ni Debian ni Ubuntu');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(applicationsOnLinux)).not.toThrow();
  });
});
