import { community } from '../catalog/microsoft-sources.js';
import { type Driver, drivers } from '../facts/drivers.js';
import { hardware } from '../facts/hardware.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { nameOf } from './wording/drivers.js';
import { ask, command, hint, pass, warn } from './wording/outcomes.js';
import { inPlaceTo } from './wording/windows-paths.js';

/**
 * Drivers with which upgrades from 2012 R2 to 2019 are reported to have rolled back with 0xC1900101. A few reports by administrators
 * are no ground to stop a server: they warn, and do not block.
 */
export const knownDriverBlockers = defineCheck({
  id: 'known-driver-blockers',
  row: 'drivers-and-firmware',
  title: say({
    en: 'Drivers with which upgrades have failed',
    es: 'Controladores con los que ha fallado la actualización',
  }),
  why: say({
    en: 'Administrators report that with one of these drivers set-up went on for an hour, restarted and then took everything back with 0xC1900101.',
    es: 'Hay administradores que cuentan que, con uno de estos controladores, la instalación trabajó una hora, reinició y después lo deshizo todo con el error 0xC1900101.',
  }),
  platforms: ['windows'],
  concerns: inPlaceTo('ws2016'),
  needs: { drivers },
  uses: { hardware },
  sources: [community.setupFailures],

  run: ({ drivers: found }, _situation, { hardware: machine }) => {
    const display = found.find(isVmwareDisplay);
    const writer = found.find(isXpsWriter);
    const outcomes: Outcome[] = [];
    if (display) outcomes.push(vmwareDisplay(display));
    if (writer) outcomes.push(xpsWriter());
    else if (machine.state === 'missing' || machine.value.virtual === undefined || machine.value.virtual === 'vmware')
      outcomes.push(perhapsXpsWriter());
    return outcomes.length > 0
      ? outcomes
      : pass({
          en: 'None of those that are known is installed.',
          es: 'No hay instalado ninguno de los conocidos.',
        });
  },
});

function isVmwareDisplay({ name, displayName }: Driver): boolean {
  return /^vm3d/i.test(name) || (displayName?.startsWith('VMware SVGA') ?? false);
}

function isXpsWriter({ name, displayName }: Driver): boolean {
  return (displayName ?? name).includes('XPS Document Writer');
}

function vmwareDisplay(driver: Driver): Outcome {
  return warn(
    'medium',
    {
      en: `The display driver of VMware is installed: ${nameOf(driver)}.`,
      es: `Está instalado el controlador de pantalla de VMware: ${nameOf(driver)}.`,
    },
    {
      resource: driver.name,
      remedy: hint({
        en: 'Bring VMware Tools and the virtual hardware up to date, then disable the display adapter in Device Manager until the upgrade is done.',
        es: 'Ponga al día VMware Tools y el hardware virtual y después deshabilite el adaptador de pantalla en el Administrador de dispositivos hasta terminar la actualización.',
      }),
      evidence: { version: driver.version ?? null, inf: driver.inf ?? null },
    },
  );
}

const removeXps = command("Remove-Printer -Name 'Microsoft XPS Document Writer'", {
  en: 'On the server, in Windows PowerShell as an administrator; it can be added again after the upgrade.',
  es: 'En el servidor, en Windows PowerShell como administrador; puede volver a agregarla después de actualizar.',
});

function xpsWriter(): Outcome {
  return warn(
    'medium',
    {
      en: 'The printer “Microsoft XPS Document Writer” is installed.',
      es: 'Está instalada la impresora «Microsoft XPS Document Writer».',
    },
    { resource: 'Microsoft XPS Document Writer', remedy: removeXps },
  );
}

/** Printers are not gathered; the reports are of virtual machines on VMware, so nobody else is asked. */
function perhapsXpsWriter(): Outcome {
  return ask(
    {
      en: 'Printers are not looked at. On VMware, “Microsoft XPS Document Writer” has made upgrades roll back.',
      es: 'Las impresoras no se examinan. En VMware, «Microsoft XPS Document Writer» ha hecho fracasar actualizaciones.',
    },
    {
      en: 'Is the printer “Microsoft XPS Document Writer” removed from this server?',
      es: '¿Se ha quitado de este servidor la impresora «Microsoft XPS Document Writer»?',
    },
    { resource: 'Microsoft XPS Document Writer', severity: 'low', remedy: removeXps },
  );
}
