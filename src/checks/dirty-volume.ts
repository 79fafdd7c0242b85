import { microsoft } from '../catalog/microsoft-sources.js';
import { type Volume, volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { command, fail, hint, pass, unread } from './wording/outcomes.js';
import { hasLetter } from './wording/volumes.js';
import { staysInPlace } from './wording/windows-paths.js';

export const dirtyVolume = defineCheck({
  id: 'dirty-volume',
  row: 'hardware-compatibility',
  title: say({ en: 'Damaged file systems', es: 'Sistemas de archivos dañados' }),
  why: say({
    en: 'A file system marked as damaged is checked at one of the restarts of the upgrade, and what the check cuts off may be a file that the upgrade needs. The defragmenter refuses such a volume.',
    es: 'Un sistema de archivos marcado como dañado se comprueba en uno de los reinicios de la actualización, y lo que se elimine puede ser un archivo que esta necesita. El desfragmentador rechaza un volumen así.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { volumes },
  sources: [
    microsoft.defrag,
    {
      title: say({
        en: 'chkdsk and chkntfs, fsck: common practice of administrators',
        es: 'chkdsk, chkntfs y fsck: práctica habitual de los administradores',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ volumes: found }, { recording: { platform } }) => {
    const windows = platform === 'windows';
    const own = found.filter(({ kind, readOnly }) => kind === 'fixed' && readOnly !== true);
    const outcomes: Outcome[] = own.filter(volume => volume.dirty === true).map(volume => damaged(volume, windows));
    const unseen = own.filter(volume => volume.dirty === undefined && (!windows || hasLetter(volume) || volume.system));
    if (unseen.length > 0) outcomes.push(notTold(unseen, windows));
    if (outcomes.length > 0) return outcomes;
    if (own.length === 0) {
      return unread({
        en: 'The list of volumes shows no fixed one. Look for damage on the server itself.',
        es: 'La lista de volúmenes no muestra ninguno fijo. Busque daños en el propio servidor.',
      });
    }
    return pass({ en: 'No volume is marked as damaged.', es: 'Ningún volumen está marcado como dañado.' });
  },
});

function damaged(volume: Volume, windows: boolean): Outcome {
  return fail(
    'high',
    {
      en: `${volume.name} is marked as damaged.`,
      es: `${volume.name} está marcado como dañado.`,
    },
    {
      resource: volume.name,
      remedy: windows ? repairWindows(volume) : repairLinux,
      evidence: { fileSystem: volume.fileSystem ?? null, device: volume.device ?? null },
    },
  );
}

function repairWindows(volume: Volume) {
  if (!hasLetter(volume)) {
    return hint({
      en: 'Give it a drive letter in Disk Management, back it up and repair it with chkdsk /f.',
      es: 'Asígnele una letra en Administración de discos, haga una copia de su contenido y repárelo con chkdsk /f.',
    });
  }
  return command(`chkdsk ${volume.name} /f`, {
    en: 'As an administrator, after a backup. When the volume is in use, answer yes and restart: the repair runs before Windows starts and may take hours. Look at the disk’s health as well.',
    es: 'Como administrador, después de hacer una copia. Si el volumen está en uso, responda que sí y reinicie: la reparación se hace antes de arrancar Windows y puede tardar horas. Revise también la salud del disco.',
  });
}

const repairLinux = hint({
  en: 'After a backup, restart once with fsck.mode=force fsck.repair=yes on the kernel’s command line, and look at the disk’s health (smartctl -H).',
  es: 'Después de hacer una copia, reinicie una vez con fsck.mode=force fsck.repair=yes en la línea de órdenes del núcleo, y revise la salud del disco (smartctl -H).',
});

function notTold(unseen: readonly Volume[], windows: boolean): Outcome {
  const names = unseen.map(volume => volume.name);
  return unread(
    {
      en: f => `Whether these are damaged could not be read: ${f.list(names)}.`,
      es: f => `No se ha podido leer si están dañados: ${f.list(names)}.`,
    },
    {
      severity: windows ? 'medium' : 'low',
      remedy: windows
        ? command(
            unseen
              .filter(hasLetter)
              .map(volume => `chkntfs ${volume.name}`)
              .join(' & ') || 'chkntfs C:',
            {
              en: 'In a command prompt, as an administrator: says of each volume whether it is damaged and changes nothing.',
              es: 'En una ventana de comandos, como administrador: dice de cada volumen si está dañado y no cambia nada.',
            },
          )
        : command('journalctl -k -p warning | grep -iE "ext4|xfs|btrfs|I/O error"', {
            en: 'As root: the kernel’s complaints about disks and file systems since the last start. No line is a good sign.',
            es: 'Como root: quejas del núcleo sobre discos y sistemas de archivos desde el último arranque. Que no salga ninguna línea es buena señal.',
          }),
      evidence: { volumes: names },
    },
  );
}
