import { standingsOf } from '../checks/rules/service-standing.js';
import { microsoft } from '../catalog/microsoft-sources.js';
import { staysInPlace } from '../checks/wording/windows-paths.js';
import { protection } from '../facts/protection.js';
import { type Service, services } from '../facts/services.js';
import { type Text, say, sentences } from '../i18n/text.js';
import { type PlannedPerson, defineStep } from '../model/step.js';
import { heldItem } from './planning/by-hand.js';
import { servicesOfProducts } from './planning/protection-services.js';
import { type ServiceChanges, planServices } from './planning/service-changes.js';
import { leftAloneText } from './wording/services.js';

export const thirdPartyServices = defineStep({
  id: 'third-party-services',
  row: 'third-party-services',
  phase: 'preparation',
  title: say({
    en: 'Stop and disable services of other makers',
    es: 'Detener y deshabilitar servicios de otros fabricantes',
  }),
  why: say({
    en: 'Services of other makers that run with full rights hold files, drivers and ports while set-up replaces the system. Each is stopped and kept from starting, and afterwards put back exactly as it was: start mode, delayed start, recovery actions, running or not.',
    es: 'Los servicios de otros fabricantes que se ejecutan con todos los derechos retienen archivos, controladores y puertos mientras se sustituye el sistema. Cada uno se detiene y se impide que arranque; después se deja exactamente como estaba: modo de inicio, inicio retrasado, acciones de recuperación, en marcha o no.',
  }),
  changes: say({
    en: 'Windows: each service is stopped and its start mode set to Disabled; services that need it are stopped before, without disabling those of the system. Linux: each unit, and the timers, sockets and paths that start it, are stopped and masked. Never touched: services of the system, drivers, ways into the server, VPN, storage, network, the hypervisor’s tools, and those whose maker nobody could read.',
    es: 'Windows: cada servicio se detiene y su modo de inicio pasa a Deshabilitado; antes se detienen los que lo necesitan, sin deshabilitar los del sistema. Linux: se detienen y enmascaran la unidad y los temporizadores, sockets y rutas que la inician. Nunca se tocan los servicios del sistema, los controladores, las vías de acceso al servidor, las VPN, el almacenamiento, la red, las herramientas del hipervisor ni aquellos cuyo fabricante no se ha podido leer.',
  }),
  undone: say({
    en: 'Start mode, delayed start and running state go back to what was found, dependencies first; only what was running is started. Recovery actions that the upgrade lost are written again. What somebody changed meanwhile is reported and left alone.',
    es: 'El modo de inicio, el inicio retrasado y el estado vuelven a lo que se encontró, primero las dependencias; solo se inicia lo que estaba en marcha. Las acciones de recuperación que la actualización haya perdido se vuelven a escribir. Lo que alguien haya cambiado entretanto se comunica y se deja como está.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { services },
  uses: { protection },
  sources: [microsoft.bestPractices, microsoft.exchangeAndScanners],

  plan: ({ services: all }, { recording, from }, { protection: products }) => {
    const standings = standingsOf(all);
    const owned = products.state === 'known' ? servicesOfProducts(all, products.value, standings) : noneOwned;
    const mine = all.filter(({ name }) => !owned.has(name.toLowerCase()));
    const wanted = mine.filter(({ name }) => standings.get(name.toLowerCase())?.kind === 'take');
    const asked = mine.filter(({ name }) => standings.get(name.toLowerCase())?.kind === 'ask');
    const plan = planServices({ step: 'third-party-services', platform: recording.platform, all, standings, wanted });
    const left = leftAloneText(mine, standings);
    const items = [
      ...plan.items,
      ...plan.heldBy.map(held => heldItem('third-party-services', held)),
      ...asked.map(unknownMakerItem),
    ];
    if (items.length === 0) {
      return { state: 'nothing', text: sentences(nothingToStop, ...left) };
    }
    return {
      state: 'do',
      text: sentences(
        say({
          en: f => `${f.plural(plan.items.filter(isOffNow).length, '# service is', '# services are')} switched off.`,
          es: f =>
            f.plural(plan.items.filter(isOffNow).length, 'Se desactiva # servicio.', 'Se desactivan # servicios.'),
        }),
        ...(asked.length === 0 ? [] : [toBeSeen(asked.length)]),
        ...left,
        ...(from.id === 'ws2000' || from.id === 'sbs2000' ? [byWindows2000] : []),
      ),
      items,
    };
  },
});

const noneOwned: ReadonlyMap<string, string> = new Map();

/** Of all that is planned, what is switched off: not the dependents that only stop, nor the guards. */
function isOffNow({ resource, to, from }: ServiceChanges['items'][number]): boolean {
  if (resource.kind === 'unit') return to['masked'] === true;
  return resource.kind === 'service' && (to['start'] === 'disabled' || from['start'] === 'disabled');
}

const nothingToStop = say({
  en: 'No service of another maker runs with full rights.',
  es: 'Ningún servicio de otro fabricante se ejecuta con todos los derechos.',
});

const toBeSeen = (count: number): Text =>
  say({
    en: f =>
      `A person must see to ${f.plural(count, '# whose maker could not be read', '# whose makers could not be read')}.`,
    es: f =>
      `Una persona debe revisar ${f.plural(count, '# cuyo fabricante no se pudo leer', '# cuyos fabricantes no se pudieron leer')}.`,
  });

/** Windows 2000 has no sc.exe (it came with the Resource Kit). */
const byWindows2000 = say({
  en: 'Windows 2000 has no sc.exe: the start mode is set through WMI (Win32_Service), and in the registry where WMI refuses.',
  es: 'Windows 2000 no tiene sc.exe: el modo de inicio se cambia mediante WMI (Win32_Service) y, si WMI lo rechaza, en el Registro.',
});

/** The same key as the finding of the check, so that one answer settles both. */
function unknownMakerItem(service: Service): PlannedPerson {
  const program = service.program ?? service.commandLine ?? '?';
  return {
    id: `third-party-services/${service.name}`,
    kind: 'person',
    text: say({
      en: `“${service.displayName}” runs as ${service.account ?? '?'}, and nothing tells who made ${program}. Antesala does not touch it.`,
      es: `«${service.displayName}» se ejecuta como ${service.account ?? '?'} y nada dice quién hizo ${program}. Antesala no lo toca.`,
    }),
    question: say({
      en: `Have you found out whose “${service.displayName}” is and, if it is not the system’s, stopped and disabled it (noting its start mode, to put it back yourself)?`,
      es: `¿Ha averiguado de quién es «${service.displayName}» y, si no es del sistema, lo ha detenido y deshabilitado (anotando su modo de inicio, para dejarlo usted como estaba)?`,
    }),
    seconds: 300,
  };
}
