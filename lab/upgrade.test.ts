import { expect, it } from 'vitest';
import { debian } from './profiles/debian.js';
import { debianSystemd } from './profiles/debian-systemd.js';
import { removedByUpgrade, sbs2000esUpgraded, startChangedByUpgrade } from './profiles/sbs2000-es-upgraded.js';
import { sbs2000es } from './profiles/sbs2000-es.js';
import { sbs2003 } from './profiles/sbs2003.js';
import { upgradeScript, upgradesOf } from './upgrade.js';

it('names both releases where they belong, and asks nothing', () => {
  const script = upgradeScript('bookworm', 'trixie');
  expect(script).toContain("sed -i 's/\\bbookworm\\b/trixie/g' /etc/apt/sources.list\n");
  expect(script).toMatch(/noninteractive[\s\S]*full-upgrade\n/);
  expect(script.indexOf('VERSION_CODENAME=bookworm')).toBeLessThan(script.indexOf('sed'));
});

it('knows what each host can become', () => {
  expect([sbs2000es, sbs2003, debian, debianSystemd].map(upgradesOf)).toEqual([
    ['sbs2003'],
    [],
    ['trixie'],
    ['trixie'],
  ]);
});

it('says of Windows what a Small Business Server 2003 says, and touches services that the server has', () => {
  const version = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
  const { ProductName, CurrentVersion, CurrentBuildNumber } = sbs2003.registry[version] ?? {};
  expect(sbs2000esUpgraded[version]).toMatchObject({ ProductName, CurrentVersion, CurrentBuildNumber });
  const names = sbs2000es.services.map(service => service.name);
  expect(names).toEqual(expect.arrayContaining([removedByUpgrade, startChangedByUpgrade]));
});
