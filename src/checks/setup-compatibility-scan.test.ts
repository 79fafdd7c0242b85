import { expect, it } from 'vitest';
import { aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { setupCompatibilityScan } from './setup-compatibility-scan.js';

it.each([
  ['ws2016-ws2025', 'D:\\setup.exe /Auto Upgrade /Quiet'],
  ['ws2012-ws2012r2', 'D:\\setup.exe /checkupgradeonly'],
  ['sbs2000-sbs2003', 'D:\\i386\\winnt32.exe /checkupgradeonly'],
])('%s: %s', (path, line) => {
  const [outcome] = runCheck(setupCompatibilityScan, {}, aSituation(path));
  expect(outcome).toMatchObject({ state: 'manual', remedy: { command: expect.stringContaining(line) } });
  // only the engine of the newer media has that code
  expect(outcome?.remedy?.text.es.includes('0xC1900210')).toBe(path === 'ws2016-ws2025');
});
