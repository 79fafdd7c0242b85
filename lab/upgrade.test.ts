import { expect, it } from 'vitest';
import { upgradeScript } from './upgrade.js';

it('names both releases where they belong, and asks nothing', () => {
  const script = upgradeScript('bookworm', 'trixie');
  expect(script).toContain("sed -i 's/\\bbookworm\\b/trixie/g' /etc/apt/sources.list\n");
  expect(script).toMatch(/noninteractive[\s\S]*full-upgrade\n/);
  expect(script.indexOf('VERSION_CODENAME=bookworm')).toBeLessThan(script.indexOf('sed'));
});
