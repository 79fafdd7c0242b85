import { microsoft, unverified } from '../catalog/microsoft-sources.js';
import type { Requirements } from '../model/path.js';

const MiB = 1024 ** 2;
const GiB = 1024 ** 3;

/** Windows Server 2016 to 2025: the figures of Microsoft's hardware page of October 2024. */
const modern: Requirements = {
  systemFreeBytes: 20 * GiB,
  memoryBytes: 512 * MiB,
  recommendedMemoryBytes: 2 * GiB,
  cpuMegahertz: 1400,
  cpuFeatures: ['nx', 'cx16', 'lahf_lm', '3dnowprefetch', 'ept'],
  architectures: ['x64'],
  sources: [microsoft.hardware, unverified.freeSpace],
};

/** Windows Server 2012 and 2012 R2: the same minimum, but no page that still says so was found. */
const older: Requirements = {
  systemFreeBytes: 20 * GiB,
  memoryBytes: 512 * MiB,
  recommendedMemoryBytes: 2 * GiB,
  cpuMegahertz: 1400,
  architectures: ['x64'],
  sources: [unverified.oldTable, unverified.freeSpace],
};

/**
 * What each Windows Server asks of the machine, and of the domain when the server is one of its controllers. Levels are
 * msDS-Behavior-Version: 2 = 2003, 3 = 2008, 7 = 2016. Those for 2012 and 2012 R2 stand in no page that was found.
 */
export const windowsRequirements: Readonly<Record<string, Requirements>> = {
  ws2008: { systemFreeBytes: 20 * GiB, memoryBytes: 512 * MiB, sources: [unverified.oldTable, unverified.freeSpace] },
  ws2012: older,
  ws2012r2: older,
  ws2016: { ...modern, forestLevel: 2, domainLevel: 2, sources: [...modern.sources, microsoft.functionalLevels] },
  ws2019: {
    ...modern,
    forestLevel: 3,
    domainLevel: 3,
    sysvolDfsr: true,
    sources: [...modern.sources, microsoft.functionalLevels],
  },
  ws2022: {
    ...modern,
    forestLevel: 3,
    domainLevel: 3,
    sysvolDfsr: true,
    sources: [...modern.sources, microsoft.functionalLevels],
  },
  ws2025: {
    ...modern,
    recommendedMemoryBytes: 4 * GiB,
    cpuFeatures: [...(modern.cpuFeatures ?? []), 'sse4_2', 'popcnt'],
    forestLevel: 7,
    domainLevel: 7,
    sysvolDfsr: true,
    sources: [...modern.sources, microsoft.functionalLevels],
  },
};
