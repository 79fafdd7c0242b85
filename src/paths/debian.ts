import { say } from '../i18n/text.js';
import type { Source, UpgradePath } from '../model/path.js';
import { inPlace } from './way.js';

const GiB = 1024 ** 3;
const MiB = 1024 ** 2;

const notes = (release: string, chapter: string, page: string): Source => ({
  title: `Debian release notes, ${release}: ${chapter}`,
  url: `https://www.debian.org/releases/${release}/release-notes/${page}.en.html`,
  proof: 'vendor',
});
const guide: Source = {
  title: 'Debian installation guide: minimum hardware requirements (no desktop)',
  url: 'https://www.debian.org/releases/bullseye/amd64/ch03s04.en.html',
  proof: 'vendor',
};
const freeSpace: Source = {
  title: say({
    en: 'Free space on the root file system: our policy; apt works out the exact figure',
    es: 'Espacio libre en el sistema de archivos raíz: criterio nuestro; apt calcula la cifra exacta',
  }),
  proof: 'unverified',
};

const oneByOne = say({
  en: 'Only from the release just before: none can be skipped.',
  es: 'Solo desde la versión inmediatamente anterior: no se puede saltar ninguna.',
});
const i386 = say({
  en: 'From Debian 13 on, i386 is no longer a regular architecture: do not upgrade i386 systems, install amd64 anew.',
  es: 'Desde Debian 13, i386 ya no es una arquitectura normal: no actualice sistemas i386, reinstálelos como amd64.',
});

const common = { systemFreeBytes: 2 * GiB, memoryBytes: 256 * MiB, recommendedMemoryBytes: 512 * MiB };

/** Debian upgrades go from each release to the next. 300 MB free on /boot is what the notes of Debian 13 ask for. */
export const debianPaths: readonly UpgradePath[] = [
  inPlace('debian10', 'debian11', {
    notes: [oneByOne],
    requires: { ...common, architectures: ['x64', 'x86', 'arm64', 'other'], sources: [guide, freeSpace] },
    sources: [notes('bullseye', 'Upgrades from Debian 10', 'ch-upgrading')],
  }),
  inPlace('debian11', 'debian12', {
    notes: [oneByOne],
    requires: { ...common, architectures: ['x64', 'x86', 'arm64', 'other'], sources: [guide, freeSpace] },
    sources: [notes('bookworm', 'Upgrades from Debian 11', 'ch-upgrading')],
  }),
  inPlace('debian12', 'debian13', {
    notes: [oneByOne, i386],
    requires: {
      ...common,
      bootFreeBytes: 300_000_000,
      architectures: ['x64', 'arm64', 'other'],
      sources: [
        guide,
        freeSpace,
        notes('trixie', 'Reduced support for i386', 'issues'),
        notes('trixie', 'Make sure you have sufficient space for the upgrade', 'upgrading'),
      ],
    },
    sources: [notes('trixie', 'Upgrades from Debian 12', 'upgrading')],
  }),
];
