import { microsoft } from '../catalog/microsoft-sources.js';
import { hardware } from '../facts/hardware.js';
import { volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, command, fail, hint, notConcerned } from './wording/outcomes.js';
import { noSystemVolume, systemVolumeOf } from './wording/volumes.js';
import { inPlaceFrom } from './wording/windows-paths.js';

export const bootFromVhd = defineCheck({
  id: 'boot-from-vhd',
  row: 'hardware-compatibility',
  title: say({ en: 'Start from a VHD file', es: 'Arranque desde un archivo VHD' }),
  why: say({
    en: 'A physical server whose Windows lies in a VHD file cannot be upgraded in place.',
    es: 'Un servidor físico cuyo Windows está en un archivo VHD no se puede actualizar sobre sí mismo.',
  }),
  platforms: ['windows'],
  concerns: inPlaceFrom('ws2008r2'),
  needs: { volumes },
  uses: { hardware },
  sources: [
    microsoft.upgradeOverview,
    {
      title: say({
        en: 'A VHD on a physical machine is recognised by the name of its disk',
        es: 'En un equipo físico, un VHD se reconoce por el nombre de su disco',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ volumes: found }, _situation, { hardware: machine }) => {
    const virtual = machine.state === 'known' ? machine.value.virtual : undefined;
    if (typeof virtual === 'string') {
      return notConcerned({
        en: 'The machine is virtual: this is about physical servers that start from a VHD file.',
        es: 'La máquina es virtual: esto atañe a servidores físicos que arrancan desde un archivo VHD.',
      });
    }
    const system = systemVolumeOf(found);
    if (!system) return noSystemVolume;
    const device = system.device?.toLowerCase() ?? '';
    const evidence = { device: system.device ?? null };
    // on Hyper-V every disk is called so: it only tells on a machine that is known to be physical
    if (device.includes('.vhd') || (virtual === false && device.includes('msft virtual disk'))) {
      return fail(
        'inhibitor',
        {
          en: `${system.name} lies in a VHD file.`,
          es: `${system.name} está en un archivo VHD.`,
        },
        {
          remedy: hint({
            en: 'Put the system onto a disk first (restore its backup on an empty one), or upgrade it as a virtual machine.',
            es: 'Pase antes el sistema a un disco (restaure su copia en uno vacío) o actualícelo como máquina virtual.',
          }),
          evidence,
        },
      );
    }
    return ask(
      {
        en: 'Whether Windows starts from a VHD file is not to be seen from the list of disks.',
        es: 'La lista de discos no deja ver si Windows arranca desde un archivo VHD.',
      },
      {
        en: 'Does the command below show, for the entry {current}, a device that is a partition and no vhd file?',
        es: '¿Muestra la orden de abajo, en la entrada {current}, un dispositivo que es una partición y no un archivo vhd?',
      },
      {
        severity: 'low',
        remedy: command('bcdedit /enum', {
          en: 'As an administrator: shows how Windows starts and changes nothing.',
          es: 'Como administrador: muestra cómo arranca Windows y no cambia nada.',
        }),
        evidence,
      },
    );
  },
});
