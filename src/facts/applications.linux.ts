import { say } from '../i18n/text.js';
import { known, missing, reader } from '../model/fact.js';
import type { Application, Applications } from './applications.js';
import { textOf, whyNot } from './linux/answers.js';
import { aptOrigins, originsOf } from './linux/origins.js';
import { dpkgPackages, packagesOf } from './linux/packages.js';

/** Packages somebody asked for and packages that are not the distribution's. dpkg does not record when one was installed. */
export const applicationsOnLinux = reader({
  questions: { packages: dpkgPackages, origins: aptOrigins },
  parse({ packages, origins }) {
    const dpkg = packagesOf(packages);
    if (!dpkg) return textOf(packages) === undefined ? whyNot(packages) : noDpkg;
    const apt = originsOf(origins);
    if (!apt) return textOf(origins) === undefined ? whyNot(origins) : noLists;
    const held = new Set(dpkg.held);
    const foreign = new Set([...apt.foreign.keys(), ...apt.nowhere]);
    const names = [...new Set([...dpkg.byHand, ...foreign])].toSorted();
    return known<Applications>(
      names.map((name): Application => {
        const archive = apt.foreign.get(name);
        return {
          id: name,
          name,
          version: dpkg.versions.get(name),
          publisher: archive?.release?.origin ?? archive?.release?.label,
          installed: undefined,
          architecture: architectures[name.split(':')[1] ?? dpkg.native] ?? 'other',
          foreign: foreign.has(name),
          held: held.has(name),
        };
      }),
    );
  },
});

const architectures: Readonly<Record<string, Application['architecture']>> = {
  amd64: 'x64',
  i386: 'x86',
  arm64: 'arm64',
};

export const noDpkg = missing(
  say({
    en: 'The server has no dpkg: it is neither Debian nor Ubuntu.',
    es: 'El servidor no tiene dpkg: no es ni Debian ni Ubuntu.',
  }),
);

const noLists = missing(
  say({
    en: 'apt has no package lists of the distribution, so the origin of packages is not known. Run apt update on the server and gather again.',
    es: 'apt no tiene listas de paquetes de la distribución, por lo que no se conoce el origen de los paquetes. Ejecute apt update en el servidor y repita la recogida.',
  }),
);
