import { expect, it } from 'vitest';
import { aSituation, anExchange } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { exchange2000ServicePack } from './exchange-2000-service-pack.js';

it.each([
  [{ servicePack: 3 }, 'pass'],
  [{ servicePack: 2 }, 'fail'],
  [{ servicePack: 0 }, 'fail'],
  [{ servicePack: undefined }, 'unknown'],
  [{ release: undefined, servicePack: 3 }, 'unknown'],
  [{ release: '2003', servicePack: 0 }, 'not-applicable'],
  [{ installed: false }, 'not-applicable'],
])('%o: %s', (more, state) =>
  expect(statesOf(exchange2000ServicePack, { exchange: anExchange(more) }, aSituation('sbs2000-sbs2003'))).toEqual([
    state,
  ]),
);

it.each([
  ['sbs2000-sbs2003', true],
  ['ws2000-ws2003', true],
  ['ws2016-ws2025', false],
  ['sbs45-sbs2003', false],
])('concerns %s: %s', (id, expected) => {
  const { path, from, to } = aSituation(id);
  expect(exchange2000ServicePack.concerns?.(path, from, to)).toBe(expected);
});

it.each([
  [0, 'has no service pack', 'no tiene ningún Service Pack'],
  [2, 'has Service Pack 2', 'tiene el Service Pack 2'],
])('says which one there is: %s', (servicePack, en, es) => {
  const values = { exchange: anExchange({ servicePack }) };
  const [outcome] = runCheck(exchange2000ServicePack, values, aSituation('sbs2000-sbs2003'));
  expect(outcome?.text.en).toContain(en);
  expect(outcome?.text.es).toContain(es);
});
