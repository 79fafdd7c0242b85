import { drivers } from '../facts/drivers.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { inUse, nameOf } from './wording/drivers.js';
import { command, hint, pass, unread, warn } from './wording/outcomes.js';
import { inPlaceTo, isAtLeast } from './wording/windows-paths.js';

export const unsignedDrivers = defineCheck({
  id: 'unsigned-drivers',
  row: 'drivers-and-firmware',
  title: say({ en: 'Drivers without a signature', es: 'Controladores sin firma' }),
  why: say({
    en: 'The new Windows may refuse to load a driver without a valid signature. When the server needs it to start, the upgrade ends in a server that does not start.',
    es: 'El nuevo Windows puede negarse a cargar un controlador sin firma válida. Si el servidor lo necesita para arrancar, la actualización deja un servidor que no arranca.',
  }),
  platforms: ['windows'],
  concerns: inPlaceTo('ws2008'),
  needs: { drivers, identity },
  sources: [
    {
      title: 'JSI FAQ: an unsigned antivirus driver kept a server from starting after the upgrade',
      proof: 'community',
    },
    {
      title: say({
        en: '64-bit Windows from 2008 on loads signed kernel drivers only',
        es: 'Windows de 64 bits, desde 2008, solo carga controladores de núcleo firmados',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ drivers: found, identity: { architecture } }, { from }) => {
    // a driver that runs on such a system has had its signature verified when it was loaded
    const verified = architecture === 'x64' && isAtLeast(from.id, 'ws2008');
    const others = inUse(found).filter(driver => driver.thirdParty !== false);
    const outcomes: Outcome[] = others
      .filter(driver => driver.signed === false)
      .map(driver => {
        const early = driver.startMode === 'boot' || driver.startMode === 'system' || driver.kind === 'filter';
        return warn(
          early ? 'high' : 'medium',
          {
            en: `${nameOf(driver)} is not signed${early ? ', and Windows loads it while it starts' : ''}.`,
            es: `${nameOf(driver)} no está firmado${early ? ' y Windows lo carga al arrancar' : ''}.`,
          },
          {
            resource: driver.name,
            remedy: hint({
              en: 'Install the maker’s signed version before the upgrade; if there is none, uninstall the product or remove the device.',
              es: 'Instale antes de actualizar la versión firmada del fabricante; si no existe, desinstale el producto o retire el dispositivo.',
            }),
            evidence: { program: driver.program ?? null, maker: driver.maker ?? null, startMode: driver.startMode },
          },
        );
      });
    const unseen = others.filter(driver => driver.signed === undefined && !(verified && driver.running === true));
    if (unseen.length > 0) {
      const names = unseen.map(driver => driver.name);
      outcomes.push(
        unread(
          {
            en: f => `Whether these are signed could not be read: ${f.list(names)}.`,
            es: f => `No se ha podido leer si están firmados: ${f.list(names)}.`,
          },
          {
            severity: 'medium',
            remedy: command('sigverif', {
              en: 'On the server, as an administrator: this lists system files and drivers without a signature.',
              es: 'En el servidor, como administrador: muestra los archivos del sistema y controladores sin firma.',
            }),
            evidence: { drivers: names },
          },
        ),
      );
    }
    return outcomes.length > 0
      ? outcomes
      : pass({
          en: 'All drivers of other makers in use are signed.',
          es: 'Todos los controladores de otros fabricantes en uso están firmados.',
        });
  },
});
