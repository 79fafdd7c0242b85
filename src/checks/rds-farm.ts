import { microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { roles } from '../facts/roles.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Evidence, Outcome } from '../model/finding.js';
import type { Product } from '../model/path.js';
import { ask, fail, hint, pass, warn } from './wording/outcomes.js';
import { hasRole, rolesAmong } from './wording/roles.js';
import { isAtLeast, toModernWindows } from './wording/windows-paths.js';

const farm = [
  'RDS-Connection-Broker',
  'RDS-Gateway',
  'RDS-RD-Server',
  'RDS-Virtualization',
  'RDS-Web-Access',
  'RDS-Licensing',
];

export const rdsFarm = defineCheck({
  id: 'rds-farm',
  row: 'app-compatibility',
  title: say({ en: 'Remote Desktop Services', es: 'Servicios de Escritorio remoto' }),
  why: say({
    en: 'A farm of Remote Desktop servers may not mix versions, some of its roles left Server Core, and licences are per release.',
    es: 'Una granja de Escritorio remoto no puede mezclar versiones, algunos de sus roles ya no existen en Server Core y las licencias van por versión.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { roles, identity },
  sources: [
    microsoft.roles,
    microsoft.removed,
    microsoft.upgradeControllers,
    {
      title: say({
        en: 'Client licences are per release: common knowledge, no page was read',
        es: 'Las licencias de cliente van por versión: es de conocimiento general, no se ha leído ninguna página',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ roles, identity: { installation, role } }, { to }) => {
    const seen = rolesAmong(roles, farm);
    if (seen.length === 0) {
      return pass({
        en: 'Remote Desktop Services is not installed as a role.',
        es: 'Servicios de Escritorio remoto no está instalado como rol.',
      });
    }
    const evidence = { roles: seen };
    const broker = hasRole(roles, 'RDS-Connection-Broker');
    if (broker && role === 'domain-controller') {
      return fail(
        'high',
        {
          en: 'This domain controller is also an RD Connection Broker, which Microsoft does not support on one server.',
          es: 'Este controlador de dominio es también Agente de conexión a Escritorio remoto, algo que Microsoft no admite en un mismo servidor.',
        },
        {
          remedy: hint({
            en: 'Move one of the two roles to another server before the upgrade.',
            es: 'Traslade uno de los dos roles a otro servidor antes de actualizar.',
          }),
          evidence,
        },
      );
    }
    if (installation === 'core' && (broker || hasRole(roles, 'RDS-Virtualization')) && isAtLeast(to.id, 'ws2019')) {
      return fail(
        'high',
        {
          en: `From 2019 on, Server Core has no RD Connection Broker and no RD Virtualization Host; ${to.name} would lose them.`,
          es: `Desde 2019, Server Core no tiene Agente de conexión ni Host de virtualización de Escritorio remoto; ${to.name} los perdería.`,
        },
        {
          remedy: hint({
            en: 'Move these roles to a server with Desktop Experience before the upgrade.',
            es: 'Traslade estos roles a un servidor con Experiencia de escritorio antes de actualizar.',
          }),
          evidence,
        },
      );
    }
    if (!broker) return askAboutFarm(seen, to, evidence);
    return warn(
      'medium',
      {
        en: f =>
          `This server is the broker of a farm and holds ${f.list(seen)}. All servers of a farm must go to the same release.`,
        es: f =>
          `Este servidor es el agente de una granja y tiene ${f.list(seen)}. Todos los servidores de una granja deben pasar a la misma versión.`,
      },
      {
        remedy: hint({
          en: 'Upgrade the servers of the farm one after the other in one go, and see that the licence server holds licences for the new release.',
          es: 'Actualice los servidores de la granja uno tras otro sin pausas y compruebe que el servidor de licencias tiene licencias de la nueva versión.',
        }),
        evidence,
      },
    );
  },
});

/** Without the broker the server does not tell whether it stands alone: the farm, if there is one, is led from elsewhere. */
function askAboutFarm(seen: readonly string[], to: Product, evidence: Evidence): Outcome {
  const licensed = seen.some(role => /rd-server|licensing/i.test(role));
  return ask(
    {
      en: f => `This server holds ${f.list(seen)}, without a broker.`,
      es: f => `Este servidor tiene ${f.list(seen)}, sin agente de conexión.`,
    },
    licensed
      ? {
          en: `Does it belong to no farm, or do all servers of its farm go to ${to.name}; and are there client licences for that release?`,
          es: `¿No pertenece a ninguna granja, o pasan todos los servidores de la suya a ${to.name}; y hay licencias de cliente de esa versión?`,
        }
      : {
          en: `Does it belong to no farm, or do all servers of its farm go to ${to.name}?`,
          es: `¿No pertenece a ninguna granja, o pasan todos los servidores de la suya a ${to.name}?`,
        },
    { severity: licensed ? 'medium' : 'low', evidence },
  );
}
