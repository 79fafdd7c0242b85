import { expect, it } from 'vitest';
import { runCheck, statesOf } from '../testing/run-check.js';
import { hyperVMachinesOff } from './hyper-v-machines-off.js';

const machine = (state: string) => ({ name: state, state, version: '9.0', checkpoints: 0 });

it.each([
  ['no host', { host: false, machines: [] }, ['not-applicable']],
  ['not listed', { host: true, machines: undefined }, ['unknown']],
  ['all off', { host: true, machines: [machine('off'), machine('off')] }, ['pass']],
  [
    'running and saved',
    { host: true, machines: [machine('running'), machine('saved'), machine('off')] },
    ['fail', 'fail'],
  ],
  ['no machine', { host: true, machines: [] }, ['pass']],
])('%s', (_, hyperV, expected) => expect(statesOf(hyperVMachinesOff, { hyperV })).toEqual(expected));

it.each([
  [0, false],
  [2, true],
  [undefined, true],
])('%s checkpoints', (checkpoints, named) => {
  const [outcome] = runCheck(hyperVMachinesOff, {
    hyperV: { host: true, machines: [{ ...machine('running'), checkpoints }] },
  });
  expect(outcome?.remedy?.text.en.includes('checkpoints')).toBe(named);
});
