import { community } from '../catalog/microsoft-sources.js';
import { hardware } from '../facts/hardware.js';
import { volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { ask, command, hint, pass, warn } from './wording/outcomes.js';
import { toModernWindows } from './wording/windows-paths.js';

export const partitionFirmwareMismatch = defineCheck({
  id: 'partition-firmware-mismatch',
  row: 'hardware-compatibility',
  title: say({ en: 'Partitions and firmware', es: 'Particiones y firmware' }),
  why: say({
    en: 'A disk laid out for BIOS on a machine that starts with UEFI, or an EFI partition that is odd or gone (often after a conversion to a virtual machine), makes set-up take the upgrade back.',
    es: 'Un disco preparado para BIOS en un equipo que arranca con UEFI, o una partición EFI extraña o ausente (a menudo tras convertirlo en máquina virtual), hace que la instalación deshaga la actualización.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { hardware, volumes },
  sources: [
    community.partitionLayout,
    {
      title: say({
        en: 'The EFI partition is formatted with FAT32, a BIOS machine starts from NTFS',
        es: 'La partición EFI tiene formato FAT32; un equipo con BIOS arranca desde NTFS',
      }),
      proof: 'derived',
    },
  ],

  run: ({ hardware: { uefi, virtual }, volumes: found }) => {
    const start = found.find(volume => volume.boot && volume.fileSystem !== undefined);
    const evidence = {
      uefi: uefi ?? null,
      startsFrom: start?.name ?? null,
      fileSystem: start?.fileSystem ?? null,
    };
    if (uefi === undefined || !start) return cannotTell(uefi, typeof virtual === 'string', evidence);
    const efi = start.fileSystem?.toUpperCase().startsWith('FAT') ?? false;
    if (efi === uefi) {
      return pass(
        uefi
          ? { en: 'It starts with UEFI from an EFI partition.', es: 'Arranca con UEFI desde una partición EFI.' }
          : { en: 'It starts with BIOS from NTFS.', es: 'Arranca con BIOS desde NTFS.' },
        { evidence },
      );
    }
    return warn(
      'high',
      uefi
        ? {
            en: `The machine starts with UEFI, but what it starts from (${start.name}) is no EFI partition.`,
            es: `El equipo arranca con UEFI, pero la partición desde la que arranca (${start.name}) no es EFI.`,
          }
        : {
            en: `The machine starts with BIOS, but what it starts from (${start.name}) looks like an EFI partition.`,
            es: `El equipo arranca con BIOS, pero la partición desde la que arranca (${start.name}) parece EFI.`,
          },
      {
        remedy: hint({
          en: 'Look at the disk with diskpart (list disk, list partition) and mend the layout, or set the machine’s firmware to what the disk is made for, before the upgrade.',
          es: 'Examine el disco con diskpart (list disk, list partition) y corrija las particiones, o ponga el firmware del equipo en el modo para el que está preparado el disco, antes de actualizar.',
        }),
        evidence,
      },
    );
  },
});

/** Windows gives the EFI partition no letter and often leaves it out of its list: then only a person can look. */
function cannotTell(uefi: boolean | undefined, isVirtual: boolean, evidence: Outcome['evidence'] & object): Outcome {
  return ask(
    {
      en: 'Windows does not show from which partition the machine starts.',
      es: 'Windows no muestra desde qué partición arranca el equipo.',
    },
    uefi === true
      ? {
          en: 'Does diskpart show an asterisk under Gpt for the system’s disk, and a partition of type System on it?',
          es: '¿Muestra diskpart un asterisco en la columna Gpt para el disco del sistema, y en él una partición de tipo Sistema?',
        }
      : uefi === false
        ? {
            en: 'Does diskpart show no asterisk under Gpt for the system’s disk?',
            es: '¿Muestra diskpart el disco del sistema sin asterisco en la columna Gpt?',
          }
        : {
            en: 'Do BIOS mode in msinfo32 and the disk agree: UEFI with an asterisk under Gpt in diskpart, Legacy without?',
            es: '¿Coinciden el modo de BIOS de msinfo32 y el disco: UEFI con asterisco en la columna Gpt de diskpart, Heredado sin él?',
          },
    {
      // converted machines are where it goes wrong
      severity: isVirtual ? 'medium' : 'low',
      remedy: command('echo list disk | diskpart', {
        en: 'In a command prompt as an administrator: lists the disks and changes nothing. For partitions: diskpart, select disk 0, list partition.',
        es: 'En una ventana de comandos como administrador: lista los discos y no cambia nada. Para las particiones: diskpart, select disk 0, list partition.',
      }),
      evidence,
    },
  );
}
