import { microsoft, unverified } from '../catalog/microsoft-sources.js';
import { serverProducts } from '../facts/server-products.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, fail, hint, pass } from './wording/outcomes.js';
import { staysInPlace, toModernWindows } from './wording/windows-paths.js';

export const sharepointInstalled = defineCheck({
  id: 'sharepoint-installed',
  row: 'app-compatibility',
  title: say({ en: 'SharePoint', es: 'SharePoint' }),
  why: say({
    en: 'SharePoint has to leave its farm and the server before Windows is upgraded, and is installed anew afterwards.',
    es: 'SharePoint debe salir de su granja y del servidor antes de actualizar Windows, y se instala de nuevo después.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: { serverProducts },
  sources: [microsoft.kb2818510, microsoft.applications, unverified.practice],

  run: ({ serverProducts: { found } }, { path, to }) => {
    const product = found.find(one => one.product === 'sharepoint') ?? found.find(one => one.product === 'wss');
    if (!product) return pass({ en: 'SharePoint is not installed.', es: 'SharePoint no está instalado.' });
    const evidence = { name: product.name, version: product.version ?? null, seen: product.seen };
    if (!toModernWindows(path)) {
      return ask(
        {
          en: `${product.name} is installed. Its sites stay only if the upgrade knows this version.`,
          es: `${product.name} está instalado. Sus sitios solo se conservan si la actualización conoce esta versión.`,
        },
        {
          en: `Are the sites backed up on their own, and have you read what the set-up of ${to.name} does with them?`,
          es: `¿Tiene copia aparte de los sitios y ha leído qué hace con ellos la instalación de ${to.name}?`,
        },
        { evidence },
      );
    }
    return fail(
      product.product === 'sharepoint' ? 'inhibitor' : 'high',
      {
        en: `${product.name} is installed: Windows must not be upgraded under it.`,
        es: `${product.name} está instalado: no se debe actualizar Windows mientras lo esté.`,
      },
      {
        remedy: hint(
          {
            en: 'Back up its databases, take the server out of the farm and uninstall SharePoint; after the upgrade install a version the new Windows supports and join again.',
            es: 'Copie sus bases de datos, saque el servidor de la granja y desinstale SharePoint; tras actualizar, instale una versión que admita el nuevo Windows y únalo otra vez.',
          },
          microsoft.kb2818510.url,
        ),
        evidence,
      },
    );
  },
});
