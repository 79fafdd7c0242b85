import { type AptSource, apt } from '../facts/apt.js';
import { type Text, say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

const codenames: Readonly<Record<string, string>> = {
  debian10: 'buster',
  debian11: 'bullseye',
  debian12: 'bookworm',
  debian13: 'trixie',
  'ubuntu18.04': 'bionic',
  'ubuntu20.04': 'focal',
  'ubuntu22.04': 'jammy',
  'ubuntu24.04': 'noble',
};

/** Names that point to another release one day. */
const moving = new Set(['stable', 'oldstable', 'oldoldstable', 'testing', 'unstable', 'sid', 'experimental']);

export const aptSourcesRelease = defineCheck({
  id: 'apt-sources-release',
  row: 'updates',
  title: say({ en: 'Package sources of another release', es: 'Orígenes de otra versión' }),
  why: say({
    en: 'The upgrade must start from one release, fully updated. Sources of another one, or a name such as “stable”, mix releases.',
    es: 'La actualización debe partir de una sola versión al día. Los orígenes de otra, o un nombre como «stable», mezclan versiones.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [upgradeChapter('Start from “pure” Debian')],

  run: ({ apt: { sources } }, { from }) => {
    const codename = codenames[from.id];
    if (codename === undefined) {
      return {
        state: 'unknown',
        severity: 'low',
        text: say({
          en: `The code name of ${from.name} is not known here; compare the suites in /etc/apt/sources.list with it.`,
          es: `Aquí no se conoce el nombre en clave de ${from.name}; compárelo con las versiones de /etc/apt/sources.list.`,
        }),
      };
    }
    const official = sources.filter(source => source.enabled && source.official);
    if (official.length === 0) return noSource();
    const wrong = official.filter(source => release(source.suite) !== codename);
    if (wrong.length === 0) {
      return {
        state: 'pass',
        text: say({
          en: `All sources of the distribution are for ${codename}.`,
          es: `Todos los orígenes de la distribución son de ${codename}.`,
        }),
      };
    }
    return wrong.map(source => ({
      state: 'fail' as const,
      severity: 'high' as const,
      resource: `${source.uri} ${source.suite}`,
      text: wrongText(source, codename),
      remedy: {
        kind: 'hint' as const,
        text: say({
          en: `In ${source.file}, name ${codename} instead, run “apt update” and “apt full-upgrade”, and assess again.`,
          es: `En ${source.file}, ponga ${codename} en su lugar, ejecute «apt update» y «apt full-upgrade», y vuelva a evaluar.`,
        }),
      },
      evidence: { file: source.file, suite: source.suite, expected: codename },
    }));
  },
});

function release(suite: string): string {
  return suite.replace(/[-/].*$/, '');
}

function wrongText({ uri, suite }: AptSource, codename: string): Text {
  return moving.has(release(suite))
    ? say({
        en: `${uri} names “${suite}”, which means another release from one day to the next.`,
        es: `${uri} indica «${suite}», que de un día para otro pasa a ser otra versión.`,
      })
    : say({
        en: `${uri} is for “${suite}”, but this server runs ${codename}.`,
        es: `${uri} es de «${suite}», pero este servidor usa ${codename}.`,
      });
}

const noSource = () => ({
  state: 'fail' as const,
  severity: 'inhibitor' as const,
  text: say({
    en: 'No source of the distribution is enabled: there is nothing to upgrade from.',
    es: 'No hay ningún origen de la distribución activado: no hay de dónde actualizar.',
  }),
  remedy: {
    kind: 'hint' as const,
    text: say({
      en: 'Put the distribution’s archive into /etc/apt/sources.list, run “apt update” and assess again.',
      es: 'Ponga el archivo de la distribución en /etc/apt/sources.list, ejecute «apt update» y vuelva a evaluar.',
    }),
  },
});
