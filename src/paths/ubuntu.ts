import { say } from '../i18n/text.js';
import type { Requirements, Source, UpgradePath } from '../model/path.js';
import { inPlace } from './way.js';

const GiB = 1024 ** 3;

const upgradeGuide: Source = {
  title: 'Ubuntu Server documentation: how to upgrade your Ubuntu release',
  url: 'https://documentation.ubuntu.com/server/how-to/software/upgrade-your-release/',
  proof: 'vendor',
};
const requires: Requirements = {
  systemFreeBytes: 3 * GiB,
  recommendedMemoryBytes: 1.5 * GiB,
  architectures: ['x64', 'arm64', 'other'],
  sources: [
    {
      title: say({
        en: 'Free space on the root file system: our policy; do-release-upgrade works out the exact figure',
        es: 'Espacio libre en el sistema de archivos raíz: criterio nuestro; do-release-upgrade calcula la cifra exacta',
      }),
      proof: 'unverified',
    },
    { title: 'Memory of Ubuntu Server as the press quotes it (1.5 GB)', proof: 'community' },
  ],
};

const ltsByLts = say({
  en: 'From one LTS to the next: none can be skipped. The way opens with the first point release of the new one.',
  es: 'De una LTS a la siguiente: no se puede saltar ninguna. La ruta se abre con la primera versión de mantenimiento de la nueva.',
});

export const ubuntuPaths: readonly UpgradePath[] = [
  ['18.04', '20.04'],
  ['20.04', '22.04'],
  ['22.04', '24.04'],
  ['24.04', '26.04'],
].map(([from, to]) =>
  inPlace(`ubuntu${from}`, `ubuntu${to}`, { notes: [ltsByLts], requires, sources: [upgradeGuide] }),
);
