import { say } from '../i18n/text.js';
import type { Answer } from '../model/answer.js';
import { type AnswersTo, known, missing, reader } from '../model/fact.js';
import type { Backups, FoundBackup } from './backups.js';
import { jsonObject } from './reading/json-text.js';
import { couldNotRead } from './reading/why.js';
import { keysOf, numberCell, rowsOf, textOf } from './reading/windows-answers.js';
import { ntbackupEvents, ntbackupLogs, wbadminEvents, wbadminVersions } from './reading/windows-backups.js';
import {
  applicationEvents,
  ntbackupErrors,
  ntbackupIndex,
  ntbackupLog,
  serverEvents,
  summary,
  versions,
} from './questions/windows-backups.js';

const questions = {
  versions,
  serverEvents,
  applicationEvents,
  ntbackupLog,
  ntbackupErrors,
  logsOfAccount: ntbackupIndex('registry-ntbackup-logs', 'HKCU'),
  logsOfSystem: ntbackupIndex('registry-ntbackup-logs-system', 'HKU\\.DEFAULT'),
  summary,
} as const;

export const backupsOnWindows = reader<Backups, typeof questions>({
  questions,
  parse(answers, { elevated }) {
    const found = [
      ...wbadminVersions(textOf(answers.versions) ?? ''),
      ...wbadminEvents(textOf(answers.serverEvents) ?? ''),
      ...wbadminEvents(textOf(answers.applicationEvents) ?? ''),
      ...summaryOf(answers.summary),
      ...ntbackupEvents(rowsOf(answers.ntbackupLog) ?? [], errorsOf(answers)),
      ...[answers.logsOfAccount, answers.logsOfSystem].flatMap(answer =>
        keysOf(answer) ? ntbackupLogs({ state: 'ok', ms: 0, keys: keysOf(answer) ?? {} }) : [],
      ),
    ];
    if (found.length > 0) return known(newestFirst(found));
    if (!elevated) {
      return missing(
        say({
          en: 'Only an elevated Administrator is told of backups; gather again as one.',
          es: 'Windows solo informa de las copias a un administrador con privilegios elevados; repita la recogida con uno.',
        }),
      );
    }
    // none of the places where a backup would have left word could be looked at
    const looked =
      rowsOf(answers.ntbackupLog) !== undefined ||
      [answers.versions, answers.serverEvents].some(answer => succeeded(answer));
    const refused = [answers.versions, answers.serverEvents].find(
      answer => answer.state === 'timeout' || answer.state === 'denied',
    );
    return looked && !refused
      ? known([])
      : couldNotRead('wbadmin, wevtutil, Win32_NTLogEvent', refused ?? answers.ntbackupLog);
  },
});

function succeeded(answer: Answer): boolean {
  return answer.state === 'ok' && 'text' in answer && answer.exit === 0;
}

function errorsOf(answers: AnswersTo<typeof questions>): ReadonlySet<number> | undefined {
  const rows = rowsOf(answers.ntbackupErrors);
  return rows && new Set(rows.flatMap(row => numberCell(row.RecordNumber) ?? []));
}

/** LastBackupResultHR is 0 when it ended well. */
function summaryOf(answer: Answer): FoundBackup[] {
  const told = jsonObject(textOf(answer));
  if (typeof told?.last !== 'string' || typeof told.result !== 'number') return [];
  const time = new Date(told.last);
  const code = told.result < 0 ? told.result + 2 ** 32 : told.result;
  return [
    {
      tool: 'wbadmin',
      at: Number.isNaN(time.getTime()) ? undefined : time.toISOString(),
      ended: told.result === 0 ? 'well' : 'badly',
      target: typeof told.target === 'string' && told.target !== '' ? told.target : undefined,
      detail: `Get-WBSummary${told.result === 0 ? '' : ` (0x${code.toString(16).toUpperCase()})`}`,
    },
  ];
}

function newestFirst(backups: readonly FoundBackup[]): Backups {
  return backups.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
}
