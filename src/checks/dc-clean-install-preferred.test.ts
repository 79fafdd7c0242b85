import { expect, it } from 'vitest';
import { aDomainController, aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { dcCleanInstallPreferred } from './dc-clean-install-preferred.js';

it.each([
  [{}, 'warn', 'medium'],
  [{ controllers: ['SERVER'] }, 'warn', 'high'],
  [{ controllers: undefined }, 'warn', 'medium'],
  [{ isController: false }, 'not-applicable', undefined],
])('%o: %s %s', (more, state, severity) => {
  const values = { domainController: aDomainController(more) };
  const [outcome] = runCheck(dcCleanInstallPreferred, values, aSituation('ws2016-ws2025'));
  expect([outcome?.state, outcome?.severity]).toEqual([state, severity]);
});
