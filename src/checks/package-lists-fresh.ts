import { updates } from '../facts/updates.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

const day = 86_400_000;

export const packageListsFresh = defineCheck({
  id: 'package-lists-fresh',
  row: 'updates',
  title: say({ en: 'Age of the package lists', es: 'Antigüedad de las listas de paquetes' }),
  why: say({
    en: 'Which updates are pending, and which packages nobody offers, is only as true as the lists are new.',
    es: 'Qué actualizaciones faltan y qué paquetes ya no ofrece nadie depende de lo recientes que sean las listas.',
  }),
  platforms: ['linux'],
  needs: { updates },
  sources: [upgradeChapter('Update the package list')],

  run: ({ updates: { lastChecked } }, { now }) => {
    const refresh = {
      kind: 'command',
      text: say({ en: 'Refresh them and assess again.', es: 'Actualícelas y vuelva a evaluar.' }),
      command: 'apt-get update',
    } as const;
    if (lastChecked === undefined) {
      return {
        state: 'warn',
        severity: 'medium',
        text: say({ en: 'They have never been refreshed.', es: 'No se han actualizado nunca.' }),
        remedy: refresh,
      };
    }
    const age = now.getTime() - Date.parse(lastChecked);
    if (age <= day) {
      return {
        state: 'pass',
        text: say({
          en: f => `They were refreshed on ${f.moment(lastChecked)}.`,
          es: f => `Se actualizaron el ${f.moment(lastChecked)}.`,
        }),
      };
    }
    return {
      state: 'warn',
      severity: 'low',
      text: say({
        en: f => `They are ${f.duration(age / 1000)} old.`,
        es: f => `Tienen ${f.duration(age / 1000)} de antigüedad.`,
      }),
      remedy: refresh,
      evidence: { lastChecked },
    };
  },
});
