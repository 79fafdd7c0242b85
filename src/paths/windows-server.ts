import { say } from '../i18n/text.js';
import type { Requirements, Source, UpgradePath } from '../model/path.js';

const overview: Source = {
  title: 'Microsoft: Overview of Windows Server upgrades',
  url: 'https://learn.microsoft.com/windows-server/get-started/upgrade-overview',
  proof: 'vendor',
};
const hardware: Source = {
  title: 'Microsoft: Hardware requirements for Windows Server',
  url: 'https://learn.microsoft.com/windows-server/get-started/hardware-requirements',
  proof: 'vendor',
};
const controllers: Source = {
  title: 'Microsoft: Upgrade domain controllers; functional levels',
  url: 'https://learn.microsoft.com/windows-server/identity/ad-ds/deploy/upgrade-domain-controllers',
  proof: 'vendor',
};
const freeSpace: Source = {
  title: 'Free space for the upgrade: policy of Antesala, no figure of the vendor exists',
  proof: 'unverified',
};
const oldTable: Source = { title: 'Upgrade table of the time of Windows Server 2012, recalled', proof: 'unverified' };

const GiB = 1024 ** 3;
const common = ['nx', 'cx16', 'lahf_lm', '3dnowprefetch', 'ept'];

/** What the target asks of a machine, by product. */
const requirements: Readonly<Record<string, Requirements>> = {
  ws2012: { ...base(20, 512 * 1024 ** 2, 2 * GiB), forestLevel: 2 },
  ws2012r2: { ...base(20, 512 * 1024 ** 2, 2 * GiB), forestLevel: 2 },
  ws2016: { ...base(32, 2 * GiB, 4 * GiB), forestLevel: 2 },
  ws2019: { ...base(32, 2 * GiB, 4 * GiB), forestLevel: 3, sysvolDfsr: true },
  ws2022: { ...base(32, 2 * GiB, 4 * GiB), forestLevel: 3, sysvolDfsr: true },
  ws2025: {
    ...base(32, 2 * GiB, 4 * GiB),
    cpuFeatures: [...common, 'sse4_2', 'popcnt'],
    forestLevel: 7,
    domainLevel: 7,
    sysvolDfsr: true,
  },
};

function base(free: number, memoryBytes: number, recommendedMemoryBytes: number): Requirements {
  return {
    systemFreeBytes: free * GiB,
    memoryBytes,
    recommendedMemoryBytes,
    cpuMegahertz: 1400,
    cpuFeatures: common,
    architectures: ['x64'],
    sources: [hardware, controllers, freeSpace],
  };
}

/** Microsoft's table of March 2025, row by row, holes included: 2012 R2 to 2022 is not in it, 2012 R2 to 2025 is. */
const table: Readonly<Record<string, readonly string[]>> = {
  ws2012: ['ws2012r2', 'ws2016'],
  ws2012r2: ['ws2016', 'ws2019', 'ws2025'],
  ws2016: ['ws2019', 'ws2022', 'ws2025'],
  ws2019: ['ws2022', 'ws2025'],
  ws2022: ['ws2025'],
};

/** Before that table: from memory only, and said so. */
const older: Readonly<Record<string, readonly string[]>> = {
  ws2008: ['ws2012'],
  ws2008r2: ['ws2012', 'ws2012r2'],
};

const fourVersions = say({
  en: 'Up to four versions at once are possible when the target is 2025, up to two otherwise; cluster nodes go one version at a time.',
  es: 'Se pueden saltar hasta cuatro versiones si el destino es 2025 y hasta dos en los demás casos; los nodos de un clúster, de una en una.',
});
const recalled = say({
  en: 'This path is from memory: no page of the vendor that states it has been read. Check it before you rely on it.',
  es: 'Esta ruta se indica de memoria: no se ha leído ninguna página del fabricante que la confirme. Compruébela antes de confiar en ella.',
});

export const windowsServerPaths: readonly UpgradePath[] = [
  ...rows(table, overview, [fourVersions]),
  ...rows(older, oldTable, [recalled]),
];

function rows(
  from: Readonly<Record<string, readonly string[]>>,
  source: Source,
  notes: UpgradePath['notes'],
): UpgradePath[] {
  return Object.entries(from).flatMap(([id, targets]) =>
    targets.map(to => ({
      id: `${id}-${to}`,
      from: id,
      to,
      kind: 'in-place' as const,
      notes,
      requires: requirements[to] ?? { sources: [] },
      sources: [source],
    })),
  );
}
