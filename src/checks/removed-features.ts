import { microsoft } from '../catalog/microsoft-sources.js';
import { type RemovedFeature, removedFeatures as listed } from '../catalog/removed-features.js';
import { roles } from '../facts/roles.js';
import { same, say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import type { Product } from '../model/path.js';
import { fail, pass, unread, warn } from './wording/outcomes.js';
import { isAtLeast, toModernWindows } from './wording/windows-paths.js';

export const removedFeatures = defineCheck({
  id: 'removed-features',
  row: 'app-compatibility',
  title: say({ en: 'Features that go away', es: 'Características que desaparecen' }),
  why: say({
    en: 'Each release leaves features out. What used them stops on the day of the upgrade, often a scanner that sends mail.',
    es: 'Cada versión elimina características. Lo que las usaba deja de funcionar el día de la actualización: a menudo, un escáner que envía correo.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { roles },
  sources: [microsoft.removed],

  run: ({ roles: { installed, from } }, { to }) => {
    const names = new Set(installed.map(role => role.name.toLowerCase()));
    const found = listed.filter(
      ({ feature, removedIn, deprecatedIn }) =>
        names.has(feature.toLowerCase()) && (reached(removedIn, to) || reached(deprecatedIn, to)),
    );
    if (found.length > 0) return found.map(feature => judge(feature, to));
    // services and set-up keys do not tell of every feature
    if (from === 'services') {
      return unread(
        {
          en: 'Only the services could be read, not the list of features. Look at it with “Get-WindowsFeature | Where Installed”.',
          es: 'Solo se han podido leer los servicios, no la lista de características. Véala con «Get-WindowsFeature | Where Installed».',
        },
        { severity: 'medium' },
      );
    }
    return pass({
      en: `None of the features known to go away with ${to.name} is installed.`,
      es: `No está instalada ninguna de las características que se sabe que desaparecen con ${to.name}.`,
    });
  },
});

function judge({ feature, title, removedIn, grave, instead }: RemovedFeature, to: Product): Outcome {
  const gone = reached(removedIn, to);
  const more = {
    resource: feature,
    label: same(title),
    remedy: { kind: 'hint', text: instead } as const,
    evidence: { feature, gone },
  };
  if (!gone) {
    return warn(
      'low',
      {
        en: `${title} is deprecated: ${to.name} still has it or can add it, a later one will not.`,
        es: `${title} está en desuso: ${to.name} aún lo tiene o permite añadirlo; una versión posterior, no.`,
      },
      more,
    );
  }
  const text = {
    en: `${title} is installed, and ${to.name} no longer has it.`,
    es: `${title} está instalado y ${to.name} ya no lo tiene.`,
  };
  return grave ? fail('high', text, more) : warn('medium', text, more);
}

function reached(release: string | undefined, to: Product): boolean {
  return release !== undefined && isAtLeast(to.id, release);
}
