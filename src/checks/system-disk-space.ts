import { microsoft, unverified } from '../catalog/microsoft-sources.js';
import { type Volume, volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { upgradeChapter } from './wording/debian.js';
import { command, fail, hint, pass, unread, warn } from './wording/outcomes.js';
import { noSystemVolume, systemVolumeOf } from './wording/volumes.js';

export const systemDiskSpace = defineCheck({
  id: 'system-disk-space',
  row: 'disk-space',
  title: say({ en: 'Free space for the upgrade', es: 'Espacio libre para la actualización' }),
  why: say({
    en: 'An upgrade that runs out of space half way leaves the server between two releases.',
    es: 'Una actualización que se queda sin espacio a medias deja el servidor entre dos versiones.',
  }),
  platforms: ['windows', 'linux'],
  concerns: path => path.requires.systemFreeBytes !== undefined,
  needs: { volumes },
  sources: [
    microsoft.sbs2000Before,
    upgradeChapter('Make sure you have sufficient space for the upgrade'),
    unverified.freeSpace,
  ],
  sourcesFor: ({ path }) => path.requires.sources,

  run: ({ volumes: found }, { path, recording: { platform } }) => {
    const needed = path.requires.systemFreeBytes ?? 0;
    const system = systemVolumeOf(found);
    if (!system) return noSystemVolume;
    if (platform === 'windows') return judge(system, needed, tooFullWindows);
    // packages and apt's downloads go to /usr and /var; where these are apart, the figure for the whole says little of each
    const parts = found.filter(({ name }) => name === '/usr' || name === '/var');
    if (parts.length === 0) return judge(system, needed, tooFullLinux);
    return [system, ...parts].map(volume => ({ ...judge(volume, needed, perhapsTooFull), resource: volume.name }));
  },
});

type TooFull = (name: string, free: number, needed: number) => Outcome;

function judge({ name, freeBytes, sizeBytes }: Volume, needed: number, tooFull: TooFull): Outcome {
  const evidence = { volume: name, freeBytes: freeBytes ?? null, sizeBytes: sizeBytes ?? null, neededBytes: needed };
  if (freeBytes === undefined) {
    return unread(
      {
        en: f =>
          `The free space of ${name} could not be read. Look at it on the server: ${f.need(needed)} are asked for.`,
        es: f => `No se ha podido leer el espacio libre de ${name}. Mírelo en el servidor: se piden ${f.need(needed)}.`,
      },
      { evidence },
    );
  }
  if (freeBytes < needed) return { ...tooFull(name, freeBytes, needed), evidence };
  return pass(
    {
      en: f => `${name} has ${f.have(freeBytes)} free; ${f.need(needed)} are asked for.`,
      es: f => `En ${name} quedan ${f.have(freeBytes)} libres; se piden ${f.need(needed)}.`,
    },
    { evidence },
  );
}

const missing = (name: string, free: number, needed: number): Parameters<typeof say>[0] => ({
  en: f => `${name} has ${f.have(free)} free; ${f.need(needed)} are asked for: ${f.need(needed - free)} are missing.`,
  es: f => `En ${name} quedan ${f.have(free)} libres; se piden ${f.need(needed)}: faltan ${f.need(needed - free)}.`,
});

const tooFullWindows: TooFull = (name, free, needed) =>
  fail('inhibitor', missing(name, free, needed), {
    remedy: hint({
      en: 'Run Disk Cleanup, move data to another volume or enlarge this one. Keep Windows.old and $Windows.~BT of an upgrade that is not accepted yet.',
      es: 'Ejecute el Liberador de espacio en disco, mueva datos a otro volumen o amplíe este. Conserve Windows.old y $Windows.~BT de una actualización aún no aceptada.',
    }),
  });

const tooFullLinux: TooFull = (name, free, needed) =>
  fail('inhibitor', missing(name, free, needed), {
    remedy: command('apt-get clean; du -xh --max-depth=2 / | sort -h | tail -n 20', {
      en: 'As root: this removes downloaded packages and shows the largest folders. Old kernels stay: the running one is the way back.',
      es: 'Como root: borra los paquetes descargados y muestra las carpetas más grandes. Los núcleos antiguos se quedan: el que está en uso es la vuelta atrás.',
    }),
  });

const perhapsTooFull: TooFull = (name, free, needed) =>
  warn('high', missing(name, free, needed), {
    remedy: command('apt-get -o APT::Get::Trivial-Only=true dist-upgrade', {
      en: '/usr or /var are volumes of their own. As root, with the sources of the new release, this says what each needs and changes nothing.',
      es: '/usr o /var son volúmenes aparte. Como root y con los orígenes de la nueva versión, esto dice cuánto necesita cada uno y no cambia nada.',
    }),
  });
