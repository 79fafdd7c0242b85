import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { machinesRunningHere } from './machines-running-here.js';

const engine = (running: number | undefined) => ({ name: 'docker', package: 'docker.io', version: '20', running });

it.each([
  ['none', [], ['pass']],
  ['an idle one', [engine(0)], ['pass']],
  ['one at work and one not counted', [engine(1), engine(undefined)], ['warn', 'warn']],
])('%s', (_, engines, expected) =>
  expect(statesOf(machinesRunningHere, { containersAndVirtualMachines: { engines } })).toEqual(expected),
);
