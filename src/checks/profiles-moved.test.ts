import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aProfile, aSituation, aVolume, someProfiles } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { profilesMoved } from './profiles-moved.js';

const path = aSituation('ws2016-ws2025');
const system = [aVolume(), aVolume({ name: 'D:', system: false })];

it.each([
  ['where they belong', {}, system, ['pass']],
  ['in other letters', { profilesFolder: 'c:\\users' }, system, ['pass']],
  [
    'by variable',
    { profilesFolder: '%SystemDrive%\\Users', programData: '%SystemDrive%\\ProgramData' },
    system,
    ['pass'],
  ],
  ['the system is on D:', {}, [aVolume({ name: 'D:' })], ['fail']],
  ['profiles moved', { profilesFolder: 'D:\\Users' }, system, ['fail']],
  ['ProgramData moved', { programData: 'D:\\ProgramData' }, system, ['fail']],
  ['on a server', { profilesFolder: '\\\\server\\profiles' }, system, ['fail']],
  ['one profile moved', { profiles: [aProfile({ path: 'D:\\ana' })] }, system, ['fail']],
  ['a folder not read', { programData: undefined }, system, ['unknown']],
  ['a profile without a path', { profiles: [aProfile({ path: undefined })] }, system, ['pass']],
  ['moved and not read', { programData: undefined, profilesFolder: 'D:\\Users' }, system, ['fail']],
  ['no system volume', {}, [], ['unknown']],
])('%s', (_, more, volumes, expected) =>
  expect(statesOf(profilesMoved, { profiles: someProfiles(more), volumes }, path)).toEqual(expected),
);

it('names what lies elsewhere', () => {
  const profiles = someProfiles({ programData: 'E:\\PD', profiles: [aProfile(), aProfile({ path: 'D:\\ana' })] });
  expect(runCheck(profilesMoved, { profiles, volumes: system }, path)[0]?.evidence).toEqual({
    moved: ['E:\\PD', 'D:\\ana'],
    systemDrive: 'C:',
  });
});

it.each([
  ['ws2012-ws2012r2', true],
  ['ws2003-ws2008', false],
  ['sbs2000-sbs2003', false],
])('%s: %s', (id, expected) => expect(concerns(profilesMoved, id)).toBe(expected));
