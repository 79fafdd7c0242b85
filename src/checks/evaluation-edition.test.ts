import { expect, it } from 'vitest';
import { aSituation, anIdentity } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { evaluationEdition } from './evaluation-edition.js';

it.each([
  [false, 'domain-controller', 'pass', undefined],
  [true, 'member', 'warn', 'high'],
  [true, 'domain-controller', 'fail', 'inhibitor'],
  [undefined, 'member', 'unknown', 'medium'],
] as const)('evaluation %s on a %s: %s %s', (evaluation, role, state, severity) => {
  const identity = anIdentity({ evaluation, role });
  const [outcome] = runCheck(evaluationEdition, { identity }, aSituation('ws2016-ws2025'));
  expect([outcome?.state, outcome?.severity]).toEqual([state, severity]);
});

it.each([
  ['ws2016-ws2025', 'slmgr'],
  ['sbs2000-sbs2003', 'winver'],
])('%s: tells to look with %s', (path, tool) => {
  const identity = anIdentity({ evaluation: undefined });
  expect(runCheck(evaluationEdition, { identity }, aSituation(path))[0]?.text.es).toContain(tool);
});
