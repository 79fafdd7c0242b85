import { microsoft } from '../catalog/microsoft-sources.js';
import { protection } from '../facts/protection.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { hint } from './wording/outcomes.js';
import { mustRest } from './wording/protection.js';
import { staysInPlace } from './wording/windows-paths.js';

export const backupAgents = defineCheck({
  id: 'backup-agents',
  row: 'disk-tools',
  title: say({ en: 'Backup agent at work', es: 'Agente de copias en marcha' }),
  why: say({
    en: 'Backup agents with drivers for open files sit between set-up and the disk; a job that starts in the middle of the upgrade slows it or copies half a system.',
    es: 'Los agentes con controladores para archivos abiertos se interponen entre la instalación y el disco; un trabajo que empiece a mitad la frena o copia medio sistema.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { protection },
  sources: [microsoft.bestPractices, microsoft.exchangeAndScanners],

  run: ({ protection: products }) =>
    mustRest(
      products.filter(product => product.kind === 'backup'),
      {
        none: {
          en: 'No agent of the catalogue was recognised. One that is not in it does not show here.',
          es: 'No se ha reconocido ningún agente del catálogo. Los que no están en él no se ven aquí.',
        },
        remedy: () =>
          hint({
            en: 'After the last backup suspend its jobs and stop its services for the upgrade; note their start modes, and put both back afterwards.',
            es: 'Tras la última copia, suspenda sus trabajos y detenga sus servicios durante la actualización; anote sus modos de inicio para dejarlo después todo como estaba.',
          }),
      },
    ),
});
