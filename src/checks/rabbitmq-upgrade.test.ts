import { expect, it } from 'vitest';
import { someDatabases } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { rabbitmqUpgrade } from './rabbitmq-upgrade.js';

it.each([
  ['not installed', {}, ['not-applicable']],
  ['installed', { others: [{ package: 'rabbitmq-server', version: '3.10' }] }, ['fail']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(rabbitmqUpgrade, { databases: someDatabases(more) })).toEqual(expected),
);
