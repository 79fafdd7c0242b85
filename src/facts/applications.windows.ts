import type { Answer, RegistryValue } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { RegistryQuestion } from '../model/question.js';
import type { Application, Applications } from './applications.js';
import { couldNotRead } from './reading/why.js';
import { keysOf, numberIn, subKeysOf, textIn } from './reading/windows-answers.js';
import { isMicrosoft } from './reading/windows-files.js';

const values = [
  'DisplayName',
  'DisplayVersion',
  'Publisher',
  'InstallDate',
  'SystemComponent',
  'ParentKeyName',
  'ReleaseType',
] as const;

/** What Control Panel lists: programs of the system's own word length… */
const native = {
  id: 'windows-uninstall',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall',
  depth: 1,
  values,
  maxBytes: 2 * 1024 * 1024,
  timeoutSeconds: 40,
} as const satisfies RegistryQuestion;
/** …and 32-bit programs on 64-bit Windows, which has this key even when it is empty. */
const wow = {
  ...native,
  id: 'windows-uninstall-32',
  key: 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall',
} as const satisfies RegistryQuestion;

const questions = { native, wow } as const;

/**
 * Installed applications, without updates and parts of others. One that names no publisher (common before 2003) counts as
 * Microsoft's only when its own name begins so.
 */
export const applicationsOnWindows = reader<Applications, typeof questions>({
  questions,
  parse(answers) {
    if (!keysOf(answers.native)) return couldNotRead(native.key, answers.native);
    // 32-bit Windows has no second view; when it was not allowed to look there, nobody knows
    const wide = keysOf(answers.wow) ? true : answers.wow.state === 'missing' ? false : undefined;
    return known([
      ...listed(answers.native, native.key, wide === undefined ? undefined : wide ? 'x64' : 'x86'),
      ...listed(answers.wow, wow.key, 'x86'),
    ]);
  },
});

function listed(answer: Answer, key: string, architecture: Application['architecture']): readonly Application[] {
  return subKeysOf(answer, key).flatMap(([id, said]) => {
    const name = textIn(said, 'DisplayName');
    if (name === undefined || isPartOrUpdate(id, said)) return [];
    const publisher = textIn(said, 'Publisher');
    return [
      {
        id,
        name,
        version: textIn(said, 'DisplayVersion'),
        publisher,
        installed: dayOf(textIn(said, 'InstallDate')),
        architecture,
        foreign: !(publisher === undefined ? /^(microsoft|windows)\b/i.test(name) : isMicrosoft(publisher)),
        held: false,
      },
    ];
  });
}

function isPartOrUpdate(id: string, said: Readonly<Record<string, RegistryValue>>): boolean {
  return (
    numberIn(said, 'SystemComponent') === 1 ||
    textIn(said, 'ParentKeyName') !== undefined ||
    /^(hotfix|security update|update|update rollup|service pack)$/i.test(textIn(said, 'ReleaseType') ?? '') ||
    // Windows 2000 and 2003 list their own updates by article number
    /^(KB|Q)\d{6,}/i.test(id)
  );
}

/** Windows Installer writes yyyymmdd; what other set-ups write follows the language of the day and cannot be told. */
function dayOf(text: string | undefined): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(text ?? '');
  const day = parts && `${parts[1]}-${parts[2]}-${parts[3]}`;
  return day && !Number.isNaN(Date.parse(day)) ? day : undefined;
}
