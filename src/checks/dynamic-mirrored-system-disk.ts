import { type Volume, volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { command, hint, pass, unread, warn } from './wording/outcomes.js';
import { noSystemVolume } from './wording/volumes.js';
import { staysInPlace } from './wording/windows-paths.js';

export const dynamicMirroredSystemDisk = defineCheck({
  id: 'dynamic-mirrored-system-disk',
  row: 'hardware-compatibility',
  title: say({ en: 'Dynamic or mirrored system disk', es: 'Disco del sistema dinámico o en espejo' }),
  why: say({
    en: 'Set-up starts from the disk before Windows can put a software mirror together. Breaking the mirror first leaves one half as it was: the quickest way back there is.',
    es: 'La instalación arranca del disco antes de que Windows pueda montar un espejo por software. Si se rompe antes el espejo, una mitad queda como estaba: es la vuelta atrás más rápida.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: { volumes },
  sources: [
    {
      title: say({
        en: 'Common practice of administrators; no page of Microsoft’s was found',
        es: 'Práctica habitual de los administradores; no se ha encontrado ninguna página de Microsoft',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ volumes: found }) => {
    const own = found.filter(volume => volume.system || volume.boot);
    if (own.length === 0) return noSystemVolume;
    const outcomes = own.flatMap((volume): Outcome[] => {
      if (volume.layout === 'basic') return [];
      if (volume.layout === 'mirrored' || volume.layout === 'raid') return [mirrored(volume)];
      return volume.layout === 'dynamic' ? [dynamic(volume)] : [notTold(volume)];
    });
    return outcomes.length > 0
      ? outcomes
      : pass({ en: 'The system starts from a basic disk.', es: 'El sistema arranca de un disco básico.' });
  },
});

function mirrored({ name, device }: Volume): Outcome {
  return warn(
    'high',
    { en: `${name} is mirrored by Windows.`, es: `Windows mantiene ${name} en espejo.` },
    {
      resource: name,
      remedy: hint({
        en: 'After a backup, break the mirror in Disk Management (not “remove”), try that the server starts from each half, and take one disk out until the upgrade is accepted.',
        es: 'Después de hacer una copia, rompa el espejo en Administración de discos (no «quitar»), pruebe que el servidor arranca de cada mitad y retire uno de los discos hasta dar por buena la actualización.',
      }),
      evidence: { device: device ?? null },
    },
  );
}

function dynamic({ name, device }: Volume): Outcome {
  return warn(
    'medium',
    { en: `${name} is on a dynamic disk.`, es: `${name} está en un disco dinámico.` },
    {
      resource: name,
      remedy: hint({
        en: 'Have a backup of the whole disk that restores on an empty one: a dynamic disk cannot be made basic again with its data.',
        es: 'Tenga una copia de todo el disco que se pueda restaurar en uno vacío: un disco dinámico no vuelve a ser básico con sus datos.',
      }),
      evidence: { device: device ?? null },
    },
  );
}

function notTold({ name, layout }: Volume): Outcome {
  return unread(
    {
      en: `How the disk of ${name} is laid out could not be read.`,
      es: `No se ha podido leer cómo está organizado el disco de ${name}.`,
    },
    {
      resource: name,
      severity: 'low',
      remedy: command('diskmgmt.msc', {
        en: 'On the server: Disk Management shows whether the disk is basic or dynamic, and mirrored volumes in a colour of their own.',
        es: 'En el servidor: Administración de discos muestra si el disco es básico o dinámico, y los volúmenes en espejo con su propio color.',
      }),
      evidence: { layout: layout ?? null },
    },
  );
}
