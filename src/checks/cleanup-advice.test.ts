import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, aVolume, anIdentity } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { cleanupAdvice } from './cleanup-advice.js';

const GiB = 1024 ** 3;

it.each([
  ['twice what is asked for', 'ws2016-ws2025', { freeBytes: 40 * GiB }, 'pass'],
  ['one byte less', 'ws2016-ws2025', { freeBytes: 40 * GiB - 1 }, 'manual'],
  ['free space not read', 'ws2016-ws2025', { freeBytes: undefined }, 'manual'],
  ['nothing is asked for', 'ws2000-ws2003', { freeBytes: 900 * GiB }, 'manual'],
  ['Linux with plenty', 'debian12-debian13', { name: '/', freeBytes: 4 * GiB }, 'pass'],
  ['Linux with less', 'debian12-debian13', { name: '/', freeBytes: 4 * GiB - 1 }, 'manual'],
  ['no system volume', 'ws2016-ws2025', { system: false }, 'unknown'],
] as const)('%s', (_, path, more, expected) =>
  expect(statesOf(cleanupAdvice, { volumes: [aVolume(more)] }, aSituation(path))).toEqual([expected]),
);

it.each([
  ['sbs2000-sbs2003', 'C:', 'desktop', 'cleanmgr /d C:'],
  ['ws2016-ws2025', 'D:', 'desktop', 'cleanmgr /d D:'],
  ['ws2016-ws2025', 'C: & format', 'desktop', 'cleanmgr'],
  ['ws2016-ws2025', 'C:', 'core', 'Dism.exe /Online /Cleanup-Image /StartComponentCleanup'],
  ['debian12-debian13', '/', undefined, 'apt-get clean && journalctl --vacuum-size=200M'],
] as const)('%s on %s (%s): %s', (path, name, installation, command) => {
  const values = { volumes: [aVolume({ name, freeBytes: 1 })], identity: anIdentity({ installation }) };
  expect(runCheck(cleanupAdvice, values, aSituation(path))[0]?.remedy).toMatchObject({ kind: 'command', command });
});

it.each([
  ['ws2003-ws2008', false],
  ['ws2008r2-ws2012', true],
  ['ws2012r2-ws2019', false],
])('%s may lack Disk Cleanup: %s', (path, expected) => {
  const [outcome] = runCheck(cleanupAdvice, { volumes: [aVolume({ freeBytes: 1 })] }, aSituation(path));
  expect(outcome?.remedy?.text.en.includes('Desktop Experience')).toBe(expected);
});

it('is of no interest when the server is left as it is', () =>
  expect(concerns(cleanupAdvice, 'sbs2003-ws2025')).toBe(false));
