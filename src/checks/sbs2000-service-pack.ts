import { microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, fail, hint, pass } from './wording/outcomes.js';

export const sbs2000ServicePack = defineCheck({
  id: 'sbs2000-service-pack',
  row: 'service-pack',
  title: say({ en: 'Service pack of Small Business Server 2000', es: 'Service Pack de Small Business Server 2000' }),
  why: say({
    en: 'Microsoft asks for Service Pack 1 of Small Business Server 2000 itself before the upgrade, besides that of Windows.',
    es: 'Antes de actualizar, Microsoft pide el Service Pack 1 del propio Small Business Server 2000, además del de Windows.',
  }),
  platforms: ['windows'],
  concerns: (path, from) => from.id === 'sbs2000' && path.kind === 'in-place',
  needs: { identity },
  sources: [microsoft.sbs2000Before],

  run: ({ identity: { smallBusinessServicePack } }) => {
    // no documented place in the registry says it: only the console does
    if (smallBusinessServicePack === undefined) {
      return ask(
        {
          en: 'Only the console tells: Small Business Server Administrator Console, Server Status (BackOffice Home), About.',
          es: 'Solo lo dice la consola: Consola del administrador de Small Business Server, Estado del servidor (página de BackOffice), Acerca de.',
        },
        {
          en: 'Does the version there read “2000 with Service Pack 1”?',
          es: '¿La versión que aparece dice «2000 with Service Pack 1» (2000 con Service Pack 1)?',
        },
        {
          severity: 'high',
          remedy: hint({
            en: 'If not, install Service Pack 1 of Small Business Server 2000 (KB 326924), restart and look again.',
            es: 'Si no es así, instale el Service Pack 1 de Small Business Server 2000 (KB 326924), reinicie y vuelva a mirarlo.',
          }),
        },
      );
    }
    const evidence = { servicePack: smallBusinessServicePack };
    if (smallBusinessServicePack >= 1) {
      return pass(
        {
          en: `Service Pack ${smallBusinessServicePack} of Small Business Server is installed.`,
          es: `Está instalado el Service Pack ${smallBusinessServicePack} de Small Business Server.`,
        },
        { evidence },
      );
    }
    return fail(
      'inhibitor',
      {
        en: 'Service Pack 1 of Small Business Server 2000 is not installed.',
        es: 'El Service Pack 1 de Small Business Server 2000 no está instalado.',
      },
      {
        remedy: hint({
          en: 'Install it (KB 326924), restart, and see that About reads “2000 with Service Pack 1”.',
          es: 'Instálelo (KB 326924), reinicie y compruebe que Acerca de dice «2000 with Service Pack 1».',
        }),
        evidence,
      },
    );
  },
});
