import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { realTimeAntivirus } from './real-time-antivirus.js';

const product = (more: object) => ({
  product: 'x',
  name: 'X',
  vendor: 'V',
  kind: 'antivirus',
  seen: ['xsvc'],
  running: true,
  realTime: undefined,
  tamperProtected: undefined,
  signaturesAt: undefined,
  ...more,
});

it.each([
  ['none', [], ['pass']],
  ['a backup agent is none', [product({ kind: 'backup' })], ['pass']],
  ['running', [product({})], ['warn']],
  ['an EDR', [product({ kind: 'edr' })], ['warn']],
  ['stopped', [product({ running: false })], ['pass']],
  ['stopped, but its real-time part is on', [product({ running: false, realTime: true })], ['warn']],
  ['not known', [product({ running: undefined })], ['warn']],
  ['Defender watching', [product({ product: 'microsoft-defender', realTime: true })], ['warn']],
  ['Defender not watching', [product({ product: 'microsoft-defender', realTime: false })], ['pass']],
  ['another that says so of one of its services', [product({ realTime: false })], ['warn']],
])('%s', (_, protection, expected) => expect(statesOf(realTimeAntivirus, { protection })).toEqual(expected));
