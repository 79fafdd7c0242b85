import { microsoft } from '../catalog/microsoft-sources.js';
import { type Pause, pauseOf } from '../catalog/protection-pause.js';
import { protectionEntry } from '../catalog/protection.js';
import { standingsOf } from '../checks/rules/service-standing.js';
import { isAtLeast, staysInPlace } from '../checks/wording/windows-paths.js';
import { type ProtectionProduct, protection } from '../facts/protection.js';
import { scheduledTasks } from '../facts/scheduled-tasks.js';
import { services } from '../facts/services.js';
import { type Text, say, sentences } from '../i18n/text.js';
import { type PlannedItem, defineStep } from '../model/step.js';
import { backupSchedules } from './planning/backup-schedule.js';
import { heldItem, pauseByHandItem } from './planning/by-hand.js';
import { defenderItem } from './planning/defender.js';
import { servicesOfProducts } from './planning/protection-services.js';
import { isOff, planServices } from './planning/service-changes.js';
import { noneKnown, nothingRuns, nothingToPause, paused, tasksNotRead } from './wording/disk-tools.js';

const step = 'disk-tools';

export const diskTools = defineStep({
  id: step,
  row: step,
  phase: 'preparation',
  title: say({
    en: 'Pause antivirus and backup agents',
    es: 'Pausar antivirus y agentes de copia de seguridad',
  }),
  why: say({
    en: 'Real-time monitoring and backup agents with open-file drivers lock files while set-up replaces them. Take the last backup before this step.',
    es: 'La vigilancia en tiempo real y los agentes de copia con controladores de archivos abiertos bloquean archivos mientras se sustituyen. Haga la última copia antes de este paso.',
  }),
  changes: say({
    en: 'Microsoft Defender: real-time protection off by its cmdlet. ClamAV: the unit that scans on access. Backup agents, and antivirus on Windows 2000 and 2003: their services or units are stopped and kept from starting, their schedules held. Products that defend themselves are left to a person, in their own console. Filter drivers are never touched.',
    es: 'Microsoft Defender: protección en tiempo real desactivada con su cmdlet. ClamAV: la unidad que analiza al abrir archivos. Agentes de copia, y antivirus en Windows 2000 y 2003: se detienen sus servicios o unidades, se impide que arranquen y se suspenden sus programaciones. Los productos que se defienden a sí mismos quedan para una persona, en su propia consola. Los controladores de filtro no se tocan nunca.',
  }),
  undone: say({
    en: 'Real-time protection, schedules, start modes and running services go back to what was found. What a person switched off, a person switches on again: the report says which.',
    es: 'La protección en tiempo real, las programaciones, los modos de inicio y los servicios en marcha vuelven a lo que se encontró. Lo que desactivó una persona lo vuelve a activar una persona: el informe dice qué.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { protection, services },
  uses: { scheduledTasks },
  sources: [
    microsoft.bestPractices,
    microsoft.exchangeAndScanners,
    pauseOf({ id: 'microsoft-defender', kind: 'antivirus' }, { platform: 'windows', legacy: false }).source,
    pauseOf({ id: 'clamav', kind: 'antivirus' }, { platform: 'linux', legacy: false }).source,
    pauseOf({ id: 'system-recovery', kind: 'backup' }, { platform: 'windows', legacy: false }).source,
  ],

  plan: ({ protection: products, services: all }, { recording, from }, { scheduledTasks: tasks }) => {
    const { platform } = recording;
    const where = { platform, legacy: platform === 'windows' && !isAtLeast(from.id, 'ws2008') };
    const standings = standingsOf(all);
    const owned = servicesOfProducts(all, products, standings);
    const pauses = new Map(products.map(one => [one.product, pauseOf({ id: one.product, kind: one.kind }, where)]));
    const byServices = all.filter(service => {
      const product = owned.get(service.name.toLowerCase());
      const by = product === undefined ? undefined : pauses.get(product)?.by;
      return by === 'services' || (by === 'real-time-units' && scansOnAccess(product ?? '', service.name));
    });
    const plan = planServices({ step, platform, all, standings, wanted: byServices.filter(one => !isOff(one)) });
    const powerShell = isAtLeast(from.id, recording.executor === 'powershell' ? 'ws2008' : 'ws2008r2');
    const own = products.flatMap(product => {
      const item = ownWay(product, pauses.get(product.product));
      return item ? [{ product: product.product, item }] : [];
    });
    const items: PlannedItem[] = [
      ...own.map(({ item }) => item),
      ...(tasks.state === 'known' ? backupSchedules(step, tasks.value, { platform, powerShell }) : []),
      ...plan.items,
      ...plan.heldBy.map(held => heldItem(step, held)),
    ];
    const unreadTasks: readonly Text[] = tasks.state === 'known' ? [] : [sentences(tasksNotRead, tasks.why)];
    const stopped = [...plan.items.map(({ resource }) => resource), ...plan.heldBy.map(({ service }) => service)];
    const busy = new Set([
      ...own.map(({ product }) => product),
      ...stopped.map(one => ('name' in one ? owned.get(one.name.toLowerCase()) : undefined)),
    ]);
    const off = products.filter(({ product }) => !busy.has(product));
    const said = [...(off.length === 0 ? [] : [nothingRuns(off)]), ...unreadTasks];
    if (items.length === 0) {
      return { state: 'nothing', text: sentences(products.length === 0 ? noneKnown : nothingToPause, ...said) };
    }
    return { state: 'do', text: sentences(paused(items), ...said), items };
  },
});

/** What a product asks for that is not stopping its services. */
function ownWay(product: ProtectionProduct, pause: Pause | undefined): PlannedItem | undefined {
  if (pause?.by === 'defender') return defenderItem(step, product);
  return pause?.by === 'person' && mayRun(product) ? pauseByHandItem(product, pause.source) : undefined;
}

/** Installed, and nothing says that it is off. */
const mayRun = ({ running, realTime }: ProtectionProduct): boolean => running !== false || realTime === true;

function scansOnAccess(product: string, unit: string): boolean {
  const plain = unit.replace(/\.(service|timer|socket|path)$/, '');
  return protectionEntry(product)?.realTime?.includes(plain) ?? false;
}
