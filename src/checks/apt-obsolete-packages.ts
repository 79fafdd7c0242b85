import { apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

export const aptObsoletePackages = defineCheck({
  id: 'apt-obsolete-packages',
  row: 'app-compatibility',
  title: say({ en: 'Packages nobody offers any more', es: 'Paquetes que ya no ofrece nadie' }),
  why: say({
    en: 'They get no security updates, and may depend on what the upgrade removes.',
    es: 'No reciben actualizaciones de seguridad y pueden depender de algo que la actualización elimine.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [upgradeChapter('Remove obsolete packages')],

  run: ({ apt: { obsolete } }) => {
    if (obsolete === undefined) {
      return {
        state: 'unknown',
        severity: 'low',
        text: say({
          en: 'apt’s lists are empty, so nobody can tell. Run “apt-get update” on the server and assess again.',
          es: 'Las listas de apt están vacías y no se puede saber. Ejecute «apt-get update» en el servidor y vuelva a evaluar.',
        }),
      };
    }
    if (obsolete.length === 0) {
      return {
        state: 'pass',
        text: say({
          en: 'Every package comes from a source in use.',
          es: 'Todos los paquetes vienen de un origen en uso.',
        }),
      };
    }
    return {
      state: 'warn',
      severity: 'low',
      text: say({
        en: f =>
          `${f.plural(obsolete.length, '# package comes', '# packages come')} from no source in use: ${f.list(obsolete, 10)}.`,
        es: f =>
          `${f.plural(obsolete.length, '# paquete no viene', '# paquetes no vienen')} de ningún origen en uso: ${f.list(obsolete, 10)}.`,
      }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Look through the list and remove what is not needed; keep in mind what was installed by hand on purpose.',
          es: 'Revise la lista y elimine lo que no haga falta; tenga en cuenta lo que se instaló a mano a propósito.',
        }),
        command: "apt list '?obsolete'",
      },
      evidence: { packages: obsolete },
    };
  },
});
