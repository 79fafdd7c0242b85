import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { usersLoggedOn } from './users-logged-on.js';

const session = {
  id: '1',
  own: false,
  user: 'ana',
  from: undefined,
  kind: 'console',
  since: undefined,
  idleSeconds: undefined,
  active: true,
};

it.each([
  ['nobody', { sessions: [], openFiles: [] }, 'pass'],
  ['nobody, files not known', { sessions: [], openFiles: undefined }, 'warn'],
  ['somebody', { sessions: [session], openFiles: [] }, 'warn'],
  ['an open file', { sessions: [], openFiles: [{ path: 'x', user: 'ana' }] }, 'warn'],
])('%s', (_, sessions, expected) => expect(statesOf(usersLoggedOn, { sessions })).toEqual([expected]));
