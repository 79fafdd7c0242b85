import { microsoft } from '../catalog/microsoft-sources.js';
import { type Volume, volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass, unread, warn } from './wording/outcomes.js';
import { hasLetter, noSystemVolume, systemVolumeOf } from './wording/volumes.js';
import { toModernWindows } from './wording/windows-paths.js';

export const unletteredLargeVolume = defineCheck({
  id: 'unlettered-large-volume',
  row: 'hardware-compatibility',
  title: say({ en: 'Large volume without a letter', es: 'Volumen grande sin letra' }),
  why: say({
    en: 'Set-up puts its temporary files on the largest volume of the system’s disk. When that one has no drive letter, it does not find them again at the first restart.',
    es: 'La instalación deja sus archivos temporales en el volumen mayor del disco del sistema. Si no tiene letra, no los encuentra en el primer reinicio.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { volumes },
  sources: [
    microsoft.setup2012,
    {
      title: say({
        en: 'Seen with Windows Server 2012; later releases are warned about',
        es: 'Visto con Windows Server 2012; de las versiones posteriores solo se avisa',
      }),
      proof: 'derived',
    },
  ],

  run: ({ volumes: found }, { to }) => {
    const system = systemVolumeOf(found);
    if (!system) return noSystemVolume;
    const others = found.filter(
      volume => volume.kind === 'fixed' && isUnlettered(volume) && mayShareDisk(volume, system),
    );
    const { sizeBytes } = system;
    if (others.some(volume => volume.sizeBytes === undefined) || (sizeBytes === undefined && others.length > 0)) {
      return unread(
        {
          en: 'The size of a volume without a letter could not be read. Look in Disk Management whether one on the system’s disk is larger than the system volume.',
          es: 'No se ha podido leer el tamaño de un volumen sin letra. Mire en Administración de discos si alguno del disco del sistema es mayor que el volumen del sistema.',
        },
        { severity: 'medium', evidence: { volumes: others.map(volume => volume.name) } },
      );
    }
    const larger = others.filter(volume => (volume.sizeBytes ?? 0) > (sizeBytes ?? 0));
    if (larger.length === 0) {
      return pass({
        en: `No volume without a letter is larger than the system volume (${system.name}).`,
        es: `Ningún volumen sin letra es mayor que el volumen del sistema (${system.name}).`,
      });
    }
    const wording: Parameters<typeof say>[0] = {
      en: f =>
        `A volume without a letter (${f.have(larger[0]?.sizeBytes ?? 0)}) is larger than the system volume (${system.name}).`,
      es: f =>
        `Un volumen sin letra (${f.have(larger[0]?.sizeBytes ?? 0)}) es mayor que el volumen del sistema (${system.name}).`,
    };
    const more = {
      remedy: hint({
        en: 'Give it a drive letter in Disk Management before the upgrade; it can be taken away again afterwards.',
        es: 'Asígnele una letra en Administración de discos antes de actualizar; después puede volver a quitársela.',
      }),
      evidence: { volumes: larger.map(volume => volume.name), systemBytes: sizeBytes ?? null },
    };
    return to.id.startsWith('ws2012') ? fail('high', wording, more) : warn('medium', wording, more);
  },
});

/** A volume mounted in a folder has a path for a name, one that is mounted nowhere its volume name. */
function isUnlettered(volume: Volume): boolean {
  return !hasLetter(volume) && volume.name.startsWith('\\\\?\\');
}

/** Only when both say which disk they are on, and it is not the same one, a volume is left out. */
function mayShareDisk(volume: Volume, system: Volume): boolean {
  const one = diskOf(volume);
  const other = diskOf(system);
  return one === undefined || other === undefined || one === other;
}

/** "Disk #0, Partition #1", "\\.\PHYSICALDRIVE0", "\Device\Harddisk0\Partition1". */
function diskOf({ device }: Volume): string | undefined {
  return device === undefined ? undefined : /(?:disk|drive) ?#?(\d+)/i.exec(device)?.[1];
}
