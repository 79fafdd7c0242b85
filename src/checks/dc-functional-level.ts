import { microsoft } from '../catalog/microsoft-sources.js';
import { domainController } from '../facts/domain-controller.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import type { Product } from '../model/path.js';
import { fail, hint, notConcerned, pass, unread } from './wording/outcomes.js';

/** msDS-Behavior-Version by the name people know. */
const names: Readonly<Record<number, string>> = {
  0: '2000',
  1: '2003 interim',
  2: '2003',
  3: '2008',
  4: '2008 R2',
  5: '2012',
  6: '2012 R2',
  7: '2016',
  10: '2025',
};

export const dcFunctionalLevel = defineCheck({
  id: 'dc-functional-level',
  row: 'app-compatibility',
  title: say({ en: 'Functional levels of the domain', es: 'Nivel funcional' }),
  why: say({
    en: 'A controller of the new release joins only a forest and domain of a certain level; below it, adprep and Setup refuse.',
    es: 'Un controlador de la nueva versión solo entra en un bosque y dominio de cierto nivel; por debajo, adprep y el instalador se niegan.',
  }),
  platforms: ['windows'],
  concerns: path => path.kind === 'in-place' && path.requires.forestLevel !== undefined,
  needs: { domainController },
  sources: [microsoft.upgradeControllers, microsoft.functionalLevels],

  run: ({ domainController: { isController, forestLevel, domainLevel } }, { path: { requires }, to }) => {
    if (!isController) {
      return notConcerned({ en: 'This is no domain controller.', es: 'No es un controlador de dominio.' });
    }
    return [
      judge('forest', forestLevel, requires.forestLevel ?? 0, to),
      judge('domain', domainLevel, requires.domainLevel ?? 0, to),
    ];
  },
});

function judge(resource: 'forest' | 'domain', level: number | undefined, needed: number, to: Product): Outcome {
  const what = resource === 'forest' ? { en: 'forest', es: 'bosque' } : { en: 'domain', es: 'dominio' };
  const least = names[needed] ?? String(needed);
  if (level === undefined) {
    return unread(
      {
        en: `The functional level of the ${what.en} could not be read. Look in Active Directory Domains and Trusts: at least ${least} is needed.`,
        es: `No se ha podido leer el nivel funcional del ${what.es}. Mírelo en Dominios y confianzas de Active Directory: hace falta al menos ${least}.`,
      },
      { resource, label: what },
    );
  }
  const evidence = { level, needed };
  const name = names[level] ?? String(level);
  if (level >= needed) {
    return pass(
      {
        en: `The ${what.en} is at level ${name}; ${to.name} needs ${least}.`,
        es: `El ${what.es} está en el nivel ${name}; ${to.name} necesita ${least}.`,
      },
      { resource, label: what, evidence },
    );
  }
  return fail(
    'inhibitor',
    {
      en: `The ${what.en} is at level ${name}; a controller with ${to.name} needs at least ${least}.`,
      es: `El ${what.es} está en el nivel ${name}; un controlador con ${to.name} necesita al menos ${least}.`,
    },
    {
      resource,
      label: what,
      remedy: hint({
        en: `Retire every controller older than Windows Server ${least}, then raise the level of the ${what.en}. It cannot simply be lowered again: back up a controller before.`,
        es: `Retire todos los controladores anteriores a Windows Server ${least} y eleve después el nivel del ${what.es}. No se puede bajar sin más: haga antes copia de un controlador.`,
      }),
      evidence,
    },
  );
}
