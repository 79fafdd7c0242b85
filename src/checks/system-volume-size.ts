import { microsoft } from '../catalog/microsoft-sources.js';
import { volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass, unread } from './wording/outcomes.js';
import { noSystemVolume, systemVolumeOf } from './wording/volumes.js';
import { inPlaceTo } from './wording/windows-paths.js';

/** Microsoft writes 32 GB; taken as decimal, so that no disk sold as one of 32 GB is refused. */
const least = 32_000_000_000;

export const systemVolumeSize = defineCheck({
  id: 'system-volume-size',
  row: 'hardware-compatibility',
  title: say({ en: 'Size of the system volume', es: 'Tamaño del volumen del sistema' }),
  why: say({
    en: 'Microsoft calls 32 GB the absolute minimum for Windows Server; more is needed with much memory. A smaller volume fills up with the first updates.',
    es: 'Microsoft considera 32 GB el mínimo absoluto para Windows Server; con mucha memoria hace falta más. Un volumen menor se llena con las primeras actualizaciones.',
  }),
  platforms: ['windows'],
  concerns: inPlaceTo('ws2016'),
  needs: { volumes },
  sources: [microsoft.hardware],

  run: ({ volumes: found }) => {
    const system = systemVolumeOf(found);
    if (!system) return noSystemVolume;
    const { name, sizeBytes } = system;
    const evidence = { volume: name, sizeBytes: sizeBytes ?? null, leastBytes: least };
    if (sizeBytes === undefined) {
      return unread(
        {
          en: f =>
            `The size of ${name} could not be read. Look in Disk Management: at least ${f.need(least)} are needed.`,
          es: f =>
            `No se ha podido leer el tamaño de ${name}. Mírelo en Administración de discos: hacen falta ${f.need(least)} como mínimo.`,
        },
        { evidence },
      );
    }
    if (sizeBytes >= least) {
      return pass(
        {
          en: f => `${name} holds ${f.have(sizeBytes)}; at least ${f.need(least)} are needed.`,
          es: f => `${name} tiene ${f.have(sizeBytes)}; hacen falta ${f.need(least)} como mínimo.`,
        },
        { evidence },
      );
    }
    return fail(
      'inhibitor',
      {
        en: f => `${name} holds only ${f.have(sizeBytes)}; at least ${f.need(least)} are needed.`,
        es: f => `${name} solo tiene ${f.have(sizeBytes)}; hacen falta ${f.need(least)} como mínimo.`,
      },
      {
        remedy: hint({
          en: 'Enlarge the volume, or restore a backup of the whole disk to a larger one, before the upgrade.',
          es: 'Amplíe el volumen, o restaure una copia de todo el disco en otro mayor, antes de actualizar.',
        }),
        evidence,
      },
    );
  },
});
