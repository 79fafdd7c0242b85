import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { defenderTamperProtection } from './defender-tamper-protection.js';

const defender = (tamperProtected: boolean | undefined, running: boolean | undefined = true) => [
  { product: 'microsoft-defender', name: 'D', vendor: 'M', kind: 'antivirus', seen: [], running, tamperProtected },
];

it.each([
  ['on', defender(true), 'warn'],
  ['off', defender(false), 'pass'],
  ['not read', defender(undefined), 'unknown'],
  ['stopped', defender(true, false), 'not-applicable'],
  ['no Defender', [], 'not-applicable'],
])('%s', (_, protection, expected) => expect(statesOf(defenderTamperProtection, { protection })).toEqual([expected]));
