import { community } from '../catalog/microsoft-sources.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask } from './wording/outcomes.js';
import { toSmallBusiness2003 } from './wording/windows-paths.js';

export const windows9xClients = defineCheck({
  id: 'windows-9x-clients',
  row: 'app-compatibility',
  title: say({ en: 'Old client computers', es: 'Equipos cliente antiguos' }),
  why: say({
    en: 'Windows 95, 98 and Me need the Active Directory client extension to log on to the upgraded server.',
    es: 'Windows 95, 98 y Me necesitan la extensión de cliente de Active Directory para iniciar sesión en el servidor actualizado.',
  }),
  platforms: ['windows'],
  concerns: toSmallBusiness2003,
  needs: {},
  sources: [community.sbsCompanion],
  run: () =>
    ask(
      {
        en: 'Which systems the client computers run cannot be read from the server.',
        es: 'Desde el servidor no se puede leer qué sistemas usan los equipos cliente.',
      },
      {
        en: 'Has every computer with Windows 95, 98 or Me been upgraded, replaced or given the Active Directory client extension?',
        es: '¿Se han actualizado, sustituido o provisto de la extensión de cliente de Active Directory todos los equipos con Windows 95, 98 o Me?',
      },
      { severity: 'low' },
    ),
});
