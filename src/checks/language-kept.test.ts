import { expect, it } from 'vitest';
import { aSituation, anIdentity } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { languageKept } from './language-kept.js';

it.each([
  ['es-ES', 'manual', 'European Spanish (es-ES)', 'español de España (es-ES)'],
  ['not a tag!', 'manual', 'installed in not a tag!', 'en not a tag!'],
  [undefined, 'unknown', 'could not be read', 'No se ha podido leer'],
])('%s: %s', (language, state, en, es) => {
  const [outcome] = runCheck(languageKept, { identity: anIdentity({ language }) }, aSituation('ws2016-ws2025'));
  expect(outcome?.state).toBe(state);
  expect(outcome?.text.en).toContain(en);
  expect(outcome?.text.es).toContain(es);
});
