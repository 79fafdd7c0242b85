import { expect, it } from 'vitest';
import { aPath } from '../testing/assessment.js';
import { linuxSituation, statesOf } from '../testing/run-check.js';
import { tasksWithRemovedInterpreters } from './tasks-with-removed-interpreters.js';

const task = (interpreters: readonly string[], enabled = true) => ({
  name: 'n',
  command: 'c',
  account: undefined,
  storedCredentials: undefined,
  enabled,
  interpreters,
});

it.each([
  ['nothing special', 'debian13', [task([])], ['pass']],
  ['python3.11 by name', 'debian13', [task(['python3.11'])], ['warn']],
  ['on a path that keeps it', 'debian12', [task(['python3.11'])], ['pass']],
  ['a disabled one', 'debian13', [task(['python2'], false)], ['pass']],
  ['two scripts for Windows 2025', 'ws2025', [task(['vbscript']), task(['wmic', 'powershell-2'])], ['warn', 'warn']],
])('%s', (_, to, tasks, expected) =>
  expect(
    statesOf(tasksWithRemovedInterpreters, { scheduledTasks: { tasks } }, { ...linuxSituation, path: aPath({ to }) }),
  ).toEqual(expected),
);

it('does not concern other targets', () => {
  const { from, to } = linuxSituation;
  expect(tasksWithRemovedInterpreters.concerns?.(aPath({ to: 'ws2019' }), from, to)).toBe(false);
});
