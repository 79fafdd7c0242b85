import { describe, expect, it } from 'vitest';
import { aSituation } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { sqlServerVersion } from './sql-server-version.js';

const instance = (release: string | undefined, edition: string | undefined = 'Express') => ({
  name: 'SQLEXPRESS',
  release,
  version: '13.0.5026.0',
  edition,
  running: true,
});

describe('sql-server-version', () => {
  it.each([
    ['ws2016-ws2025', '2017', 'pass'],
    ['ws2016-ws2025', '2022', 'pass'],
    ['ws2016-ws2025', '2016', 'fail'],
    ['ws2016-ws2025', '2008 R2', 'fail'],
    ['ws2016-ws2025', '7.0', 'fail'],
    ['ws2016-ws2025', '2025', 'manual'],
    ['ws2016-ws2019', '2016', 'manual'],
    ['sbs2000-sbs2003', '2000', 'manual'],
    ['ws2016-ws2025', undefined, 'unknown'],
  ])('%s with SQL Server %s: %s', (path, release, state) =>
    expect(statesOf(sqlServerVersion, { sqlServer: { instances: [instance(release)] } }, aSituation(path))).toEqual([
      state,
    ]),
  );

  it('lets the database of Windows itself be', () => {
    const instances = [instance('2012', 'Windows Internal Database')];
    expect(statesOf(sqlServerVersion, { sqlServer: { instances } }, aSituation('ws2016-ws2025'))).toEqual([
      'not-applicable',
    ]);
  });

  it('judges each instance by its name', () => {
    const instances = [instance('2019'), { ...instance('2012'), name: 'OLD' }];
    const outcomes = runCheck(sqlServerVersion, { sqlServer: { instances } }, aSituation('ws2016-ws2025'));
    expect(outcomes.map(({ resource, state }) => [resource, state])).toEqual([
      ['SQLEXPRESS', 'pass'],
      ['OLD', 'fail'],
    ]);
    expect(statesOf(sqlServerVersion, { sqlServer: { instances: [] } }, aSituation('ws2016-ws2025'))).toEqual(['pass']);
  });
});
