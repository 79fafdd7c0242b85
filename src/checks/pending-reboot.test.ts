import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { pendingReboot } from './pending-reboot.js';

const reason = (certain: boolean) => ({ kind: 'file-rename', detail: 'x', certain });

it.each([
  ['none', [], 'pass'],
  ['only a rename', [reason(false)], 'warn'],
  ['certain', [reason(false), reason(true)], 'fail'],
])('%s', (_, reasons, expected) => expect(statesOf(pendingReboot, { fact: { reasons } })).toEqual([expected]));
