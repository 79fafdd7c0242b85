import { apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

export const aptPinning = defineCheck({
  id: 'apt-pinning',
  row: 'updates',
  title: say({ en: 'Package pinning', es: 'Prioridades de paquetes (pinning)' }),
  why: say({
    en: 'Pins keep packages at a release or a version; left in place they hold parts of the system back.',
    es: 'Las prioridades fijan paquetes a una versión; si se dejan, una parte del sistema no se actualiza.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [upgradeChapter('Disabling APT pinning')],

  run: ({ apt: { pins } }) => {
    if (pins.length === 0) {
      return { state: 'pass', text: say({ en: 'No package is pinned.', es: 'No hay prioridades fijadas.' }) };
    }
    return {
      state: 'warn',
      severity: 'medium',
      text: say({
        en: f => `${f.plural(pins.length, '# pin is set', '# pins are set')}: ${f.list(pins, 5)}.`,
        es: f => `${f.plural(pins.length, 'Hay # prioridad fijada', 'Hay # prioridades fijadas')}: ${f.list(pins, 5)}.`,
      }),
      remedy: {
        kind: 'hint',
        text: say({
          en: 'Move the files in /etc/apt/preferences.d aside for the upgrade, unless you know that a pin helps it.',
          es: 'Aparte los archivos de /etc/apt/preferences.d durante la actualización, salvo los que sepa que la facilitan.',
        }),
      },
      evidence: { pins },
    };
  },
});
