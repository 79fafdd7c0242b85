import { apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

export const aptBackports = defineCheck({
  id: 'apt-backports',
  row: 'updates',
  title: say({ en: 'Backports and proposed updates', es: 'Backports y actualizaciones propuestas' }),
  why: say({
    en: 'Packages of these sections can be newer than those of the next release, and are then not upgraded.',
    es: 'Los paquetes de estas secciones pueden ser más nuevos que los de la versión siguiente y entonces no se actualizan.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [upgradeChapter('The proposed-updates section'), upgradeChapter('Debian Backports')],

  run: ({ apt: { sources } }) => {
    const sections = sources.filter(
      source => source.enabled && /-(backports|proposed|proposed-updates)\b/.test(source.suite),
    );
    if (sections.length === 0) {
      return {
        state: 'pass',
        text: say({ en: 'Neither is in use.', es: 'No se usa ninguna de las dos.' }),
      };
    }
    const names = [...new Set(sections.map(source => source.suite))];
    return {
      state: 'warn',
      severity: 'low',
      text: say({ en: f => `In use: ${f.list(names)}.`, es: f => `En uso: ${f.list(names)}.` }),
      remedy: {
        kind: 'hint',
        text: say({
          en: f =>
            `Disable them in ${f.list([...new Set(sections.map(source => source.file))])} before the upgrade; backports of the new release can be added afterwards.`,
          es: f =>
            `Desactívelas en ${f.list([...new Set(sections.map(source => source.file))])} antes de actualizar; después puede añadir los backports de la nueva versión.`,
        }),
      },
      evidence: { suites: names },
    };
  },
});
