import { community } from '../catalog/microsoft-sources.js';
import { domainController } from '../facts/domain-controller.js';
import { type Identity, identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { ask, fail, hint, notConcerned, unread } from './wording/outcomes.js';
import { forestRoot, operationMasters, trusts } from './wording/single-domain.js';
import { toSmallBusiness2003 } from './wording/windows-paths.js';

export const singleSbsLimits = defineCheck({
  id: 'single-sbs-limits',
  row: 'service-pack',
  title: say({ en: 'Limits of Small Business Server 2003', es: 'Límites de Small Business Server 2003' }),
  why: say({
    en: 'Small Business Server is the root of its forest, holds all operation masters, trusts no other domain and serves at most 75 users or devices.',
    es: 'Small Business Server es la raíz de su bosque, tiene todos los maestros de operaciones, no confía en otros dominios y sirve como máximo a 75 usuarios o dispositivos.',
  }),
  platforms: ['windows'],
  concerns: toSmallBusiness2003,
  needs: { domainController },
  uses: { identity },
  sources: [
    community.sbsLimits,
    {
      title: say({
        en: 'A member server has its domain’s masters elsewhere',
        es: 'Un servidor miembro tiene los maestros de su dominio en otro sitio',
      }),
      proof: 'derived',
    },
  ],

  run: ({ domainController: dc }, _situation, { identity: who }) => [
    ...(dc.isController
      ? [forestRoot(dc.isChildDomain), trusts(dc.trusts), operationMasters(dc.holds)]
      : [noController(who.state === 'known' ? who.value.role : undefined)]),
    licences,
  ],
});

const licences = ask(
  {
    en: 'Small Business Server 2003 takes at most 75 client access licences, and there may be one such server in a domain.',
    es: 'Small Business Server 2003 admite como máximo 75 licencias de acceso de cliente, y solo puede haber uno en un dominio.',
  },
  {
    en: 'Will at most 75 users or devices use it, and is it the only Small Business Server of the domain?',
    es: '¿Lo usarán como máximo 75 usuarios o dispositivos, y es el único Small Business Server del dominio?',
  },
  { resource: 'licences', label: say({ en: 'licences', es: 'licencias' }) },
);

function noController(role: Identity['role']): Outcome {
  const about = { resource: 'domain', label: say({ en: 'domain', es: 'dominio' }) };
  if (role === 'standalone') {
    return notConcerned(
      {
        en: 'This server is no domain controller yet; the set-up makes it one.',
        es: 'Este servidor aún no es controlador de dominio; la instalación lo convierte en uno.',
      },
      about,
    );
  }
  if (role === undefined) {
    return unread(
      {
        en: 'It could not be read whether this server belongs to a domain. Look in System Properties: it must not be a member of one that other servers control.',
        es: 'No se ha podido leer si este servidor pertenece a un dominio. Mírelo en Propiedades del sistema: no debe ser miembro de uno que controlen otros servidores.',
      },
      about,
    );
  }
  return fail(
    'high',
    {
      en: 'This server is a member of a domain that other servers control; Small Business Server must control its own.',
      es: 'Este servidor es miembro de un dominio que controlan otros servidores; Small Business Server debe controlar el suyo.',
    },
    {
      ...about,
      remedy: hint({
        en: 'Choose another target with --to (“antesala paths” shows them), or take the server out of the domain and set up Small Business Server with a domain of its own.',
        es: 'Elija otro destino con --to («antesala paths» los muestra), o saque el servidor del dominio e instale Small Business Server con un dominio propio.',
      }),
    },
  );
}
