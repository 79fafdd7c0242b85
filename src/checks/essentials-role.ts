import { microsoft } from '../catalog/microsoft-sources.js';
import { roles } from '../facts/roles.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass } from './wording/outcomes.js';
import { hasRole } from './wording/roles.js';
import { inPlaceTo } from './wording/windows-paths.js';

export const essentialsRole = defineCheck({
  id: 'essentials-role',
  row: 'app-compatibility',
  title: say({ en: 'Essentials Experience', es: 'Experiencia Essentials' }),
  why: say({
    en: 'From 2019 on the role is gone: dashboard, backups of the client computers and Remote Web Access go with it.',
    es: 'Desde 2019 el rol no existe: con él se van el panel, las copias de los equipos cliente y el acceso web remoto.',
  }),
  platforms: ['windows'],
  concerns: inPlaceTo('ws2019'),
  needs: { roles },
  sources: [microsoft.essentials2019, microsoft.removed],

  run: ({ roles }, { to }) =>
    hasRole(roles, 'ServerEssentialsRole')
      ? fail(
          'high',
          {
            en: `The Essentials Experience is installed, and ${to.name} does not have it.`,
            es: `La experiencia Essentials está instalada y ${to.name} no la tiene.`,
          },
          {
            remedy: hint({
              en: 'Arrange another backup of the client computers and another way in from outside, tell the users, then remove the role before the upgrade.',
              es: 'Organice otra copia de los equipos cliente y otro acceso desde fuera, avise a los usuarios y quite el rol antes de actualizar.',
            }),
            evidence: { role: 'ServerEssentialsRole' },
          },
        )
      : pass({ en: 'The Essentials Experience is not installed.', es: 'La experiencia Essentials no está instalada.' }),
});
