import { microsoft, unverified } from '../catalog/microsoft-sources.js';
import { hardware } from '../facts/hardware.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Source } from '../model/path.js';
import { fail, hint, pass, unread, warn } from './wording/outcomes.js';
import { isAtLeast } from './wording/windows-paths.js';

const MiB = 1024 ** 2;

/** Set-up needs more than 800 MB on a virtual machine, whatever the system runs with afterwards. */
const virtualSetup = 800 * MiB;

/** Firmware, graphics and kernel keep some of the memory: a sixteenth less than the size asked for still is that size. */
const reported = (installed: number) => (installed * 15) / 16;

const slack: Source = {
  title: say({
    en: 'A sixteenth less than the size asked for is accepted: our policy',
    es: 'Se acepta un dieciseisavo menos de lo que se pide: criterio nuestro',
  }),
  proof: 'unverified',
};

export const memory = defineCheck({
  id: 'memory',
  row: 'hardware-compatibility',
  title: say({ en: 'Memory', es: 'Memoria' }),
  why: say({
    en: 'With too little memory set-up stops or the upgraded server spends its time paging.',
    es: 'Con poca memoria, la instalación se detiene o el servidor actualizado se pasa el tiempo paginando.',
  }),
  platforms: ['windows', 'linux'],
  concerns: ({ requires }) => requires.memoryBytes !== undefined || requires.recommendedMemoryBytes !== undefined,
  needs: { hardware },
  sources: [
    microsoft.hardware,
    unverified.sbs2003Hardware,
    {
      title: 'Debian installation guide: minimum hardware requirements',
      url: 'https://www.debian.org/releases/stable/amd64/ch03s04.en.html',
      proof: 'vendor',
    },
    slack,
  ],
  sourcesFor: ({ path }) => [...path.requires.sources, slack],

  run: ({ hardware: { memoryBytes, virtual } }, { path, to }) => {
    const modern = isAtLeast(to.id, 'ws2016');
    const least = Math.max(path.requires.memoryBytes ?? 0, modern && typeof virtual === 'string' ? virtualSetup : 0);
    const better = Math.max(path.requires.recommendedMemoryBytes ?? 0, least);
    const evidence = { memoryBytes: memoryBytes ?? null, leastBytes: least, recommendedBytes: better };
    if (memoryBytes === undefined) {
      return unread(
        {
          en: f =>
            `The memory could not be read. Look with “systeminfo” (Windows) or “free” (Linux): ${f.need(better)} are asked for.`,
          es: f =>
            `No se ha podido leer la memoria. Mírela con «systeminfo» (Windows) o «free» (Linux): se piden ${f.need(better)}.`,
        },
        { evidence },
      );
    }
    if (memoryBytes >= reported(better)) {
      return pass(
        {
          en: f => `${f.have(memoryBytes)}; ${f.need(better)} are asked for.`,
          es: f => `${f.have(memoryBytes)}; se piden ${f.need(better)}.`,
        },
        { evidence },
      );
    }
    const remedy = hint({
      en: f =>
        `Give the server at least ${f.need(better)} before the upgrade; a virtual machine can give them back afterwards.`,
      es: f =>
        `Amplíe el servidor a ${f.need(better)} como mínimo antes de actualizar; una máquina virtual puede devolverlos después.`,
    });
    if (memoryBytes >= reported(least)) {
      return warn(
        'medium',
        {
          en: f => `${f.have(memoryBytes)} are enough to install; ${to.name} works well from ${f.need(better)} on.`,
          es: f =>
            `${f.have(memoryBytes)} bastan para instalar; ${to.name} funciona bien a partir de ${f.need(better)}.`,
        },
        { remedy, evidence },
      );
    }
    return fail(
      'inhibitor',
      {
        en: f => `${f.have(memoryBytes)} are less than the ${f.need(least)} that the upgrade needs.`,
        es: f => `${f.have(memoryBytes)} son menos que los ${f.need(least)} que necesita la actualización.`,
      },
      { remedy, evidence },
    );
  },
});
