import { expect, it } from 'vitest';
import { aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { sharepointInstalled } from './sharepoint-installed.js';

const found = (product: string) => [{ product, name: 'SharePoint 2013', version: '15.0', seen: 'SPTimerV4' }];

it.each([
  ['ws2012r2-ws2016', [], 'pass', undefined],
  ['ws2012r2-ws2016', found('wsus'), 'pass', undefined],
  ['ws2012r2-ws2016', found('sharepoint'), 'fail', 'inhibitor'],
  ['ws2012r2-ws2016', found('wss'), 'fail', 'high'],
  ['ws2003-sbs2003', found('wss'), 'manual', undefined],
])('%s with %o: %s %s', (path, products, state, severity) => {
  const [outcome] = runCheck(sharepointInstalled, { serverProducts: { found: products } }, aSituation(path));
  expect([outcome?.state, outcome?.severity]).toEqual([state, severity]);
});
