import { expect, it } from 'vitest';
import { someSettings } from '../testing/linux-facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { tmpBecomesTmpfs } from './tmp-becomes-tmpfs.js';

it.each([
  ['on disk', {}, 'warn'],
  ['of its own', { tmpMount: { type: 'ext4', options: [] } }, 'pass'],
  ['masked', { tmpMasked: true }, 'pass'],
])('%s', (_, more, expected) =>
  expect(statesOf(tmpBecomesTmpfs, { systemSettings: someSettings(more) })).toEqual([expected]),
);

it.each([
  [2 * 1024 ** 3, 'medium'],
  [4 * 1024 ** 3, 'low'],
])('with %i bytes of memory it is %s', (memoryBytes, severity) =>
  expect(runCheck(tmpBecomesTmpfs, { systemSettings: someSettings(), hardware: { memoryBytes } })[0]?.severity).toBe(
    severity,
  ),
);
