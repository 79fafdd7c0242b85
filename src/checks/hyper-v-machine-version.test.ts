import { expect, it } from 'vitest';
import { aPath } from '../testing/assessment.js';
import { linuxSituation, statesOf } from '../testing/run-check.js';
import { hyperVMachineVersion } from './hyper-v-machine-version.js';

const machine = (version: string | undefined) => ({ name: 'vm', state: 'off', version, checkpoints: 0 });
const to = (id: string) => ({ ...linuxSituation, path: aPath({ to: id }) });

it.each([
  ['no host', 'ws2022', { host: false, machines: [] }, ['not-applicable']],
  ['not listed', 'ws2022', { host: true, machines: undefined }, ['unknown']],
  ['5.0 on 2019', 'ws2019', { host: true, machines: [machine('5.0')] }, ['pass']],
  ['5.0 on 2022', 'ws2022', { host: true, machines: [machine('5.0'), machine('9.0')] }, ['fail']],
  ['lowest and highest', 'ws2025', { host: true, machines: [machine('8.0'), machine('12.0')] }, ['pass']],
  ['version not read', 'ws2025', { host: true, machines: [machine(undefined)] }, ['unknown']],
])('%s', (_, target, hyperV, expected) =>
  expect(statesOf(hyperVMachineVersion, { hyperV }, to(target))).toEqual(expected),
);
