import { microsoft } from '../catalog/microsoft-sources.js';
import { domainController } from '../facts/domain-controller.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass, unread } from './wording/outcomes.js';

export const coreControllerHang = defineCheck({
  id: 'core-controller-hang',
  row: 'app-compatibility',
  title: say({ en: 'Controller on Server Core 2008 R2', es: 'Controlador en Server Core 2008 R2' }),
  why: say({
    en: 'A domain controller on Server Core 2008 R2 hangs on a black screen during the upgrade to 2012, unless a file of the medium is replaced first.',
    es: 'Un controlador de dominio en Server Core 2008 R2 se queda con la pantalla en negro al actualizarlo a 2012 si antes no se sustituye un archivo del medio.',
  }),
  platforms: ['windows'],
  concerns: path => path.from === 'ws2008r2' && path.to === 'ws2012',
  needs: { identity, domainController },
  sources: [microsoft.setupTrouble],

  run: ({ identity: { installation }, domainController: { isController } }) => {
    if (!isController || installation === 'desktop') {
      return pass({
        en: 'It is not a controller on Server Core.',
        es: 'No es un controlador en Server Core.',
      });
    }
    if (installation === undefined) {
      return unread({
        en: 'Whether this controller is Server Core could not be read. A server with a desktop and a Start menu is not.',
        es: 'No se ha podido leer si este controlador es Server Core. Un servidor con escritorio y menú Inicio no lo es.',
      });
    }
    return fail(
      'high',
      {
        en: 'This is a domain controller on Server Core 2008 R2: the upgrade to 2012 hangs on a black screen.',
        es: 'Es un controlador de dominio en Server Core 2008 R2: la actualización a 2012 se queda con la pantalla en negro.',
      },
      {
        remedy: hint({
          en: 'Set up a new controller beside it and demote this one, or replace the manifest in the medium as Microsoft KB 2843034 says.',
          es: 'Instale un controlador nuevo junto a este y degrade este, o sustituya el manifiesto en el medio como indica Microsoft KB 2843034.',
        }),
      },
    );
  },
});
