import { microsoft } from '../catalog/microsoft-sources.js';
import { type FoundBackup, backups } from '../facts/backups.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const backupEndedWell = defineCheck({
  id: 'backup-ended-well',
  row: 'backup-succeeded',
  title: say({ en: 'How the last backup ended', es: 'Cómo terminó la última copia' }),
  why: say({
    en: 'A backup job that ran is not one that ended well. Only the tool’s own log, event or catalogue tells.',
    es: 'Que un trabajo de copia se ejecutara no quiere decir que terminara bien. Solo lo dice el registro, el evento o el catálogo de la herramienta.',
  }),
  platforms: ['windows', 'linux'],
  needs: { backups },
  sources: [microsoft.bestPractices],

  run: ({ backups: found }) => {
    if (found.length === 0) {
      return {
        state: 'manual',
        text: say({ en: 'The server tells of no backup.', es: 'El servidor no da cuenta de ninguna copia.' }),
        question: say({
          en: 'Does the log of your backup product say that the last full backup ended without errors?',
          es: '¿Dice el registro de su producto de copias que la última copia completa terminó sin errores?',
        }),
      };
    }
    return [...lastOfEach(found)].map(([tool, last]) => {
      const evidence = { at: last.at ?? null, detail: last.detail, target: last.target ?? null };
      if (last.ended === 'well') {
        return {
          state: 'pass' as const,
          resource: tool,
          text: say({ en: `${tool} says that it ended well.`, es: `${tool} dice que terminó bien.` }),
          evidence,
        };
      }
      if (last.ended === 'badly') {
        return {
          state: 'fail' as const,
          severity: 'high' as const,
          resource: tool,
          text: say({
            en: `The last backup of ${tool} failed (${last.detail}).`,
            es: `La última copia de ${tool} falló (${last.detail}).`,
          }),
          remedy: {
            kind: 'hint' as const,
            text: say({
              en: 'Read its log, mend the cause, and make a new full backup.',
              es: 'Lea su registro, corrija la causa y haga otra copia completa.',
            }),
          },
          evidence,
        };
      }
      return {
        state: 'manual' as const,
        resource: tool,
        text: say({
          en: `${tool} left a trace of a backup (${last.detail}), not how it ended.`,
          es: `${tool} dejó rastro de una copia (${last.detail}), pero no de cómo terminó.`,
        }),
        question: say({
          en: `Does the log of ${tool} say that the last backup ended without errors?`,
          es: `¿Dice el registro de ${tool} que la última copia terminó sin errores?`,
        }),
        evidence,
      };
    });
  },
});

/** The newest of each tool; one without a time counts as oldest. */
function lastOfEach(found: readonly FoundBackup[]): Map<string, FoundBackup> {
  const last = new Map<string, FoundBackup>();
  for (const backup of found) {
    const other = last.get(backup.tool);
    if (!other || timeOf(backup) > timeOf(other)) last.set(backup.tool, backup);
  }
  return last;
}

const timeOf = (backup: FoundBackup): number => (backup.at === undefined ? 0 : Date.parse(backup.at));
