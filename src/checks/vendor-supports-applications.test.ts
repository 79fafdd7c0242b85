import { expect, it } from 'vitest';
import { someHardware } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { vendorSupportsApplications } from './vendor-supports-applications.js';

const application = (name: string, publisher: string | undefined, foreign = true) => ({
  id: name,
  name,
  version: '1',
  publisher,
  installed: undefined,
  architecture: undefined,
  foreign,
  held: false,
});

it.each([
  ['none', [], [[undefined, 'pass']]],
  ['only the system’s', [application('Office', 'Microsoft', false)], [[undefined, 'pass']]],
  [
    'two of one maker, one of none',
    [application('A', 'Sage'), application('B', 'Sage'), application('C', undefined)],
    [
      ['Sage', 'manual'],
      ['C', 'manual'],
    ],
  ],
])('%s', (_, applications, expected) =>
  expect(
    runCheck(vendorSupportsApplications, { applications }).map(outcome => [outcome.resource, outcome.state]),
  ).toEqual(expected),
);

it.each([
  ['vmware', []],
  [false, ['VMware, Inc.']],
] as const)('the tools of the hypervisor it runs on (%s) are asked about elsewhere', (virtual, asked) => {
  const applications = [application('VMware Tools', 'VMware, Inc.')];
  const outcomes = runCheck(vendorSupportsApplications, { applications, hardware: someHardware({ virtual }) });
  expect(outcomes.flatMap(({ resource }) => resource ?? [])).toEqual(asked);
});
