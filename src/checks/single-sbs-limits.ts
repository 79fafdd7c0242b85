import { community } from '../catalog/microsoft-sources.js';
import { domainController } from '../facts/domain-controller.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { ask, fail, hint, notConcerned, pass, unread } from './wording/outcomes.js';
import { toSmallBusiness2003 } from './wording/windows-paths.js';

const masters = ['schema', 'naming', 'pdc', 'rid', 'infrastructure'];

export const singleSbsLimits = defineCheck({
  id: 'single-sbs-limits',
  row: 'service-pack',
  title: say({ en: 'Limits of Small Business Server 2003', es: 'Límites de Small Business Server 2003' }),
  why: say({
    en: 'Small Business Server is the root of its forest, holds all operation masters, trusts no other domain and serves at most 75.',
    es: 'Small Business Server es la raíz de su bosque, tiene todos los maestros de operaciones, no confía en otros dominios y sirve a 75 como máximo.',
  }),
  platforms: ['windows'],
  concerns: toSmallBusiness2003,
  needs: { domainController },
  sources: [community.sbsLimits],

  run: ({ domainController: dc }) => [
    ...(dc.isController
      ? [root(dc.isChildDomain), trusts(dc.trusts), operationMasters(dc.holds)]
      : [
          notConcerned(
            {
              en: 'This server is no domain controller yet; the set-up makes it one.',
              es: 'Este servidor aún no es controlador de dominio; la instalación lo convierte en uno.',
            },
            { resource: 'domain' },
          ),
        ]),
    ask(
      {
        en: 'Small Business Server 2003 takes at most 75 client access licences, and there may be one such server in a domain.',
        es: 'Small Business Server 2003 admite como máximo 75 licencias de acceso de cliente, y solo puede haber uno en un dominio.',
      },
      {
        en: 'Will at most 75 users or devices use it, and is it the only Small Business Server of the domain?',
        es: '¿Lo usarán como máximo 75 usuarios o dispositivos, y es el único Small Business Server del dominio?',
      },
      { resource: 'licences' },
    ),
  ],
});

function root(isChild: boolean | undefined): Outcome {
  const resource = 'forest-root';
  if (isChild === undefined) {
    return unread(
      {
        en: 'It could not be read whether this is a child domain. Look in Active Directory Domains and Trusts.',
        es: 'No se ha podido leer si es un dominio secundario. Mírelo en Dominios y confianzas de Active Directory.',
      },
      { resource },
    );
  }
  if (!isChild)
    return pass(
      { en: 'The domain is the root of its forest.', es: 'El dominio es la raíz de su bosque.' },
      { resource },
    );
  return fail(
    'high',
    {
      en: 'This is a child domain; Small Business Server must be at the root of its forest.',
      es: 'Es un dominio secundario; Small Business Server debe estar en la raíz de su bosque.',
    },
    { resource, remedy: newDomain },
  );
}

function trusts(found: readonly string[] | undefined): Outcome {
  const resource = 'trusts';
  if (found === undefined) {
    return unread(
      {
        en: 'Trusts could not be read. Look in Active Directory Domains and Trusts: there must be none.',
        es: 'No se han podido leer las confianzas. Mire en Dominios y confianzas de Active Directory: no debe haber ninguna.',
      },
      { resource, severity: 'medium' },
    );
  }
  if (found.length === 0)
    return pass({ en: 'The domain trusts no other.', es: 'El dominio no confía en ningún otro.' }, { resource });
  return fail(
    'high',
    { en: f => `The domain has trusts: ${f.list(found)}.`, es: f => `El dominio tiene confianzas: ${f.list(found)}.` },
    { resource, remedy: newDomain, evidence: { trusts: found } },
  );
}

function operationMasters(holds: readonly string[] | undefined): Outcome {
  const resource = 'operation-masters';
  if (holds === undefined) {
    return unread(
      {
        en: 'The operation masters could not be read. Look with “netdom query fsmo”: this server must hold all five.',
        es: 'No se han podido leer los maestros de operaciones. Mírelos con «netdom query fsmo»: este servidor debe tener los cinco.',
      },
      { resource },
    );
  }
  const lacking = masters.filter(master => !holds.includes(master));
  if (lacking.length === 0) {
    return pass(
      { en: 'This server holds all operation masters.', es: 'Este servidor tiene todos los maestros de operaciones.' },
      { resource },
    );
  }
  return fail(
    'high',
    {
      en: f => `Another server holds operation masters: ${f.list(lacking)}.`,
      es: f => `Otro servidor tiene maestros de operaciones: ${f.list(lacking)}.`,
    },
    {
      resource,
      remedy: hint({
        en: 'Transfer them to this server before the upgrade, with “ntdsutil roles” or the consoles of Active Directory.',
        es: 'Transfiéralos a este servidor antes de actualizar, con «ntdsutil roles» o las consolas de Active Directory.',
      }),
      evidence: { lacking },
    },
  );
}

const newDomain = hint({
  en: 'Remove this before the upgrade, or set up Small Business Server as a new domain and move to it.',
  es: 'Elimínelo antes de actualizar, o instale Small Business Server como dominio nuevo y trasládese a él.',
});
