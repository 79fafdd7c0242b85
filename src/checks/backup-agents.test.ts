import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { backupAgents } from './backup-agents.js';

const product = (more: object) => ({
  product: 'x',
  name: 'X',
  vendor: 'V',
  kind: 'backup',
  seen: ['xsvc'],
  running: true,
  ...more,
});

it.each([
  ['none', [], ['pass']],
  ['an antivirus is none', [product({ kind: 'antivirus' })], ['pass']],
  ['running', [product({})], ['warn']],
  ['stopped', [product({ running: false })], ['pass']],
  ['not known', [product({ running: undefined })], ['warn']],
])('%s', (_, protection, expected) => expect(statesOf(backupAgents, { protection })).toEqual(expected));
