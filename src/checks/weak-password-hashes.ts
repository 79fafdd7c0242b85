import { unverified } from '../catalog/microsoft-sources.js';
import { systemSettings } from '../facts/system-settings.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const weakPasswordHashes = defineCheck({
  id: 'weak-password-hashes',
  row: 'app-compatibility',
  title: say({ en: 'Passwords stored in an old way', es: 'Contraseñas guardadas con un método antiguo' }),
  why: say({
    en: 'Hashes of the kinds DES and MD5 may no longer be taken by the new release’s login; whoever has one could be locked out.',
    es: 'El inicio de sesión de la nueva versión puede no aceptar ya resúmenes (hashes) DES o MD5; quien los tenga podría quedarse fuera.',
  }),
  platforms: ['linux'],
  needs: { systemSettings },
  sources: [unverified.practice],

  run: ({ systemSettings: { weakPasswordHashes: weak } }) => {
    if (weak === undefined) {
      return {
        state: 'unknown',
        severity: 'low',
        text: say({
          en: 'Only root may read them; assess as root to know.',
          es: 'Solo root puede leerlas; evalúe como root para saberlo.',
        }),
      };
    }
    if (weak.length === 0) return { state: 'pass', text: say({ en: 'There are none.', es: 'No hay ninguna.' }) };
    const accounts = weak.map(one => `${one.account} (${one.kind})`);
    return {
      state: 'warn',
      severity: 'medium',
      text: say({ en: f => `Accounts: ${f.list(accounts)}.`, es: f => `Cuentas: ${f.list(accounts)}.` }),
      remedy: {
        kind: 'hint',
        text: say({
          en: 'Have them set their password once more before the upgrade (passwd NAME).',
          es: 'Haga que vuelvan a poner su contraseña antes de actualizar (passwd NOMBRE).',
        }),
      },
      evidence: { accounts },
    };
  },
});
