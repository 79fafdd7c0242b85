import { microsoft } from '../catalog/microsoft-sources.js';
import { hyperV } from '../facts/hyper-v.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, notConcerned, pass, unread } from './wording/outcomes.js';

/** Lowest and highest configuration version each host accepts. */
const accepted: Readonly<Record<string, readonly [number, number]>> = {
  ws2016: [5, 8],
  ws2019: [5, 9],
  ws2022: [8, 10],
  ws2025: [8, 12],
};

export const hyperVMachineVersion = defineCheck({
  id: 'hyper-v-machine-version',
  row: 'app-compatibility',
  title: say({
    en: 'Configuration version of virtual machines',
    es: 'Versión de configuración de las máquinas virtuales',
  }),
  why: say({
    en: 'A host of 2022 or later does not start machines of configuration version 5.0; they must be raised on the old host, or made anew around their disks.',
    es: 'Un anfitrión 2022 o posterior no inicia máquinas de la versión 5.0; hay que elevarlas en el anfitrión antiguo o rehacerlas con sus discos.',
  }),
  platforms: ['windows'],
  concerns: path => path.to in accepted,
  needs: { hyperV },
  sources: [microsoft.machineVersions],

  run: ({ hyperV: { host, machines } }, { path, to }) => {
    if (!host) return notConcerned({ en: 'This is no Hyper-V host.', es: 'No es un anfitrión de Hyper-V.' });
    if (machines === undefined) {
      return unread({
        en: 'Its machines could not be listed. “Get-VM | Format-Table Name,Version” shows the versions.',
        es: 'No se han podido enumerar sus máquinas. «Get-VM | Format-Table Name,Version» muestra las versiones.',
      });
    }
    const [lowest, highest] = accepted[path.to] ?? [0, 0];
    const outcomes = machines.flatMap(machine => {
      if (machine.version === undefined) {
        return [
          unread(
            {
              en: 'Its version could not be read; “Get-VM” shows it.',
              es: 'No se ha podido leer su versión; «Get-VM» la muestra.',
            },
            { resource: machine.name },
          ),
        ];
      }
      const version = Number(machine.version);
      if (version >= lowest && version <= highest) return [];
      return [
        fail(
          'high',
          {
            en: `It has version ${machine.version}; ${to.name} takes ${lowest}.0 to ${highest}.0.`,
            es: `Tiene la versión ${machine.version}; ${to.name} admite de la ${lowest}.0 a la ${highest}.0.`,
          },
          {
            resource: machine.name,
            remedy: hint({
              en: 'Where the present host allows it, raise it with Update-VMVersion while it is off (this cannot be undone); else go by way of 2016 or 2019, or make it anew around its disks.',
              es: 'Si el anfitrión actual lo permite, elévela con Update-VMVersion estando apagada (no se puede deshacer); si no, pase antes por 2016 o 2019, o rehágala con sus discos.',
            }),
            evidence: { version: machine.version },
          },
        ),
      ];
    });
    if (outcomes.length > 0) return outcomes;
    return pass({ en: `${to.name} takes all of them.`, es: `${to.name} las admite todas.` });
  },
});
