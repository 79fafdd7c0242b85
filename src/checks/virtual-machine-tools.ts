import { community, unverified } from '../catalog/microsoft-sources.js';
import { applications } from '../facts/applications.js';
import { type Drivers, drivers } from '../facts/drivers.js';
import { hardware } from '../facts/hardware.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Reading } from '../model/fact.js';
import { inUse, nameOf } from './wording/drivers.js';
import { isDriverOf, isToolOf } from './wording/hypervisor-tools.js';
import { ask, hint, notConcerned, unread } from './wording/outcomes.js';
import { staysInPlace } from './wording/windows-paths.js';

export const virtualMachineTools = defineCheck({
  id: 'virtual-machine-tools',
  row: 'drivers-and-firmware',
  title: say({ en: 'Tools of the hypervisor', es: 'Herramientas del hipervisor' }),
  why: say({
    en: 'On a virtual machine the hypervisor’s tools are the drivers. Old ones have made upgrades roll back, or left the machine without network or disk.',
    es: 'En una máquina virtual, las herramientas del hipervisor son los controladores. Las antiguas han hecho fracasar actualizaciones o han dejado la máquina sin red o sin disco.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: { hardware },
  uses: { applications, drivers },
  sources: [community.setupFailures, unverified.practice],

  run: ({ hardware: { virtual } }, { to }, { applications: installed, drivers: found }) => {
    if (virtual === undefined) {
      return unread(
        {
          en: 'Whether the machine is virtual could not be read. Look at the system’s maker and model in msinfo32.',
          es: 'No se ha podido leer si la máquina es virtual. Mire fabricante y modelo del sistema en msinfo32.',
        },
        { severity: 'low' },
      );
    }
    if (virtual === false || virtual === 'container')
      return notConcerned({ en: 'The machine is not virtual.', es: 'La máquina no es virtual.' });
    const apps = installed.state === 'known' ? installed.value.filter(one => isToolOf(virtual, one)) : [];
    const names = apps.map(({ name, version }) => (version === undefined ? name : `${name} ${version}`));
    const seen =
      names.length > 0
        ? {
            en: (f: { list(items: readonly string[]): string }) => `Installed: ${f.list(names)}.`,
            es: (f: { list(items: readonly string[]): string }) => `Instaladas: ${f.list(names)}.`,
          }
        : virtual === 'hyper-v'
          ? {
              en: 'Hyper-V: its integration services are part of Windows and, on an older host, come from the host.',
              es: 'Hyper-V: sus servicios de integración son parte de Windows y, con un anfitrión antiguo, vienen de él.',
            }
          : {
              en: 'None were seen among the applications.',
              es: 'No se ha visto ninguna entre las aplicaciones.',
            };
    return ask(
      seen,
      {
        en: `Are the hypervisor’s tools and drivers current, and do they and the virtual hardware support ${to.name}?`,
        es: `¿Están al día las herramientas y los controladores del hipervisor, y admiten, igual que el hardware virtual, ${to.name}?`,
      },
      {
        remedy: hint({
          en: 'Make a backup or a copy of the machine, update the tools and, where the host offers it, the virtual hardware; restart and let it run for some days.',
          es: 'Haga una copia de la máquina, actualice las herramientas y, si el anfitrión lo ofrece, el hardware virtual; reinicie y déjela trabajar unos días.',
        }),
        evidence: { virtual, tools: names, drivers: driversOf(found, virtual) },
      },
    );
  },
});

/** They are asked about here, together with the tools that bring them, and by no other check. */
function driversOf(found: Reading<Drivers>, virtual: string): readonly string[] {
  return found.state === 'known'
    ? inUse(found.value)
        .filter(one => isDriverOf(virtual, one))
        .map(nameOf)
    : [];
}
