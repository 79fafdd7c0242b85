import { microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome, Remedy } from '../model/finding.js';
import type { Product } from '../model/path.js';
import { ask, command, pass } from './wording/outcomes.js';
import { hasLetter, noSystemVolume, systemVolumeOf } from './wording/volumes.js';
import { isAtLeast, staysInPlace } from './wording/windows-paths.js';

/** With so many times the space asked for there is nothing to win: our policy. */
const plenty = 2;

export const cleanupAdvice = defineCheck({
  id: 'cleanup-advice',
  row: 'disk-cleanup',
  title: say({ en: 'Cleaning up before the upgrade', es: 'Limpieza antes de actualizar' }),
  why: say({
    en: 'The paper asks for Disk Cleanup. What a way back needs must stay: earlier Windows installations, uninstall data of updates, old kernels.',
    es: 'El documento pide liberar espacio. Lo que hace falta para volver atrás debe quedarse: instalaciones anteriores de Windows, datos para desinstalar actualizaciones, núcleos antiguos.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { volumes },
  uses: { identity },
  sources: [
    microsoft.sbs2000Before,
    microsoft.cleanmgr,
    microsoft.setupTrouble,
    {
      title: say({
        en: 'Not needed with twice the space asked for: our policy',
        es: 'Innecesario con el doble del espacio pedido: criterio nuestro',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ volumes: found }, { path, from, recording: { platform } }, { identity: system }) => {
    const volume = systemVolumeOf(found);
    if (!volume) return noSystemVolume;
    const needed = path.requires.systemFreeBytes;
    const { name, freeBytes } = volume;
    const evidence = { volume: name, freeBytes: freeBytes ?? null, neededBytes: needed ?? null };
    if (freeBytes !== undefined && needed !== undefined && freeBytes >= needed * plenty) {
      return pass(
        {
          en: f => `Not needed: ${name} has ${f.have(freeBytes)} free; ${f.need(needed)} are asked for.`,
          es: f => `No hace falta: en ${name} quedan ${f.have(freeBytes)} libres; se piden ${f.need(needed)}.`,
        },
        { evidence },
      );
    }
    const core = system.state === 'known' && system.value.installation === 'core';
    const remedy = platform === 'linux' ? cleanLinux : cleanWindows(hasLetter(volume) ? name : undefined, from, core);
    return { ...question(name, freeBytes), remedy, evidence };
  },
});

function question(name: string, freeBytes: number | undefined): Outcome {
  return ask(
    freeBytes === undefined
      ? {
          en: `How much ${name} has free is not known. Clean it up.`,
          es: `No se sabe cuánto espacio libre queda en ${name}. Haga limpieza.`,
        }
      : {
          en: f => `${name} has ${f.have(freeBytes)} free. Clean it up before the upgrade.`,
          es: f => `En ${name} quedan ${f.have(freeBytes)} libres. Haga limpieza antes de actualizar.`,
        },
    {
      en: `Has ${name} been cleaned up, keeping what a way back needs?`,
      es: `¿Se ha limpiado ${name}, conservando lo necesario para volver atrás?`,
    },
    { severity: 'low' },
  );
}

const cleanLinux = command('apt-get clean && journalctl --vacuum-size=200M', {
  en: 'As root: removes downloaded packages and all but the last 200 MB of the journal. Kernels are not touched: the running one is the way back.',
  es: 'Como root: borra los paquetes descargados y el diario salvo los últimos 200 MB. No toca los núcleos: el que está en uso es la vuelta atrás.',
});

/**
 * Always for one drive: `/sagerun` walks all drives, on Small Business Server 2000 the Exchange drive as well. Server Core has no
 * Disk Cleanup; there only superseded parts of updates are removed, without `/ResetBase`, which takes away their way back.
 */
function cleanWindows(drive: string | undefined, from: Product, core: boolean): Remedy {
  if (core) {
    return command('Dism.exe /Online /Cleanup-Image /StartComponentCleanup', {
      en: 'Server Core, as an administrator: removes superseded parts of updates. Do not add /ResetBase.',
      es: 'Server Core, como administrador: elimina partes sustituidas de actualizaciones. No añada /ResetBase.',
    });
  }
  const features = isAtLeast(from.id, 'ws2008') && !isAtLeast(from.id, 'ws2012');
  return command(drive === undefined ? 'cleanmgr' : `cleanmgr /d ${drive}`, {
    en: `As an administrator, on the server’s desktop. Leave “Previous Windows installations” and “Compress old files” unticked, and never start it with /sagerun, which walks all drives.${features ? ' Where it is missing, it comes with the feature Desktop Experience.' : ''}`,
    es: `Como administrador, en el escritorio del servidor. Deje sin marcar «Instalaciones anteriores de Windows» y «Comprimir archivos antiguos», y no lo inicie nunca con /sagerun, que recorre todas las unidades.${features ? ' Si falta, viene con la característica Experiencia de escritorio.' : ''}`,
  });
}
