import { identity } from '../facts/identity.js';
import { serverProducts } from '../facts/server-products.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass } from './wording/outcomes.js';
import { inPlaceTo } from './wording/windows-paths.js';

export const backofficeInstalled = defineCheck({
  id: 'backoffice-installed',
  row: 'app-compatibility',
  title: say({ en: 'BackOffice Server', es: 'BackOffice Server' }),
  why: say({
    en: 'Microsoft lists BackOffice Server 2000 and earlier as incompatible with Windows Server 2003.',
    es: 'Microsoft declara BackOffice Server 2000 y anteriores incompatibles con Windows Server 2003.',
  }),
  platforms: ['windows'],
  concerns: (path, from) => inPlaceTo('ws2003')(path) && ['ws2000', 'sbs2000'].includes(from.id),
  needs: { serverProducts, identity },
  sources: [
    {
      title: 'Microsoft: Windows Server 2003 application compatibility',
      url: 'https://www.microsoft.com/windowsserver2003/evaluation/suppapps/appdetails.mspx',
      proof: 'vendor',
    },
  ],

  run: ({ serverProducts: { found }, identity: { smallBusiness } }) => {
    const product = found.find(one => one.product === 'backoffice');
    // Small Business Server is made of BackOffice parts and may carry its mark; its own set-up takes care of them
    if (!product || smallBusiness === 'live') {
      return pass({ en: 'BackOffice Server is not installed.', es: 'BackOffice Server no está instalado.' });
    }
    return fail(
      'high',
      {
        en: 'BackOffice Server is installed and does not run on Windows Server 2003.',
        es: 'BackOffice Server está instalado y no funciona en Windows Server 2003.',
      },
      {
        remedy: hint({
          en: 'Uninstall it after a full backup, or bring each of its products to a release made for Windows Server 2003.',
          es: 'Desinstálelo tras una copia completa, o pase cada uno de sus productos a una versión hecha para Windows Server 2003.',
        }),
        evidence: { seen: product.seen },
      },
    );
  },
});
