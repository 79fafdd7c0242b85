import type { Answer } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { CommandQuestion, RegistryQuestion } from '../model/question.js';
import type { Profiles } from './profiles.js';
import { programFolders } from './questions/windows-services.js';
import { currentVersion } from './questions/windows.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, subKeysOf, textIn, textOf } from './reading/windows-answers.js';
import { foldersOf } from './reading/windows-files.js';
import { expandPath } from './reading/windows-paths.js';

const profileList = {
  id: 'registry-profile-list',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList',
  depth: 1,
  values: ['ProfilesDirectory', 'ProgramData', 'Public', 'AllUsersProfile', 'ProfileImagePath'],
} as const satisfies RegistryQuestion;

/**
 * The folder of the profiles and its folders, hidden ones too: the first line is where it is, by the folder that all users share
 * (Public since 2008, All Users before), so that a folder moved elsewhere is not taken for it.
 */
const profileFolders = {
  id: 'windows-profile-folders',
  kind: 'command',
  line: 'if defined PUBLIC (cd /d "%PUBLIC%\\.." && cd && dir /a:d /b) else (cd /d "%ALLUSERSPROFILE%\\.." && cd && dir /a:d /b)',
} as const satisfies CommandQuestion;

/** Those of them that are links to elsewhere. Before 2008 `dir` cannot select them. */
const profileLinks = {
  id: 'windows-profile-links',
  kind: 'command',
  line: 'if defined PUBLIC (cd /d "%PUBLIC%\\.." && cd && dir /a:dl /b)',
} as const satisfies CommandQuestion;

const questions = {
  list: profileList,
  folders: profileFolders,
  links: profileLinks,
  windows: currentVersion,
  programs: programFolders,
} as const;

export const profilesOnWindows = reader<Profiles, typeof questions>({
  questions,
  parse(answers) {
    const list = keyOf(answers.list, profileList.key);
    if (!list) return couldNotRead(profileList.key, answers.list);
    const folders = foldersOf(answers.windows, answers.programs);
    const expanded = (path: string | undefined) => (path === undefined ? undefined : expandPath(path, folders));
    const profilesFolder = expanded(textIn(list, 'ProfilesDirectory'));
    const present = listing(answers.folders);
    const links = listing(answers.links);
    return known({
      profilesFolder,
      programData: expanded(textIn(list, 'ProgramData')),
      profiles: subKeysOf(answers.list, profileList.key).map(([sid, values]) => {
        const path = expanded(textIn(values, 'ProfileImagePath'));
        const name = path === undefined ? undefined : nameIn(path, present?.folder);
        const exists = name === undefined ? undefined : present?.names.has(name);
        return {
          sid,
          path,
          exists,
          link: linkOf(exists, path === undefined ? undefined : nameIn(path, links?.folder), links?.names),
          backupKey: /\.bak$/i.test(sid),
        };
      }),
    });
  },
});

/** A folder that is not there is no link; where links cannot be told, nothing is said. */
function linkOf(exists: boolean | undefined, name: string | undefined, links: ReadonlySet<string> | undefined) {
  if (exists === false) return false;
  return name === undefined ? undefined : links?.has(name);
}

interface Listing {
  /** Lower case, with a backslash at its end. */
  readonly folder: string;
  readonly names: ReadonlySet<string>;
}

/** What the command printed: the folder, then the names in it. No name and code 1 means that there are none. */
function listing(answer: Answer): Listing | undefined {
  // a list that was cut says of no name that it is not there
  if (answer.state === 'ok' && answer.cut) return undefined;
  const lines = (textOf(answer) ?? '').split(/\r?\n/).map(line => line.trim().toLowerCase());
  const folder = lines[0] ?? '';
  if (!/^[a-z]:\\/.test(folder)) return undefined;
  const names = lines.slice(1).filter(name => name !== '');
  return { folder: folder.endsWith('\\') ? folder : `${folder}\\`, names: new Set(names) };
}

/** The last part of a path that lies directly in that folder. */
function nameIn(path: string, folder: string | undefined): string | undefined {
  const lower = path.toLowerCase().replace(/\\+$/, '');
  if (folder === undefined || !lower.startsWith(folder)) return undefined;
  const name = lower.slice(folder.length);
  return name === '' || name.includes('\\') ? undefined : name;
}
