import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { releaseUpgraderOnLinux } from './release-upgrader.linux.js';

/** Ubuntu 22.04, from its manual pages and the client's documented status format. */
const ubuntu = `
::tool
/usr/bin/do-release-upgrade
Prompt=lts

::pro
{"attached": true, "services": [{"name": "esm-infra", "status": "enabled"}, {"name": "fips", "status": "disabled"}, null]}
present

::periodic
APT::Periodic::Unattended-Upgrade "1";

::snaps
present
core20
lxd

::last
2024-08-30
`;
const debian = '\n::tool\n\n::pro\n\n::periodic\n\n::snaps\n\n::last\n';

describe('release upgrader', () => {
  it('Ubuntu 22.04 (from documentation)', () => {
    const packages = text('amd64\nunattended-upgrades 2.8 *\nneedrestart 3.5\napt 2.4\n');
    expect(valueWith(releaseUpgraderOnLinux, { settings: text(ubuntu), packages })).toEqual({
      installed: true,
      prompt: 'lts',
      pro: { attached: true, services: ['esm-infra'] },
      unattended: { installed: true, enabled: true },
      needrestart: true,
      aptListchanges: false,
      etckeeper: false,
      snaps: ['core20', 'lxd'],
      lastUpgrade: '2024-08-30',
    });
  });

  it('Debian 12 (recorded) has none', () => {
    expect(
      valueWith(releaseUpgraderOnLinux, {
        settings: text(debian),
        packages: text('amd64\napt-listchanges 3\nbash 5\n'),
      }),
    ).toEqual({
      installed: false,
      prompt: undefined,
      pro: undefined,
      unattended: { installed: false, enabled: false },
      needrestart: false,
      aptListchanges: true,
      etckeeper: false,
      snaps: undefined,
      lastUpgrade: undefined,
    });
  });

  it.each([
    ['attached', true],
    ['present', false],
  ])('a Pro client without a status file: %s', (line, attached) => {
    const settings = text(`\n::pro\n${line}\n`);
    expect(valueWith(releaseUpgraderOnLinux, { settings, packages: text('amd64\nbash 5\n') }).pro).toEqual({
      attached,
      services: [],
    });
  });

  it('says why it does not know', () => {
    expect(reasonWith(releaseUpgraderOnLinux, { settings: denied }).en).toContain('root');
    expect(reasonWith(releaseUpgraderOnLinux, { settings: text(debian), packages: text('') }).es).toContain('dpkg');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(releaseUpgraderOnLinux, [ubuntu])).not.toThrow();
  });
});
