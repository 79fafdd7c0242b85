import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { leadsTo } from './wording/releases.js';

export const i386NotSupported = defineCheck({
  id: 'i386-not-supported',
  row: 'hardware-compatibility',
  title: say({ en: '32-bit system', es: 'Sistema de 32 bits' }),
  why: say({
    en: 'Debian 13 has no kernel and no installer for i386; such systems should not be upgraded to it.',
    es: 'Debian 13 no tiene núcleo ni instalador para i386; estos sistemas no deben actualizarse a él.',
  }),
  platforms: ['linux'],
  concerns: leadsTo('debian13'),
  needs: { identity },
  sources: [debianNotes('trixie', 'Reduced support for i386')],

  run: ({ identity: { architecture } }) =>
    architecture === 'x86'
      ? {
          state: 'fail',
          severity: 'inhibitor',
          text: say({ en: 'This is an i386 system.', es: 'Es un sistema i386.' }),
          remedy: {
            kind: 'hint',
            text: say({
              en: 'Install Debian 13 for amd64 anew if the processor has 64 bits, and move the data; else replace the machine.',
              es: 'Instale de nuevo Debian 13 para amd64 si el procesador es de 64 bits y traslade los datos; si no, cambie la máquina.',
            }),
          },
          evidence: { architecture },
        }
      : {
          state: 'pass',
          text: say({ en: `The architecture is ${architecture}.`, es: `La arquitectura es ${architecture}.` }),
        },
});
