/**
 * What a processor can do, as far as Windows lets it be known: by its family and model, by what the running system requires, and by
 * IsProcessorFeaturePresent where that could be asked.
 */
export interface ProcessorSigns {
  /** "Intel64 Family 6 Model 85 Stepping 7", "x86 Family 15 Model 2 Stepping 9". */
  readonly identifier: string | undefined;
  /** "GenuineIntel", "AuthenticAMD". */
  readonly vendor: string | undefined;
  readonly build: number | undefined;
  /** The system is a 64-bit one. */
  readonly wide: boolean;
  /** Numbers N for which IsProcessorFeaturePresent(N) said yes; undefined when it was not asked. */
  readonly present: ReadonlySet<number> | undefined;
  /** Win32_Processor.SecondLevelAddressTranslationExtensions: says no under a hypervisor as well. */
  readonly slat: boolean | undefined;
}

/** Constants of IsProcessorFeaturePresent (winnt.h). */
const asked: readonly (readonly [number, string])[] = [
  [12, 'nx'],
  [14, 'cx16'],
  [20, 'ept'],
  [38, 'sse4_2'],
];

/** Windows 10 version 2004: the first to know the question for SSE4.2. Before, "no" says nothing. */
const knowsSse42 = 19041;

/**
 * Features known to be there, by their Linux names; undefined when it cannot be said whether SSE4.2 is there, so that nobody takes
 * "not known" for "lacking".
 */
export function processorFeatures(signs: ProcessorSigns): readonly string[] | undefined {
  const { present, build } = signs;
  const features = new Set(present === undefined ? [] : asked.flatMap(([n, name]) => (present.has(n) ? [name] : [])));
  const known = modern(signs);
  const told = present !== undefined && (present.has(38) || (build !== undefined && build >= knowsSse42));
  if (known === undefined && !told) return undefined;
  if (known === 'sse4_2' && !(told && !features.has('sse4_2'))) features.add('sse4_2');
  // every processor with SSE4.2 has POPCNT, and AMD's family 10h has POPCNT alone
  if (features.has('sse4_2') || known === 'popcnt') features.add('popcnt');
  if (features.has('popcnt')) for (const name of ['nx', 'cx16', 'lahf_lm']) features.add(name);
  if (signs.slat === true) features.add('ept');
  for (const name of required(signs)) features.add(name);
  return [...features].toSorted();
}

/** Windows Server 2012 runs only with NX; 64-bit Windows from 2012 R2 on only with the rest (Microsoft, requirements of Windows 8 and 8.1). */
function required({ build, wide }: ProcessorSigns): readonly string[] {
  if (build === undefined || build < 9200) return [];
  return build >= 9600 && wide ? ['nx', 'cx16', 'lahf_lm', '3dnowprefetch'] : ['nx'];
}

/** Intel family 6 before Nehalem (model 26), and the Atoms after it that lack SSE4.2. */
const oldIntel = new Set([28, 29, 38, 39, 53, 54]);

/**
 * Which of SSE4.2 and POPCNT the family and model stand for (Intel Nehalem of 2008 on, AMD Bulldozer and Jaguar of 2011 on; AMD
 * family 10h has POPCNT alone). Undefined for makers and families that are not listed, and for what hypervisors make up.
 */
function modern({ identifier, vendor }: ProcessorSigns): 'sse4_2' | 'popcnt' | 'neither' | undefined {
  const found = /family (\d+) model (\d+)/i.exec(identifier ?? '');
  if (!found) return undefined;
  const family = Number(found[1]);
  const model = Number(found[2]);
  const maker = vendor ?? identifier ?? '';
  if (/intel/i.test(maker)) {
    // "QEMU Virtual CPU" calls itself family 6 model 6 or family 15 model 6 and may have more than its name says
    if (family === 6) return model >= 26 && !oldIntel.has(model) ? 'sse4_2' : model === 6 ? undefined : 'neither';
    return family === 15 && model !== 6 ? 'neither' : undefined;
  }
  if (/amd/i.test(maker)) {
    if (family >= 21) return 'sse4_2';
    if (family === 16 || family === 18) return 'popcnt';
    return family === 20 || family === 17 ? 'neither' : undefined;
  }
  return undefined;
}
