import { expect, it } from 'vitest';
import { aDomainController, aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { dcAdprep } from './dc-adprep.js';

it.each([
  ['ws2016-ws2025', true, 'manual', 'D:\\support\\adprep\\adprep.exe /forestprep'],
  ['ws2000-ws2003', true, 'manual', 'D:\\i386\\adprep.exe /forestprep'],
  ['ws2016-ws2025', false, 'not-applicable', undefined],
])('%s, controller %s: %s', (path, isController, state, command) => {
  const [outcome] = runCheck(dcAdprep, { domainController: aDomainController({ isController }) }, aSituation(path));
  expect(outcome?.state).toBe(state);
  expect(outcome?.remedy?.kind === 'command' ? outcome.remedy.command.split('\n')[0] : undefined).toBe(command);
});

it('leaves Small Business Server to its own set-up', () => {
  const { path, from, to } = aSituation('sbs2000-sbs2003');
  expect(dcAdprep.concerns?.(path, from, to)).toBe(false);
});
