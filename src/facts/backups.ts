import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { backupsOnWindows } from './backups.windows.js';
import { backupsOnLinux } from './backups.linux.js';

/** A backup the host itself tells of. */
export interface FoundBackup {
  readonly tool: 'ntbackup' | 'wbadmin' | 'restic' | 'borg' | 'duplicity' | 'rsnapshot' | 'timeshift' | 'other';
  /** When it ended (ISO), if the host says. */
  readonly at: string | undefined;
  /** `unknown` unless the tool's own log, event or catalogue says how it ended. */
  readonly ended: 'well' | 'badly' | 'unknown';
  readonly target: string | undefined;
  /** Job name, event number, version identifier: where this was read. */
  readonly detail: string;
}

export type Backups = readonly FoundBackup[];

export const backups = defineFact<Backups>({
  id: 'backups',
  title: say({ en: 'Backups found', es: 'Copias encontradas' }),
  on: { windows: backupsOnWindows, linux: backupsOnLinux },
});
