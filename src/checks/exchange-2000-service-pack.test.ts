import { expect, it } from 'vitest';
import { aSituation, anExchange } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
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
