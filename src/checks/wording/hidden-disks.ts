import type { Volume } from '../../facts/volumes.js';
import type { Outcome } from '../../model/finding.js';
import { ask } from './outcomes.js';

/** Whether it cannot be told that a volume lies on a rotating disk, undamaged and with room: a RAID controller shows one disk. */
export function isOnHiddenDisk({ media, dirty, freeBytes, sizeBytes }: Volume): boolean {
  if (media === 'ssd' || dirty === true) return false;
  return media === undefined || dirty === undefined || freeBytes === undefined || !sizeBytes;
}

/** One question for all of them. */
export function askAboutHidden(hidden: readonly Volume[]): Outcome {
  const names = hidden.map(volume => volume.name);
  return ask(
    {
      en: f =>
        `Windows does not show what ${f.list(names)} ${names.length === 1 ? 'is' : 'are'} on, as behind a RAID controller. Only a rotating disk gains from it, when it is undamaged and 15 % free.`,
      es: f =>
        `Windows no deja ver en qué disco ${names.length === 1 ? 'está' : 'están'} ${f.list(names)}, como ocurre tras una controladora RAID. Solo conviene en un disco giratorio, sin daños y con un 15 % libre.`,
    },
    {
      en: f => `Is ${f.list(names)} on SSDs, or has it been analysed, and defragmented where the analysis advised so?`,
      es: f =>
        `¿${names.length === 1 ? 'Está' : 'Están'} ${f.list(names)} en discos SSD, o se ha analizado y, si el análisis lo aconsejaba, desfragmentado?`,
    },
    { severity: 'low', evidence: { drives: names } },
  );
}
