import { expect, it } from 'vitest';
import { someDatabases } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { postgresqlClusters } from './postgresql-clusters.js';

it.each([
  ['none', {}, ['not-applicable']],
  [
    'an old one and one of the new release',
    {
      postgresql: {
        servers: [],
        clusters: [
          { version: '15', name: 'main', port: 5432, running: true, dataDirectory: undefined },
          { version: '17', name: 'new', port: 5433, running: undefined, dataDirectory: undefined },
        ],
      },
    },
    ['warn', 'pass'],
  ],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(postgresqlClusters, { databases: someDatabases(more) })).toEqual(expected),
);
