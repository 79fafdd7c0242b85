import { apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

export const changedConfiguration = defineCheck({
  id: 'changed-configuration',
  row: 'full-backup',
  title: say({ en: 'Configuration changed by hand', es: 'Configuración cambiada a mano' }),
  why: say({
    en: 'The upgrade asks about each of these files whether to keep yours or take the new one. A wrong answer at midnight loses settings.',
    es: 'La actualización preguntará, archivo por archivo, si conserva el suyo o toma el nuevo. Una respuesta equivocada a medianoche pierde ajustes.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [upgradeChapter('Upgrading the system')],

  run: ({ apt: { changedConfiguration: files } }) => {
    if (files.length === 0) {
      return {
        state: 'pass',
        text: say({ en: 'No such file was found.', es: 'No se ha encontrado ningún archivo cambiado.' }),
      };
    }
    return {
      state: 'warn',
      severity: 'info',
      text: say({
        en: f => `${f.plural(files.length, '# file was changed', '# files were changed')}: ${f.list(files, 12)}.`,
        es: f => `${f.plural(files.length, 'Se cambió # archivo', 'Se cambiaron # archivos')}: ${f.list(files, 12)}.`,
      }),
      remedy: {
        kind: 'hint',
        text: say({
          en: 'Decide for each beforehand; keeping yours (N, the default) is the safe answer. The old ones stay as *.dpkg-old.',
          es: 'Decídalo antes para cada uno; conservar el suyo (N, la respuesta por defecto) es lo seguro. Los antiguos quedan como *.dpkg-old.',
        }),
      },
      evidence: { files },
    };
  },
});
