import { community } from '../catalog/microsoft-sources.js';
import { exchange } from '../facts/exchange.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, notConcerned, pass, unread } from './wording/outcomes.js';

const needed = 3;

export const exchange2000ServicePack = defineCheck({
  id: 'exchange-2000-service-pack',
  row: 'app-compatibility',
  title: say({ en: 'Service pack of Exchange 2000', es: 'Service Pack de Exchange 2000' }),
  why: say({
    en: 'Exchange 2000 becomes Exchange 2003 only from Service Pack 3.',
    es: 'Exchange 2000 solo pasa a Exchange 2003 a partir del Service Pack 3.',
  }),
  platforms: ['windows'],
  concerns: path => path.kind === 'in-place' && (path.to === 'sbs2003' || path.to === 'ws2003'),
  needs: { exchange },
  sources: [community.exchange2003],

  run: ({ exchange: { installed, release, servicePack } }) => {
    if (!installed || (release !== undefined && release !== '2000')) {
      return notConcerned({ en: 'There is no Exchange 2000 here.', es: 'Aquí no hay Exchange 2000.' });
    }
    if (servicePack === undefined || release === undefined) {
      return unread({
        en: 'The service pack of Exchange could not be read. Look in Exchange System Manager, properties of the server: Service Pack 3 is needed.',
        es: 'No se ha podido leer el Service Pack de Exchange. Mírelo en el Administrador del sistema de Exchange, propiedades del servidor: hace falta el Service Pack 3.',
      });
    }
    const evidence = { servicePack, needed };
    if (servicePack >= needed) {
      return pass(
        {
          en: `Exchange 2000 has Service Pack ${servicePack}.`,
          es: `Exchange 2000 tiene el Service Pack ${servicePack}.`,
        },
        { evidence },
      );
    }
    return fail(
      'high',
      {
        en: `Exchange 2000 has ${servicePack === 0 ? 'no service pack' : `Service Pack ${servicePack}`}; Service Pack 3 is needed.`,
        es: `Exchange 2000 ${servicePack === 0 ? 'no tiene ningún Service Pack' : `tiene el Service Pack ${servicePack}`}; hace falta el 3.`,
      },
      {
        remedy: hint({
          en: 'Back up the mail stores, install Exchange 2000 Service Pack 3, restart, then assess again.',
          es: 'Haga copia de los almacenes de correo, instale el Service Pack 3 de Exchange 2000, reinicie y vuelva a evaluar.',
        }),
        evidence,
      },
    );
  },
});
