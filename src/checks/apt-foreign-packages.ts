import { apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

export const aptForeignPackages = defineCheck({
  id: 'apt-foreign-packages',
  row: 'app-compatibility',
  title: say({ en: 'Packages of other makers', es: 'Paquetes de otros fabricantes' }),
  why: say({
    en: 'The distribution has tested its own packages together; whether these run on the new release only their makers know.',
    es: 'La distribución solo prueba sus propios paquetes; si estos funcionan en la nueva versión lo saben sus fabricantes.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [upgradeChapter('Remove non-Debian packages')],

  run: ({ apt: { foreign } }, { to }) => {
    if (foreign === undefined) {
      return {
        state: 'unknown',
        severity: 'medium',
        text: say({
          en: 'apt’s lists are empty, so nobody can tell where packages come from. Run “apt-get update” on the server and assess again.',
          es: 'Las listas de apt están vacías y no se sabe de dónde vienen los paquetes. Ejecute «apt-get update» en el servidor y vuelva a evaluar.',
        }),
      };
    }
    if (foreign.length === 0) {
      return { state: 'pass', text: say({ en: 'There are none.', es: 'No hay ninguno.' }) };
    }
    return [...byOrigin(foreign)].map(([origin, packages]) => ({
      state: 'manual' as const,
      resource: origin,
      text: say({
        en: f =>
          `From ${origin}: ${f.list(
            packages.map(one => `${one.name} ${one.version}`),
            12,
          )}.`,
        es: f =>
          `De ${origin}: ${f.list(
            packages.map(one => `${one.name} ${one.version}`),
            12,
          )}.`,
      }),
      question: say({
        en: `Does the maker support these packages on ${to.name}, or may they be removed before the upgrade?`,
        es: `¿Admite el fabricante estos paquetes en ${to.name}, o pueden quitarse antes de actualizar?`,
      }),
      evidence: { packages: packages.map(one => `${one.name} ${one.version}`) },
    }));
  },
});

type ForeignPackage = { readonly name: string; readonly version: string; readonly origin: string | undefined };

/** Grouped, so that a maker with thirty packages is asked about once. */
function byOrigin(packages: readonly ForeignPackage[]): Map<string, ForeignPackage[]> {
  const groups = new Map<string, ForeignPackage[]>();
  for (const one of packages) {
    const origin = one.origin ?? '?';
    const group = groups.get(origin);
    if (group) group.push(one);
    else groups.set(origin, [one]);
  }
  return groups;
}
