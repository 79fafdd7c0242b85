import { apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';

export const aptForeignArchitectures = defineCheck({
  id: 'apt-foreign-architectures',
  row: 'updates',
  title: say({ en: 'Second architecture', es: 'Segunda arquitectura' }),
  why: say({
    en: 'Packages of a second architecture must move in step with those of the first; those nobody builds any more hold the upgrade up.',
    es: 'Los paquetes de una segunda arquitectura han de avanzar a la par que los de la primera; los que ya nadie compila la frenan.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [debianNotes('trixie', 'Reduced support for i386')],

  run: ({ apt: { foreignArchitectures } }) => {
    if (foreignArchitectures.length === 0) {
      return {
        state: 'pass',
        text: say({ en: 'Only one architecture is in use.', es: 'Solo se usa una arquitectura.' }),
      };
    }
    return {
      state: 'warn',
      severity: 'low',
      text: say({
        en: f => `dpkg also takes packages for ${f.list(foreignArchitectures)}.`,
        es: f => `dpkg admite también paquetes para ${f.list(foreignArchitectures)}.`,
      }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'See which packages need it. If there are none, remove the architecture before the upgrade.',
          es: 'Mire qué paquetes la necesitan. Si no hay ninguno, quite la arquitectura antes de actualizar.',
        }),
        command: "dpkg-query -W -f '${binary:Package}\\n' | grep ':' ; dpkg --print-foreign-architectures",
      },
      evidence: { architectures: foreignArchitectures },
    };
  },
});
