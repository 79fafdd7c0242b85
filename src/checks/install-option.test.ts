import { expect, it } from 'vitest';
import { aSituation, anIdentity } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { installOption } from './install-option.js';

it.each([
  ['desktop', 'manual', 'Desktop Experience'],
  ['core', 'manual', 'without desktop'],
  ['nano', 'fail', 'Nano Server'],
  [undefined, 'unknown', 'could not be read'],
] as const)('%s: %s', (installation, state, text) => {
  const [outcome] = runCheck(installOption, { identity: anIdentity({ installation }) }, aSituation('ws2016-ws2025'));
  expect(outcome?.state).toBe(state);
  expect(outcome?.text.en).toContain(text);
});
