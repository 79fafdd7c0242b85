import { microsoft } from '../catalog/microsoft-sources.js';
import { backups } from '../facts/backups.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

/** The paper asks for the backup on the day of the upgrade or the evening before. */
const oldest = 24 * 3600 * 1000;

export const recentBackup = defineCheck({
  id: 'recent-backup',
  row: 'full-backup',
  title: say({ en: 'Full backup of the last day', es: 'Copia completa del último día' }),
  why: say({
    en: 'When an upgrade goes wrong, the backup is the way back; everything written since it was made is lost.',
    es: 'Si la actualización sale mal, la copia es la vuelta atrás; se pierde todo lo escrito desde que se hizo.',
  }),
  platforms: ['windows', 'linux'],
  needs: { backups },
  sources: [
    microsoft.bestPractices,
    {
      title: say({
        en: 'A day as the age from which a backup is too old: our policy',
        es: 'Un día como edad a partir de la cual una copia es demasiado antigua: criterio nuestro',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ backups: found }, { now }) => {
    const good = found
      .filter(backup => backup.ended === 'well' && backup.at !== undefined)
      .toSorted((a, b) => Date.parse(b.at ?? '') - Date.parse(a.at ?? ''));
    const [newest] = good;
    if (!newest?.at) {
      return {
        state: 'manual',
        severity: 'high',
        text: say({
          en: 'The server tells of no backup that ended well. One made by another product does not show here.',
          es: 'El servidor no da cuenta de ninguna copia que terminara bien. Las de otros productos no se ven aquí.',
        }),
        question: say({
          en: 'Is there a full backup of the whole system, made within the last day and kept off this server?',
          es: '¿Existe una copia completa de todo el sistema, hecha en el último día y guardada fuera de este servidor?',
        }),
      };
    }
    const at = newest.at;
    const age = now.getTime() - Date.parse(at);
    const evidence = { tool: newest.tool, at, target: newest.target ?? null, detail: newest.detail };
    if (age <= oldest) {
      return {
        state: 'pass',
        text: say({
          en: f =>
            `${newest.tool} made one that ended well on ${f.moment(at)}. Make sure that it holds the whole system.`,
          es: f =>
            `${newest.tool} hizo una que terminó bien el ${f.moment(at)}. Asegúrese de que incluye todo el sistema.`,
        }),
        evidence,
      };
    }
    return {
      state: 'fail',
      severity: 'high',
      text: say({
        en: f =>
          `The newest backup that ended well is ${f.duration(age / 1000)} old (${newest.tool}, ${f.moment(at)}).`,
        es: f => `La última copia que terminó bien tiene ${f.duration(age / 1000)} (${newest.tool}, ${f.moment(at)}).`,
      }),
      remedy: {
        kind: 'hint',
        text: say({
          en: 'Make a full backup to a place off this server just before the upgrade, and prove that it restores.',
          es: 'Haga una copia completa fuera de este servidor justo antes de actualizar y compruebe que se restaura.',
        }),
      },
      evidence,
    };
  },
});
