import { say } from '../i18n/text.js';
import type { Source, UpgradePath } from '../model/path.js';

const guide: Source = {
  title: 'Ubuntu Server documentation: how to upgrade your Ubuntu release',
  url: 'https://documentation.ubuntu.com/server/how-to/software/upgrade-your-release/',
  proof: 'vendor',
};
const space: Source = { title: 'Free space: 5 GiB as administrators advise', proof: 'community' };

const ltsToLts = say({
  en: 'An LTS release is upgraded to the next LTS, offered from its first point release on; none may be left out.',
  es: 'Una versión LTS se actualiza a la LTS siguiente, que se ofrece desde su primera revisión; no puede saltarse ninguna.',
});

const releases = ['18.04', '20.04', '22.04', '24.04', '26.04'];

export const ubuntuPaths: readonly UpgradePath[] = releases.slice(1).map((to, index) => {
  const from = releases[index] ?? '';
  return {
    id: `ubuntu${from}-ubuntu${to}`,
    from: `ubuntu${from}`,
    to: `ubuntu${to}`,
    kind: 'in-place',
    notes: [ltsToLts],
    requires: {
      systemFreeBytes: 5 * 1024 ** 3,
      memoryBytes: 1024 ** 3,
      architectures: ['x64', 'arm64'],
      sources: [guide, space],
    },
    sources: [guide],
  };
});
