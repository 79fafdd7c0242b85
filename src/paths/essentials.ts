import { say } from '../i18n/text.js';
import type { Source, UpgradePath } from '../model/path.js';

const supported: Source = {
  title: 'Microsoft: Supported upgrade paths (2016)',
  url: 'https://github.com/MicrosoftDocs/windowsserverdocs/blob/main/WindowsServerDocs/get-started/Supported-Upgrade-Paths.md',
  proof: 'vendor',
};
const removed: Source = {
  title: 'Microsoft: What’s new in Windows Server 2019 Essentials',
  url: 'https://learn.microsoft.com/windows-server-essentials/get-started/what-s-new-19',
  proof: 'vendor',
};
const hardware: Source = {
  title: 'Microsoft: Hardware requirements for Windows Server',
  url: 'https://learn.microsoft.com/windows-server/get-started/hardware-requirements',
  proof: 'vendor',
};

const GiB = 1024 ** 3;

export const essentialsPaths: readonly UpgradePath[] = [
  {
    id: 'wse2012r2-wse2016',
    from: 'wse2012r2',
    to: 'wse2016',
    kind: 'in-place',
    notes: [],
    requires: {
      systemFreeBytes: 32 * GiB,
      memoryBytes: 2 * GiB,
      recommendedMemoryBytes: 4 * GiB,
      cpuMegahertz: 1400,
      architectures: ['x64'],
      forestLevel: 2,
      sources: [hardware, { title: 'Free space for the upgrade: policy of Antesala', proof: 'unverified' }],
    },
    sources: [supported],
  },
  ...(['wse2012', 'wse2016', 'wse2019'] as const).map(
    (from): UpgradePath => ({
      id: `${from}-ws2025`,
      from,
      to: 'ws2025',
      kind: 'migrate',
      notes: [
        say({
          en: 'The Essentials role does not exist from 2019 on: dashboard, client backup and Remote Web Access end with it. Move to a standard edition on a new server.',
          es: 'El rol Essentials no existe desde 2019: con él desaparecen el panel, la copia de los equipos y el acceso web remoto. Pase a una edición estándar en un servidor nuevo.',
        }),
      ],
      requires: { sources: [] },
      sources: [removed],
    }),
  ),
];
