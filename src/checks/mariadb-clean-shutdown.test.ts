import { expect, it } from 'vitest';
import { someDatabases } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { mariadbCleanShutdown } from './mariadb-clean-shutdown.js';

it.each([
  ['not installed', {}, ['not-applicable']],
  [
    'running',
    {
      mysql: {
        flavour: 'mariadb',
        version: '10.11',
        package: 'mariadb-server',
        running: true,
        dataVersion: undefined,
        cleanShutdown: undefined,
      },
    },
    ['warn'],
  ],
  [
    'stopped cleanly',
    {
      mysql: {
        flavour: 'mariadb',
        version: '10.11',
        package: 'mariadb-server',
        running: false,
        dataVersion: undefined,
        cleanShutdown: true,
      },
    },
    ['warn'],
  ],
  [
    'crashed',
    {
      mysql: {
        flavour: 'mariadb',
        version: '10.11',
        package: 'mariadb-server',
        running: false,
        dataVersion: undefined,
        cleanShutdown: false,
      },
    },
    ['fail'],
  ],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(mariadbCleanShutdown, { databases: someDatabases(more) })).toEqual(expected),
);
