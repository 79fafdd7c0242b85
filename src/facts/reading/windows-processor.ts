import type { Answer, Row } from '../../model/answer.js';
import type { Hardware } from '../hardware.js';
import { processorKeys } from '../questions/windows-hardware.js';
import { jsonObject } from './json-text.js';
import { processorFeatures } from './processor-features.js';
import { flagCell, numberCell, numberIn, rowsOf, subKeysOf, textCell, textIn, textOf } from './windows-answers.js';

interface ProcessorAnswers {
  readonly processors: Answer;
  readonly processorKeys: Answer;
  readonly asked: Answer;
}

/**
 * The processor by WMI, else by the registry.
 *
 * @param build of Windows, which tells features that it does not start without
 * @param counted how many WMI says the computer has
 */
export function processorOf(
  answers: ProcessorAnswers,
  build: number | undefined,
  counted: number | undefined,
): Hardware['processor'] {
  const rows = rowsOf(answers.processors);
  const keys = subKeysOf(answers.processorKeys, processorKeys.key);
  const first = keys[0]?.[1];
  const present = jsonObject(textOf(answers.asked))?.present;
  const identifier = textIn(first, 'Identifier') ?? textCell(rows?.[0]?.Description);
  return {
    model: (textCell(rows?.[0]?.Name) ?? textIn(first, 'ProcessorNameString'))?.replace(/\s+/g, ' '),
    ...countsOf(rows ?? [], keys.length, counted),
    megahertz: numberCell(rows?.[0]?.MaxClockSpeed) ?? numberIn(first, '~MHz'),
    features: processorFeatures({
      identifier,
      vendor: textIn(first, 'VendorIdentifier') ?? textCell(rows?.[0]?.Manufacturer),
      build,
      wide: isWide(identifier),
      present: Array.isArray(present) ? new Set(present.filter(one => typeof one === 'number')) : undefined,
      slat: rows?.some(row => flagCell(row.SecondLevelAddressTranslationExtensions) === true),
    }),
  };
}

type Counts = Pick<Hardware['processor'], 'sockets' | 'cores' | 'logical'>;

/** Where cores are told, a row is a socket; before that a row may be a core, and only its socket's name tells them apart. */
function countsOf(rows: readonly Row[], keys: number, processors: number | undefined): Counts {
  const cores = rows.map(row => numberCell(row.NumberOfCores));
  const told = rows.length > 0 && cores.every(count => count !== undefined);
  const logical = sum(rows.map(row => numberCell(row.NumberOfLogicalProcessors))) ?? (keys || processors);
  if (told) return { sockets: rows.length, cores: sum(cores), logical };
  const sockets = new Set(rows.map(row => textCell(row.SocketDesignation)?.toLowerCase()));
  return { sockets: sockets.has(undefined) ? undefined : sockets.size || undefined, cores: undefined, logical };
}

function sum(counts: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const count of counts) {
    if (count === undefined) return undefined;
    total += count;
  }
  return total || undefined;
}

/** "Intel64 Family…" and "AMD64 Family…" are said by 64-bit systems, "x86 Family…" by 32-bit ones. */
function isWide(identifier: string | undefined): boolean {
  return /^(intel64|amd64|em64t)/i.test(identifier ?? '');
}
