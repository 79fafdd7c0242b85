import { apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

export const aptHeldPackages = defineCheck({
  id: 'apt-held-packages',
  row: 'updates',
  title: say({ en: 'Packages held back', es: 'Paquetes retenidos' }),
  why: say({
    en: 'A held package keeps its old dependencies, and with them can keep the whole upgrade from being worked out.',
    es: 'Un paquete retenido conserva sus dependencias antiguas y puede impedir que se calcule toda la actualización.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [upgradeChapter('Checking packages status')],

  run: ({ apt: { held } }) => {
    if (held.length === 0) {
      return { state: 'pass', text: say({ en: 'No package is held back.', es: 'No hay paquetes retenidos.' }) };
    }
    return {
      state: 'warn',
      severity: 'high',
      text: say({
        en: f => `${f.plural(held.length, '# package is held back', '# packages are held back')}: ${f.list(held)}.`,
        es: f => `${f.plural(held.length, 'Hay # paquete retenido', 'Hay # paquetes retenidos')}: ${f.list(held)}.`,
      }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Find out why each is held. Release those whose reason is gone; note the others, to be looked at after the upgrade.',
          es: 'Averigüe por qué se retuvo cada uno. Libere los que ya no tengan motivo y anote los demás para revisarlos después.',
        }),
        command: `apt-mark unhold ${held.filter(safeName).join(' ')}`.trim(),
      },
      evidence: { packages: held },
    };
  },
});

/** Package names as Debian policy 5.6.7 allows them, with an architecture; anything else is not put into a command. */
const safeName = (name: string): boolean => /^[a-z0-9][a-z0-9+.-]*(:[a-z0-9-]+)?$/.test(name);
