import { describe, expect, it } from 'vitest';
import { aDomainController, anIdentity, aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { singleSbsLimits } from './single-sbs-limits.js';

const judged = (more: Parameters<typeof aDomainController>[0]) =>
  runCheck(singleSbsLimits, { domainController: aDomainController(more) }, aSituation('sbs2000-sbs2003')).map(
    ({ resource, state }) => `${resource} ${state}`,
  );

describe('single-sbs-limits', () => {
  it.each([
    ['a lone root', {}, ['forest-root pass', 'trusts pass', 'operation-masters pass', 'licences manual']],
    [
      'a child',
      { isChildDomain: true },
      ['forest-root fail', 'trusts pass', 'operation-masters pass', 'licences manual'],
    ],
    [
      'a trust',
      { trusts: ['OTHER'] },
      ['forest-root pass', 'trusts fail', 'operation-masters pass', 'licences manual'],
    ],
    [
      'a master elsewhere',
      { holds: ['pdc'] },
      ['forest-root pass', 'trusts pass', 'operation-masters fail', 'licences manual'],
    ],
    [
      'nothing readable',
      { isChildDomain: undefined, trusts: undefined, holds: undefined },
      ['forest-root unknown', 'trusts unknown', 'operation-masters unknown', 'licences manual'],
    ],
    ['role not read', { isController: false }, ['domain unknown', 'licences manual']],
  ])('%s', (_, more, expected) => expect(judged(more)).toEqual(expected));

  it.each([
    ['standalone', 'not-applicable'],
    ['member', 'fail'],
  ] as const)('a %s server: %s', (role, state) => {
    const values = { domainController: aDomainController({ isController: false }), identity: anIdentity({ role }) };
    expect(runCheck(singleSbsLimits, values, aSituation('ws2000-sbs2003'))[0]).toMatchObject({
      resource: 'domain',
      state,
    });
  });

  it('names the masters that are elsewhere', () => {
    const values = { domainController: aDomainController({ holds: ['schema', 'naming', 'pdc'] }) };
    const outcome = runCheck(singleSbsLimits, values, aSituation('sbs2000-sbs2003'))[2];
    expect(outcome?.evidence).toEqual({ lacking: ['rid', 'infrastructure'] });
  });
});
