import { expect, it } from 'vitest';
import { aSituation, anExchange } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { exchangeInstalled } from './exchange-installed.js';

it.each([
  ['ws2016-ws2025', { installed: false }, 'pass', undefined],
  ['ws2016-ws2025', { release: '2016' }, 'fail', 'inhibitor'],
  ['ws2012r2-ws2019', { release: undefined }, 'fail', 'inhibitor'],
  ['ws2003-ws2008', { release: '2007' }, 'fail', 'inhibitor'],
  ['ws2000-ws2003', { release: '2000' }, 'fail', 'inhibitor'],
  ['sbs2000-sbs2003', { release: '2000' }, 'pass', undefined],
  ['sbs2000-sbs2003', { release: '5.5' }, 'manual', 'high'],
  ['ws2003-sbs2003', { release: '2003' }, 'manual', 'high'],
  ['sbs2000-sbs2003', { release: undefined }, 'unknown', undefined],
])('%s with %o: %s %s', (path, more, state, severity) => {
  const [outcome] = runCheck(exchangeInstalled, { exchange: anExchange(more) }, aSituation(path));
  expect([outcome?.state, outcome?.severity]).toEqual([state, severity]);
});
