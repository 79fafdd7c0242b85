import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, someHardware } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { biosAge } from './bios-age.js';

const of = (date: string | undefined) => ({ vendor: 'HPE', version: 'U44', date });

it.each([
  ['new', { firmware: of('2025-06-01') }, ['pass']],
  ['of today', { firmware: of('2026-11-24') }, ['pass']],
  ['exactly three years old', { firmware: of('2023-11-24') }, ['pass']],
  ['a day older', { firmware: of('2023-11-23') }, ['warn']],
  ['of tomorrow', { firmware: of('2026-11-25') }, ['unknown']],
  ['not read', { firmware: of(undefined) }, ['unknown']],
  ['virtual', { virtual: 'kvm', firmware: of('2014-04-01') }, ['not-applicable']],
  ['nobody knows whether it is virtual', { virtual: undefined, firmware: of('2014-04-01') }, ['warn']],
  [
    'nothing else known',
    { maker: undefined, model: undefined, firmware: { ...of('2001-01-01'), version: undefined } },
    ['warn'],
  ],
])('%s', (_, more, expected) => {
  for (const path of ['ws2016-ws2025', 'debian12-debian13'])
    expect(statesOf(biosAge, { hardware: someHardware(more) }, aSituation(path))).toEqual(expected);
});

it('names the machine whose page to look at', () => {
  const [outcome] = runCheck(biosAge, { hardware: someHardware({ firmware: of('2019-02-01') }) });
  expect(outcome?.text.es).toBe('La BIOS U44 es del 1 de febrero de 2019: tiene más de 3 años.');
  expect(outcome?.remedy?.text.en).toContain('for HPE ProLiant ML30 Gen10');
});

it('is of no interest when the server is left as it is', () => expect(concerns(biosAge, 'sbs2003-ws2025')).toBe(false));
