import { microsoft } from '../catalog/microsoft-sources.js';
import { hardware } from '../facts/hardware.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, hint, notConcerned } from './wording/outcomes.js';
import { staysInPlace } from './wording/windows-paths.js';

export const newestDrivers = defineCheck({
  id: 'newest-drivers',
  row: 'drivers-and-firmware',
  title: say({ en: 'The maker’s newest drivers and firmware', es: 'Últimos controladores y firmware' }),
  why: say({
    en: 'Whether a driver or firmware is the newest stands on the maker’s page, not on the server. The paper asks for it before the upgrade.',
    es: 'Si un controlador o firmware es el último lo dice la página del fabricante, no el servidor. El documento lo pide antes de actualizar.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: {},
  uses: { hardware },
  sources: [microsoft.sbs2000Before, microsoft.bestPractices],

  run: (_values, { to, recording: { platform } }, { hardware: reading }) => {
    const machine = reading.state === 'known' ? reading.value : undefined;
    if (typeof machine?.virtual === 'string') {
      return notConcerned({
        en: 'The machine is virtual: its drivers come with the system and the hypervisor’s tools.',
        es: 'La máquina es virtual: sus controladores vienen con el sistema y las herramientas del hipervisor.',
      });
    }
    const named = [machine?.maker, machine?.model].filter(part => part !== undefined).join(' ');
    return ask(
      {
        en: `Look at the maker’s support page${named === '' ? '' : ` for ${named}`}: BIOS, storage controller, network card, remote management.`,
        es: `Consulte la página de soporte del fabricante${named === '' ? '' : ` para ${named}`}: BIOS, controladora de discos, tarjeta de red, gestión remota.`,
      },
      platform === 'windows'
        ? {
            en: `Are BIOS, firmware and drivers the maker’s newest, and does the maker support this model with ${to.name}?`,
            es: `¿Son la BIOS, el firmware y los controladores los últimos del fabricante, y admite el fabricante este modelo con ${to.name}?`,
          }
        : {
            // on Linux drivers come with the kernel
            en: 'Are BIOS and firmware of the storage controller and network card the maker’s newest?',
            es: '¿Son la BIOS y el firmware de la controladora de discos y la tarjeta de red los últimos del fabricante?',
          },
      {
        severity: platform === 'windows' ? 'medium' : 'low',
        remedy: hint({
          en: 'Install them some days before the upgrade, one after the other, and let the server run with them.',
          es: 'Instálelos unos días antes de la actualización, uno tras otro, y deje que el servidor trabaje con ellos.',
        }),
      },
    );
  },
});
