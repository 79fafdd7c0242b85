import { expect, it } from 'vitest';
import { aPath } from '../testing/assessment.js';
import { linuxSituation, statesOf } from '../testing/run-check.js';
import { queuesEmpty } from './queues-empty.js';

const to = (id: string) => ({ ...linuxSituation, path: aPath({ to: id }) });

it.each([
  ['no mail server', { software: [], queued: undefined }, 'debian13', 'not-applicable'],
  ['an empty queue', { software: ['postfix'], queued: 0 }, 'debian13', 'pass'],
  ['messages', { software: ['postfix'], queued: 3 }, 'debian13', 'warn'],
  ['not told', { software: ['postfix'], queued: undefined }, 'debian13', 'manual'],
  ['SBS also has faxes', { software: ['exchange'], queued: 0 }, 'sbs2003', 'manual'],
])('%s', (_, mail, target, expected) => expect(statesOf(queuesEmpty, { mail }, to(target))).toEqual([expected]));
