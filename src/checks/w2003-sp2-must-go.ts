import { microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass, unread } from './wording/outcomes.js';
import { toSmallBusiness2003 } from './wording/windows-paths.js';

export const w2003Sp2MustGo = defineCheck({
  id: 'w2003-sp2-must-go',
  row: 'service-pack',
  title: say({ en: 'Service Pack 2 of Windows Server 2003', es: 'Service Pack 2 de Windows Server 2003' }),
  why: say({
    en: 'With Service Pack 2 the set-up of Small Business Server 2003 takes the system for newer than its own and refuses.',
    es: 'Con el Service Pack 2, la instalación de Small Business Server 2003 cree que el sistema es más nuevo que el suyo y se niega.',
  }),
  platforms: ['windows'],
  concerns: (path, from) => toSmallBusiness2003(path) && ['ws2003', 'ws2003r2', 'sbs2003'].includes(from.id),
  needs: { identity },
  sources: [microsoft.kb932600],

  run: ({ identity: { servicePack } }) => {
    if (servicePack === undefined) {
      return unread({
        en: 'The service pack could not be read. Look with “winver”: Service Pack 2 must be removed before.',
        es: 'No se ha podido leer el Service Pack. Mírelo con «winver»: el Service Pack 2 debe quitarse antes.',
      });
    }
    const evidence = { servicePack };
    if (servicePack < 2) {
      return pass({ en: 'Service Pack 2 is not installed.', es: 'El Service Pack 2 no está instalado.' }, { evidence });
    }
    return fail(
      'inhibitor',
      {
        en: 'Service Pack 2 is installed: the set-up will refuse because Windows is newer than the one on the disc.',
        es: 'El Service Pack 2 está instalado: la instalación se negará porque Windows es más nuevo que el del disco.',
      },
      {
        remedy: hint(
          {
            en: 'Remove Service Pack 2 in Add or Remove Programs after a full backup, upgrade, then install it again.',
            es: 'Tras una copia completa, quite el Service Pack 2 en Agregar o quitar programas, actualice y vuelva a instalarlo.',
          },
          microsoft.kb932600.url,
        ),
        evidence,
      },
    );
  },
});
