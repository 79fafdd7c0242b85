import { expect, it } from 'vitest';
import { aSituation } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { windows9xClients } from './windows-9x-clients.js';

it('asks a person', () => expect(statesOf(windows9xClients, {}, aSituation('sbs2000-sbs2003'))).toEqual(['manual']));

it.each([
  ['ws2000-sbs2003', true],
  ['ws2000-ws2003', false],
])('concerns %s: %s', (id, expected) => {
  const { path, from, to } = aSituation(id);
  expect(windows9xClients.concerns?.(path, from, to)).toBe(expected);
});
