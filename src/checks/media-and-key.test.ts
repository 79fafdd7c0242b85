import { expect, it } from 'vitest';
import { aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { mediaAndKey } from './media-and-key.js';

it.each([
  ['known', { identity: { language: 'es-ES' } }, 'es-ES'],
  ['not told', { identity: { language: undefined } }, null],
  ['identity missing', {}, null],
])('language %s', (_, values, language) =>
  expect(runCheck(mediaAndKey, values, aSituation('ws2016-ws2025'))).toMatchObject([
    { state: 'manual', evidence: { language } },
  ]),
);

it('names the language in words, and none for a new server', () => {
  const identity = { language: 'es-ES' };
  const [here] = runCheck(mediaAndKey, { identity }, aSituation('ws2016-ws2025'));
  expect(here?.question).toMatchObject({
    en: expect.stringContaining('Spanish'),
    es: expect.stringContaining('español'),
  });
  const [moved] = runCheck(mediaAndKey, { identity }, aSituation('sbs2011-ws2025'));
  expect(moved?.question?.es).not.toContain('español');
});
