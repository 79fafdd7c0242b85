import { expect, it } from 'vitest';
import { aDomainController, aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { dcHealth } from './dc-health.js';

it.each([
  [{}, 'manual', 'dcdiag /v\nrepadmin /replsummary\nrepadmin /showrepl'],
  [{ controllers: ['SERVER'] }, 'manual', 'dcdiag /v'],
  [{ isController: false }, 'not-applicable', undefined],
])('%o: %s', (more, state, command) => {
  const [outcome] = runCheck(dcHealth, { domainController: aDomainController(more) }, aSituation('ws2016-ws2025'));
  expect(outcome?.state).toBe(state);
  expect(outcome?.remedy?.kind === 'command' ? outcome.remedy.command : undefined).toBe(command);
});
