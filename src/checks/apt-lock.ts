import { unverified } from '../catalog/microsoft-sources.js';
import { apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const aptLock = defineCheck({
  id: 'apt-lock',
  row: 'updates',
  title: say({ en: 'Package management in use', es: 'Gestión de paquetes en uso' }),
  why: say({
    en: 'While another program installs packages the upgrade cannot start, and what was read here changes under our eyes.',
    es: 'Mientras otro programa instala paquetes, la actualización no puede empezar y lo leído aquí está cambiando.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [unverified.practice],

  run: ({ apt: { lock } }) =>
    lock === undefined
      ? {
          state: 'pass',
          text: say({ en: 'Nobody is installing packages.', es: 'Nadie está instalando paquetes.' }),
        }
      : {
          state: 'fail',
          severity: 'high',
          text: say({
            en: `Packages are being installed right now (${lock}).`,
            es: `Ahora mismo se están instalando paquetes (${lock}).`,
          }),
          remedy: {
            kind: 'hint',
            text: say({
              en: 'Wait until it has finished; do not end it. Then assess again.',
              es: 'Espere a que termine, sin interrumpirlo. Después vuelva a evaluar.',
            }),
          },
          evidence: { lock },
        },
});
