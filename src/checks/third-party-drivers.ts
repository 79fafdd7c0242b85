import { microsoft } from '../catalog/microsoft-sources.js';
import { type Driver, drivers } from '../facts/drivers.js';
import { hardware } from '../facts/hardware.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import type { Product } from '../model/path.js';
import { inUse, nameOf } from './wording/drivers.js';
import { isDriverOf } from './wording/hypervisor-tools.js';
import { ask, hint, pass, unread } from './wording/outcomes.js';
import { staysInPlace } from './wording/windows-paths.js';

export const thirdPartyDrivers = defineCheck({
  id: 'third-party-drivers',
  row: 'drivers-and-firmware',
  title: say({ en: 'Drivers of other makers', es: 'Controladores de otros fabricantes' }),
  why: say({
    en: 'A driver that does not know the new system is the usual reason why an upgrade rolls back, or why a disk or a network card is missing afterwards.',
    es: 'Un controlador que no conoce el nuevo sistema es la causa habitual de que una actualización se deshaga, o de que después falte un disco o una tarjeta de red.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { drivers },
  uses: { hardware },
  sources: [
    microsoft.sbs2000Before,
    {
      title: say({
        en: 'One question for each maker instead of one for each driver',
        es: 'Una pregunta por fabricante en lugar de una por controlador',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ drivers: found }, { to, recording: { platform } }, { hardware: machine }) => {
    const virtual = machine.state === 'known' && machine.value.virtual;
    // modules that DKMS builds, and what comes with the hypervisor's tools, have checks of their own
    const used = inUse(found).filter(driver =>
      platform === 'windows' ? !isDriverOf(virtual, driver) : !driver.program?.includes('/dkms/'),
    );
    const outcomes: Outcome[] = [];
    for (const [maker, own] of byMaker(used.filter(driver => driver.thirdParty === true)))
      outcomes.push(platform === 'windows' ? askMaker(maker, own, to) : askModule(maker, own, to));
    const nobodys = used.filter(driver => driver.thirdParty === undefined);
    if (nobodys.length > 0) outcomes.push(makerUnread(nobodys));
    return outcomes.length > 0
      ? outcomes
      : pass({
          en: 'All drivers in use come with the system.',
          es: 'Todos los controladores en uso vienen con el sistema.',
        });
  },
});

/** Modules of Linux name no maker: each stands for itself. */
function byMaker(found: readonly Driver[]): ReadonlyMap<string, readonly Driver[]> {
  const makers = new Map<string, Driver[]>();
  for (const driver of found) {
    const maker = driver.maker ?? driver.name;
    const own = makers.get(maker);
    if (own) own.push(driver);
    else makers.set(maker, [driver]);
  }
  return makers;
}

function askMaker(maker: string, own: readonly Driver[], to: Product): Outcome {
  const names = own.map(nameOf);
  return ask(
    {
      en: f => `From ${maker}: ${f.list(names)}.`,
      es: f => `De ${maker}: ${f.list(names)}.`,
    },
    {
      en: `Does ${maker} support these drivers, or newer ones that are at hand, on ${to.name}?`,
      es: `¿Admite ${maker} estos controladores, u otros más nuevos de los que disponga, en ${to.name}?`,
    },
    {
      resource: maker,
      remedy: hint({
        en: 'Look at the maker’s support page for this model. For a driver that is not supported, ask the maker before the upgrade, or remove its device.',
        es: 'Consulte la página de soporte del fabricante para este modelo. Si un controlador no está admitido, pregunte al fabricante antes de actualizar o retire el dispositivo.',
      }),
      evidence: { drivers: names, signed: own.filter(driver => driver.signed === true).map(driver => driver.name) },
    },
  );
}

function askModule(module: string, own: readonly Driver[], to: Product): Outcome {
  return ask(
    {
      en: `The kernel module ${module} does not come with the distribution’s kernel.`,
      es: `El módulo del núcleo ${module} no viene con el núcleo de la distribución.`,
    },
    {
      en: `Is there a build of ${module} for the kernel of ${to.name}, or can the server do without it?`,
      es: `¿Hay una versión de ${module} para el núcleo de ${to.name}, o puede el servidor prescindir de él?`,
    },
    {
      resource: module,
      remedy: hint({
        en: `See with “modinfo ${module}” where it comes from and ask there; a disk or network card that needs it is missing after the restart otherwise.`,
        es: `Vea con «modinfo ${module}» de dónde procede y pregunte allí; de lo contrario, tras reiniciar faltará el disco o la tarjeta de red que lo necesite.`,
      }),
      evidence: { drivers: own.map(nameOf) },
    },
  );
}

function makerUnread(nobodys: readonly Driver[]): Outcome {
  const names = nobodys.map(driver => driver.name);
  return unread(
    {
      en: f =>
        `The maker of ${f.plural(names.length, '# driver', '# drivers')} could not be read: ${f.list(names)}. Look at the properties of the files, tab Details.`,
      es: f =>
        `No se ha podido leer el fabricante de ${f.plural(names.length, '# controlador', '# controladores')}: ${f.list(names)}. Mire las propiedades de los archivos, ficha Detalles.`,
    },
    { severity: 'medium', evidence: { drivers: names } },
  );
}
