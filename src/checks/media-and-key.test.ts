import { expect, it } from 'vitest';
import { runCheck } from '../testing/run-check.js';
import { mediaAndKey } from './media-and-key.js';

it.each([
  ['known', { identity: { language: 'es-ES' } }, 'es-ES'],
  ['not told', { identity: { language: undefined } }, null],
  ['identity missing', {}, null],
])('language %s', (_, values, language) =>
  expect(runCheck(mediaAndKey, values)).toMatchObject([{ state: 'manual', evidence: { language } }]),
);
