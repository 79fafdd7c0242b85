import { expect, it } from 'vitest';
import { aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { isaServer } from './isa-server.js';

const found = (product: string) => [{ product, name: 'ISA Server 2000', version: undefined, seen: 'fwsrv' }];

it.each([
  ['sbs2000-sbs2003', [], 'pass', undefined],
  ['sbs2000-sbs2003', found('isa'), 'manual', 'high'],
  ['ws2008r2-ws2012r2', found('tmg'), 'fail', 'high'],
  ['ws2008r2-ws2012r2', found('wsus'), 'pass', undefined],
])('%s with %o: %s %s', (path, products, state, severity) => {
  const [outcome] = runCheck(isaServer, { serverProducts: { found: products } }, aSituation(path));
  expect([outcome?.state, outcome?.severity]).toEqual([state, severity]);
});
