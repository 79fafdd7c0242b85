import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aProfile, aSituation, someProfiles } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { brokenProfiles } from './broken-profiles.js';

const path = aSituation('ws2016-ws2019');

it.each([
  ['one in order', [aProfile()], ['pass']],
  ['none', [], ['pass']],
  ['folder gone', [aProfile({ exists: false })], ['fail']],
  ['a link', [aProfile({ link: true })], ['fail']],
  ['whether it is a link was not seen', [aProfile({ link: undefined })], ['pass']],
  ['left behind', [aProfile({ backupKey: true })], ['warn']],
  ['left behind, folder gone', [aProfile({ backupKey: true, exists: false })], ['fail']],
  ['left behind, folder not looked at', [aProfile({ backupKey: true, exists: undefined })], ['warn']],
  ['no folder named', [aProfile({ path: undefined, exists: undefined })], ['warn']],
  ['not looked at', [aProfile({ exists: undefined }), aProfile({ exists: undefined })], ['unknown']],
  ['gone and not looked at', [aProfile({ exists: false }), aProfile({ exists: undefined })], ['fail', 'unknown']],
  ['Network Service', [aProfile({ sid: 'S-1-5-20', exists: undefined })], ['pass']],
  ['an account whose number begins so', [aProfile({ sid: 'S-1-5-20-1', exists: false })], ['fail']],
])('%s', (_, profiles, expected) =>
  expect(statesOf(brokenProfiles, { profiles: someProfiles({ profiles }) }, path)).toEqual(expected),
);

it('is kept apart by account', () => {
  const profiles = someProfiles({ profiles: [aProfile({ exists: false, sid: 'S-1-5-21-1-2-3-1001' })] });
  expect(runCheck(brokenProfiles, { profiles }, path)[0]).toMatchObject({
    resource: 'S-1-5-21-1-2-3-1001',
    evidence: { path: 'C:\\Users\\ana' },
  });
});

it.each([
  ['ws2016-ws2019', true],
  ['sbs2000-sbs2003', false],
])('%s: %s', (id, expected) => expect(concerns(brokenProfiles, id)).toBe(expected));
