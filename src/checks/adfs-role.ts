import { microsoft } from '../catalog/microsoft-sources.js';
import { roles } from '../facts/roles.js';
import { serverProducts } from '../facts/server-products.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass } from './wording/outcomes.js';
import { hasRole } from './wording/roles.js';
import { toModernWindows } from './wording/windows-paths.js';

export const adfsRole = defineCheck({
  id: 'adfs-role',
  row: 'app-compatibility',
  title: say({ en: 'Active Directory Federation Services', es: 'Servicios de federación de Active Directory' }),
  why: say({
    en: 'AD FS is not upgraded in place: a new node joins the farm and the old one leaves it.',
    es: 'AD FS no se actualiza en el mismo equipo: un nodo nuevo entra en la granja y el antiguo sale de ella.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { roles, serverProducts },
  sources: [microsoft.roles],

  run: ({ roles, serverProducts: { found } }) => {
    const seen = found.find(one => one.product === 'adfs')?.seen;
    if (!hasRole(roles, 'ADFS-Federation') && seen === undefined) {
      return pass({ en: 'This is no federation server.', es: 'No es un servidor de federación.' });
    }
    return fail(
      'inhibitor',
      {
        en: 'This server holds Active Directory Federation Services, which Microsoft does not upgrade in place.',
        es: 'Este servidor tiene los Servicios de federación de Active Directory, que Microsoft no actualiza en el mismo equipo.',
      },
      {
        remedy: hint(
          {
            en: 'Add a node with the new Windows to the farm, make it the primary one, take this one out and remove the role.',
            es: 'Añada a la granja un nodo con el nuevo Windows, hágalo principal, saque este y quite el rol.',
          },
          microsoft.roles.url,
        ),
        evidence: { seen: seen ?? 'ADFS-Federation' },
      },
    );
  },
});
