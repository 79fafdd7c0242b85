import { microsoft } from '../catalog/microsoft-sources.js';
import { hardware } from '../facts/hardware.js';
import { hyperV } from '../facts/hyper-v.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { hint, pass, unread } from './wording/outcomes.js';
import { isAtLeast } from './wording/windows-paths.js';

/** What 64-bit Windows Server 2012 R2 already asked for when it was installed: a server that runs it has these. */
const since2012R2: readonly string[] = ['nx', 'cx16', 'lahf_lm', '3dnowprefetch'];

/**
 * Windows tells only of some features, and of SSE4.2 only on recent releases: one that is not in the list may be there all the
 * same. So a feature that is not seen is unknown, never a failure.
 */
export const cpuFeatures = defineCheck({
  id: 'cpu-features',
  row: 'hardware-compatibility',
  title: say({ en: 'Functions of the processor', es: 'Funciones del procesador' }),
  why: say({
    en: 'Windows Server does not start on a processor without the functions it is built for; since 2025 it needs SSE4.2 and POPCNT as well.',
    es: 'Windows Server no arranca en un procesador sin las funciones para las que está compilado; desde 2025 necesita además SSE4.2 y POPCNT.',
  }),
  platforms: ['windows'],
  concerns: path => path.requires.cpuFeatures !== undefined,
  needs: { hardware },
  uses: { hyperV },
  sources: [
    microsoft.hardware,
    {
      title: say({
        en: 'A running 64-bit Windows Server 2012 R2 shows which functions its processor has',
        es: 'Un Windows Server 2012 R2 de 64 bits en marcha demuestra qué funciones tiene su procesador',
      }),
      proof: 'unverified',
    },
    {
      title: say({ en: 'Every processor with SSE4.2 has POPCNT', es: 'Todo procesador con SSE4.2 tiene POPCNT' }),
      proof: 'derived',
    },
  ],

  run: ({ hardware: { processor } }, { path, from, to }, { hyperV: machines }) => {
    const required = path.requires.cpuFeatures ?? [];
    const { features } = processor;
    const model = processor.model ?? null;
    if (features === undefined) return unseen(required, model, to.name);
    const present = new Set(features);
    if (present.has('sse4_2')) present.add('popcnt');
    if (isAtLeast(from.id, 'ws2012r2')) for (const feature of since2012R2) present.add(feature);
    // second level address translation is Hyper-V's need; where Hyper-V 2016 or later runs, it is there
    const host = machines.state === 'known' ? machines.value.host : undefined;
    if (host === false || (host === true && isAtLeast(from.id, 'ws2016'))) present.add('ept');
    const missing = required.filter(feature => !present.has(feature));
    if (missing.length > 0) return unseen(missing, model, to.name);
    const counted = required.filter(feature => host !== false || feature !== 'ept');
    return pass(
      {
        en: f => `It has what ${to.name} needs: ${f.list(counted)}.`,
        es: f => `Tiene lo que necesita ${to.name}: ${f.list(counted)}.`,
      },
      { evidence: { model, features } },
    );
  },
});

function unseen(missing: readonly string[], model: string | null, target: string): Outcome {
  return unread(
    {
      en: f => `${target} needs these, and the server does not show that its processor has them: ${f.list(missing)}.`,
      es: f => `${target} necesita funciones que el servidor no muestra que tenga su procesador: ${f.list(missing)}.`,
    },
    {
      remedy: hint(
        {
          en: 'Run Coreinfo of Sysinternals on the server: an asterisk stands by each function that is there. On a virtual machine, ask for a newer processor level (EVC, processor compatibility) first. A processor without them needs another machine.',
          es: 'Ejecute Coreinfo de Sysinternals en el servidor: las funciones presentes llevan un asterisco. En una máquina virtual, pida antes un nivel de procesador más nuevo (EVC, compatibilidad del procesador). Si el procesador no las tiene, hace falta otro equipo.',
        },
        'https://learn.microsoft.com/sysinternals/downloads/coreinfo',
      ),
      evidence: { model, missing },
    },
  );
}
