import { microsoft } from '../catalog/microsoft-sources.js';
import { roles } from '../facts/roles.js';
import { serverProducts } from '../facts/server-products.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { command, pass, warn } from './wording/outcomes.js';
import { rolesAmong } from './wording/roles.js';
import { toModernWindows } from './wording/windows-paths.js';

export const printFaxRole = defineCheck({
  id: 'print-fax-role',
  row: 'app-compatibility',
  title: say({ en: 'Print and fax server', es: 'Servidor de impresión y fax' }),
  why: say({
    en: 'Microsoft moves print and fax servers by export and import, not in place: queues and drivers may be missing afterwards.',
    es: 'Microsoft traslada los servidores de impresión y fax exportando e importando, no en el mismo equipo: después pueden faltar colas y controladores.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { roles, serverProducts },
  sources: [microsoft.roles],

  run: ({ roles, serverProducts: { found } }) => {
    const seen = [
      ...rolesAmong(roles, ['Print-Services', 'Print-Server', 'Fax']),
      ...found.filter(one => one.product === 'fax').map(one => one.seen),
    ];
    if (seen.length === 0) {
      return pass({
        en: 'This is neither a print nor a fax server.',
        es: 'No es servidor de impresión ni de fax.',
      });
    }
    return warn(
      'high',
      {
        en: f =>
          `This server prints or faxes for others (${f.list(seen)}); Microsoft does not upgrade that role in place.`,
        es: f =>
          `Este servidor imprime o envía faxes para otros (${f.list(seen)}); Microsoft no actualiza ese rol en el mismo equipo.`,
      },
      {
        remedy: command('%SystemRoot%\\System32\\spool\\tools\\PrintBrm.exe -B -F C:\\printers.printerExport', {
          en: 'On the server, as Administrator: save all queues, ports and drivers, and copy the file off the server. Afterwards put back with -R what is missing.',
          es: 'En el servidor, como administrador: guarde todas las colas, puertos y controladores y copie el archivo fuera del servidor. Después recupere con -R lo que falte.',
        }),
        evidence: { roles: seen },
      },
    );
  },
});
