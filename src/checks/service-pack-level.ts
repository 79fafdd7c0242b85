import { community, microsoft, unverified } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass, unread } from './wording/outcomes.js';

/** The lowest service pack to start from. Exchange 2003, which Small Business Server 2003 brings, asks for SP3 of Windows 2000. */
const lowest: Readonly<Record<string, number>> = {
  'sbs2000-sbs2003': 3,
  'ws2000-sbs2003': 3,
  'ws2003-ws2008': 1,
  'ws2003r2-ws2008': 1,
  'ws2008-ws2012': 2,
  'ws2008r2-ws2012': 1,
  'ws2008r2-ws2012r2': 1,
};

export const servicePackLevel = defineCheck({
  id: 'service-pack-level',
  row: 'service-pack',
  title: say({ en: 'Service pack of Windows', es: 'Service Pack de Windows' }),
  why: say({
    en: 'Set-up counts on files that came with a service pack; below it, it refuses or fails half way.',
    es: 'La instalación cuenta con archivos que llegaron con un Service Pack; sin él, se niega o falla a medias.',
  }),
  platforms: ['windows'],
  concerns: path => path.id in lowest,
  needs: { identity },
  sources: [microsoft.bestPractices, community.exchange2003, community.windows2008, unverified.oldTable],

  run: ({ identity: { servicePack } }, { path, from }) => {
    const needed = lowest[path.id] ?? 0;
    if (servicePack === undefined) {
      return unread({
        en: `The service pack could not be read. Look with “winver”: Service Pack ${needed} or later is needed.`,
        es: `No se ha podido leer el Service Pack. Mírelo con «winver»: hace falta el Service Pack ${needed} o posterior.`,
      });
    }
    const evidence = { servicePack, needed };
    if (servicePack >= needed) {
      return pass(
        {
          en: `Service Pack ${servicePack} is installed; ${needed} is needed.`,
          es: `Está instalado el Service Pack ${servicePack}; hace falta el ${needed}.`,
        },
        { evidence },
      );
    }
    return fail(
      'high',
      {
        en: `${from.name} has ${servicePack === 0 ? 'no service pack' : `Service Pack ${servicePack}`}; Service Pack ${needed} or later is needed.`,
        es: `${from.name} ${servicePack === 0 ? 'no tiene ningún Service Pack' : `tiene el Service Pack ${servicePack}`}; hace falta el ${needed} o posterior.`,
      },
      {
        remedy: hint({
          en: 'Back up, install the newest service pack for this release and restart; then assess again.',
          es: 'Haga una copia de seguridad, instale el último Service Pack de esta versión y reinicie; después vuelva a evaluar.',
        }),
        evidence,
      },
    );
  },
});
