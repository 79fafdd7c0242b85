import { microsoft } from '../catalog/microsoft-sources.js';
import { protection } from '../facts/protection.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { hint, notConcerned, pass, unread, warn } from './wording/outcomes.js';
import { staysInPlace } from './wording/windows-paths.js';

export const defenderTamperProtection = defineCheck({
  id: 'defender-tamper-protection',
  row: 'disk-tools',
  title: say({ en: 'Tamper protection', es: 'Protección contra alteraciones' }),
  why: say({
    en: 'With tamper protection on, Defender’s real-time monitoring cannot be switched off by a command: the cmdlet may even report success while nothing changes.',
    es: 'Con la protección contra alteraciones activa, una orden no puede desactivar la vigilancia de Defender: el cmdlet puede incluso decir que lo hizo sin que cambie nada.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: { protection },
  sources: [microsoft.tamperProtection],

  run: ({ protection: products }) => {
    const defender = products.find(product => product.product.includes('defender'));
    if (!defender || defender.running === false) {
      return notConcerned({ en: 'Defender does not run here.', es: 'Defender no está en marcha aquí.' });
    }
    if (defender.tamperProtected === undefined) {
      return unread(
        {
          en: 'It could not be read. On the server, “Get-MpComputerStatus” shows IsTamperProtected.',
          es: 'No se ha podido leer. En el servidor, «Get-MpComputerStatus» muestra IsTamperProtected.',
        },
        { severity: 'low' },
      );
    }
    if (!defender.tamperProtected)
      return pass({ en: 'Tamper protection is off.', es: 'La protección contra alteraciones está desactivada.' });
    return warn(
      'medium',
      { en: 'Tamper protection is on.', es: 'La protección contra alteraciones está activada.' },
      {
        remedy: hint({
          en: 'A person must switch it off for the upgrade: in the Windows Security app, in the Defender portal or Intune, or by troubleshooting mode; and on again afterwards.',
          es: 'Debe desactivarla una persona para la actualización: en Seguridad de Windows, en el portal de Defender o Intune, o con el modo de solución de problemas; y activarla después.',
        }),
      },
    );
  },
});
