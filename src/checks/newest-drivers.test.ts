import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, someHardware } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { newestDrivers } from './newest-drivers.js';

it.each([
  ['a physical machine', 'ws2016-ws2025', { hardware: someHardware() }, 'manual', 'for HPE ProLiant ML30 Gen10'],
  [
    'one of no known maker',
    'sbs2000-sbs2003',
    { hardware: someHardware({ maker: undefined, model: undefined }) },
    'manual',
    'page:',
  ],
  ['hardware not read', 'ws2016-ws2025', {}, 'manual', 'page:'],
  ['Linux', 'debian12-debian13', { hardware: someHardware() }, 'manual', 'ProLiant'],
  ['virtual', 'ws2016-ws2025', { hardware: someHardware({ virtual: 'hyper-v' }) }, 'not-applicable', 'virtual'],
])('%s', (_, path, values, state, words) => {
  const [outcome] = runCheck(newestDrivers, values, aSituation(path));
  expect(outcome?.state).toBe(state);
  expect(outcome?.text.en).toContain(words);
});

it.each([
  ['ws2016-ws2025', 'medium', 'Windows Server 2025'],
  ['debian12-debian13', 'low', 'storage controller'],
])('%s asks as %s', (path, severity, words) => {
  const [outcome] = runCheck(newestDrivers, { hardware: someHardware() }, aSituation(path));
  expect(outcome?.severity).toBe(severity);
  expect(outcome?.question?.en).toContain(words);
});

it('asks nothing when the server is left as it is', () =>
  expect(concerns(newestDrivers, 'sbs2003-ws2025')).toBe(false));
