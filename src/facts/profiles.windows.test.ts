import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, readWith, reasonWith, valueWith } from '../testing/read-with.js';
import { denied, registry, text } from '../testing/windows-answers.js';
import { profilesOnWindows } from './profiles.windows.js';
import { programFolders } from './questions/windows-services.js';
import { currentVersion } from './questions/windows.js';

const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';
const ana = 'S-1-5-21-1004336348-1177238915-682003330-1105';
const host = (root: string): Given => ({
  windows: registry(currentVersion.key, { '': { SystemRoot: root } }),
  programs: registry(programFolders.key, { '': {} }),
});

const ws2019: Given = {
  ...host('C:\\Windows'),
  list: registry(key, {
    '': {
      ProfilesDirectory: { expand: '%SystemDrive%\\Users' },
      ProgramData: { expand: '%SystemDrive%\\ProgramData' },
      Public: { expand: '%SystemDrive%\\Users\\Public' },
    },
    'S-1-5-18': { ProfileImagePath: { expand: '%systemroot%\\system32\\config\\systemprofile' } },
    [ana]: { ProfileImagePath: { expand: 'C:\\Users\\ana.muñoz' } },
    [`${ana}.bak`]: { ProfileImagePath: { expand: 'C:\\Users\\ana' } },
    'S-1-5-21-1-2-3-1106': { ProfileImagePath: { expand: 'C:\\Users\\luis' } },
    'S-1-5-21-1-2-3-1107': {},
  }),
  folders: text('C:\\Users\r\nAdministrator\r\nana.muñoz\r\nluis\r\nPublic\r\nAll Users\r\n'),
  links: text('C:\\Users\r\nAll Users\r\nluis\r\n'),
};

describe('profiles of Windows Server 2019', () => {
  const value = valueWith(profilesOnWindows, ws2019);
  const profile = (sid: string) => value.profiles.find(found => found.sid === sid);
  it('are configured where the registry says', () => {
    expect(value).toMatchObject({ profilesFolder: 'C:\\Users', programData: 'C:\\ProgramData' });
  });
  it.each([
    [ana, 'C:\\Users\\ana.muñoz', true, false, false],
    [`${ana}.bak`, 'C:\\Users\\ana', false, false, true],
    ['S-1-5-21-1-2-3-1106', 'C:\\Users\\luis', true, true, false],
    ['S-1-5-21-1-2-3-1107', undefined, undefined, undefined, false],
    ['S-1-5-18', 'C:\\Windows\\system32\\config\\systemprofile', undefined, undefined, false],
  ])('%s', (sid, path, exists, link, backupKey) => {
    expect(profile(sid)).toEqual({ sid, path, exists, link, backupKey });
  });

  it('that were moved to another drive are not judged by the folder that stayed', () => {
    const list = registry(key, { '': {}, [ana]: { ProfileImagePath: 'D:\\Users\\ana' } });
    expect(valueWith(profilesOnWindows, { ...ws2019, list }).profiles[0]).toMatchObject({
      path: 'D:\\Users\\ana',
      exists: undefined,
    });
  });

  it('are not called links when there are no links at all', () => {
    const links = text('C:\\Users\r\n', 1);
    expect(valueWith(profilesOnWindows, { ...ws2019, links }).profiles[1]).toMatchObject({ exists: true, link: false });
  });

  it('are not called absent when the list was cut', () => {
    const folders = { ...text('C:\\Users\r\nAdmin'), cut: true };
    expect(valueWith(profilesOnWindows, { ...ws2019, folders }).profiles[1]).toMatchObject({ exists: undefined });
  });
});

describe('profiles of Windows 2000 in Spanish', () => {
  it('lie under Documents and Settings, where links cannot be told', () => {
    const value = valueWith(profilesOnWindows, {
      ...host('C:\\WINNT'),
      list: registry(key, {
        '': { ProfilesDirectory: { expand: '%SystemDrive%\\Documents and Settings' }, AllUsersProfile: 'All Users' },
        [ana]: { ProfileImagePath: { expand: '%SystemDrive%\\Documents and Settings\\Begoña' } },
      }),
      folders: text('C:\\Documents and Settings\r\nAdministrador\r\nAll Users\r\nBegoña\r\n'),
      links: text(''),
    });
    expect(value).toEqual({
      profilesFolder: 'C:\\Documents and Settings',
      programData: undefined,
      profiles: [
        { sid: ana, path: 'C:\\Documents and Settings\\Begoña', exists: true, link: undefined, backupKey: false },
      ],
    });
  });
});

describe('profiles that cannot be read', () => {
  it('are missing, not none', () =>
    expect(reasonWith(profilesOnWindows, { list: denied }).en).toContain('ProfileList'));
  it('whatever the listing holds', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (one, other) =>
          readWith(profilesOnWindows, { ...ws2019, folders: text(one), links: text(`C:\\Users\n${other}`) }).state ===
          'known',
      ),
    );
  });
});
