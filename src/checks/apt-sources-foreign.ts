import { type AptSource, apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

export const aptSourcesForeign = defineCheck({
  id: 'apt-sources-foreign',
  row: 'app-compatibility',
  title: say({ en: 'Package sources of other makers', es: 'Orígenes de paquetes ajenos' }),
  why: say({
    en: 'Packages of other archives are built for this release; during the upgrade they can conflict with the new one, or be replaced unnoticed.',
    es: 'Los paquetes de otros archivos están hechos para esta versión; durante la actualización pueden chocar con la nueva o sustituirse sin avisar.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [upgradeChapter('Unofficial sources')],

  run: ({ apt: { sources } }) => {
    const foreign = sources.filter(source => source.enabled && !source.official);
    if (foreign.length === 0) {
      return {
        state: 'pass',
        text: say({
          en: 'Packages come from the distribution alone.',
          es: 'Los paquetes proceden solo de la distribución.',
        }),
      };
    }
    return [...new Map(foreign.map(source => [`${source.uri} ${source.suite}`, source]))].map(([resource, source]) => ({
      state: 'warn' as const,
      severity: 'high' as const,
      resource,
      text: text(source),
      remedy: {
        kind: 'hint' as const,
        text: say({
          en: `Ask the maker for packages of the new release. Then disable this source in ${source.file} until the upgrade is done, and enable it again for the new release.`,
          es: `Pregunte al fabricante por paquetes para la nueva versión. Después desactive este origen en ${source.file} hasta terminar, y actívelo de nuevo para la nueva versión.`,
        }),
      },
      evidence: { file: source.file, uri: source.uri, suite: source.suite },
    }));
  },
});

const text = ({ uri, suite, file }: AptSource) =>
  say({
    en: `${uri} (${suite}) in ${file} is not the distribution’s.`,
    es: `${uri} (${suite}), en ${file}, no es de la distribución.`,
  });
