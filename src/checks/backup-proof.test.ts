import { expect, it } from 'vitest';
import { runCheck } from '../testing/run-check.js';
import { backupProof } from './backup-proof.js';

it('asks, since no fact can tell', () =>
  expect(runCheck(backupProof, {})).toMatchObject([{ state: 'manual', severity: 'high' }]));
