import type { Answer } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { RegistryQuestion } from '../model/question.js';
import type { ExchangeDrive } from './exchange-drive.js';
import { exchangeFileSystem } from './questions/windows.js';
import { couldNotRead } from './reading/why.js';
import { driveLetter } from './reading/windows-drives.js';
import { keyOf, keysOf, listIn, textIn } from './reading/windows-answers.js';

/** What backup programs must leave out; Exchange's set-up enters its drive here (Exchange Best Practices Analyzer 4bc7c5ba). */
const filesNotToBackup = {
  id: 'registry-files-not-to-backup',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\BackupRestore\\FilesNotToBackup',
} as const satisfies RegistryQuestion;

const questions = { fileSystem: exchangeFileSystem, excluded: filesNotToBackup } as const;

export const exchangeDriveOnWindows = reader<ExchangeDrive, typeof questions>({
  questions,
  parse(answers) {
    if (answers.fileSystem.state === 'missing') {
      return known({ installed: false, letter: undefined, excludedFromBackup: undefined });
    }
    if (!keysOf(answers.fileSystem)) return couldNotRead(exchangeFileSystem.key, answers.fileSystem);
    const letter = exchangeLetter(answers.fileSystem);
    return known({ installed: true, letter, excludedFromBackup: isExcluded(answers.excluded, letter) });
  },
});

/** The drive of the Exchange store as "M:"; undefined where none is mapped (an empty value hides it, KB Q304016). */
export function exchangeLetter(fileSystem: Answer): string | undefined {
  return driveLetter(textIn(keyOf(fileSystem, `${exchangeFileSystem.key}\\Parameters`), 'DriveLetter'));
}

function isExcluded(answer: Answer, letter: string | undefined): boolean | undefined {
  if (answer.state === 'missing') return false;
  const values = keyOf(answer, filesNotToBackup.key);
  if (!values) return undefined;
  if (listIn(values, 'Exchange IFS').length > 0) return true;
  return Object.keys(values).some(name =>
    listIn(values, name).some(path => letter !== undefined && driveLetter(path.slice(0, 2)) === letter),
  );
}
