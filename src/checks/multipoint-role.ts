import { microsoft, unverified } from '../catalog/microsoft-sources.js';
import { roles } from '../facts/roles.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass } from './wording/outcomes.js';
import { rolesAmong } from './wording/roles.js';
import { inPlaceTo } from './wording/windows-paths.js';

export const multipointRole = defineCheck({
  id: 'multipoint-role',
  row: 'app-compatibility',
  title: say({ en: 'MultiPoint Services', es: 'MultiPoint Services' }),
  why: say({
    en: 'Microsoft deprecated MultiPoint Services in those years; that Windows Server 2019 lacks it is what administrators report.',
    es: 'Microsoft dejó en desuso MultiPoint Services en esos años; que Windows Server 2019 no lo tenga es lo que cuentan los administradores.',
  }),
  platforms: ['windows'],
  concerns: inPlaceTo('ws2019'),
  needs: { roles },
  sources: [microsoft.removed, unverified.practice],

  run: ({ roles }, { to }) => {
    const seen = rolesAmong(roles, ['MultiPointServerRole', 'MultiPoint-Connector-Services']);
    if (seen.length === 0) {
      return pass({ en: 'MultiPoint Services is not installed.', es: 'MultiPoint Services no está instalado.' });
    }
    return fail(
      'high',
      {
        en: `MultiPoint Services is installed, and ${to.name} is not known to have it.`,
        es: `MultiPoint Services está instalado y no consta que ${to.name} lo tenga.`,
      },
      {
        remedy: hint({
          en: 'Plan Remote Desktop Services in its place, or keep this server on Windows Server 2016.',
          es: 'Planifique Servicios de Escritorio remoto en su lugar o mantenga este servidor en Windows Server 2016.',
        }),
        evidence: { roles: seen },
      },
    );
  },
});
