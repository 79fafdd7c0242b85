import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { tasksWithStoredCredentials } from './tasks-with-stored-credentials.js';

const task = (storedCredentials: boolean | undefined, enabled = true) => ({
  name: 'copia',
  command: 'x',
  account: 'ana',
  storedCredentials,
  enabled,
  interpreters: [],
});

it.each([
  ['no task', [], 'pass'],
  ['none stored', [task(false)], 'pass'],
  ['one stored', [task(false), task(true)], 'warn'],
  ['stored, but disabled', [task(true, false)], 'pass'],
  ['not told', [task(undefined)], 'unknown'],
])('%s', (_, tasks, expected) =>
  expect(statesOf(tasksWithStoredCredentials, { scheduledTasks: { tasks } })).toEqual([expected]),
);
