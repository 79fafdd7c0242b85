import { expect, it } from 'vitest';
import { linuxSituation, statesOf } from '../testing/run-check.js';
import { updatesPending } from './updates-pending.js';

const update = { id: 'x', title: 'x 1.0', security: true };
const windows = { ...linuxSituation, recording: { ...linuxSituation.recording, platform: 'windows' as const } };

it.each([
  ['none', [], 'pass', 'pass'],
  ['one', [update], 'fail', 'warn'],
  ['not told', undefined, 'unknown', 'unknown'],
])('%s', (_, pending, onLinux, onWindows) => {
  const updates = { installed: [], pending, lastInstalled: '2026-11-01', lastChecked: undefined, broken: [] };
  expect(statesOf(updatesPending, { updates })).toEqual([onLinux]);
  expect(statesOf(updatesPending, { updates }, windows)).toEqual([onWindows]);
});
