import { type Standings, triggersOf } from '../../checks/rules/service-standing.js';
import type { Service, Services } from '../../facts/services.js';
import { resourceName } from '../../model/resource.js';
import type { PlannedChange } from '../../model/step.js';
import { stopForItText, turnOffText } from '../wording/services.js';
import { isRunning, targetOf } from './service-state.js';
import { holderOf, neededBy } from './dependents.js';
import { guardsOf } from './guards.js';

export interface ServiceWishes {
  readonly step: string;
  readonly platform: 'windows' | 'linux';
  readonly all: Services;
  readonly standings: Standings;
  /** What is to be stopped and kept from starting. */
  readonly wanted: readonly Service[];
}

export interface ServiceChanges {
  /** In order: dependents, and what would start it again, before what they depend on. */
  readonly items: readonly PlannedChange[];
  /** Left to a person, since a service whose maker nobody knows, or one that must go on, would be stopped with it. */
  readonly heldBy: readonly { readonly service: Service; readonly by: Service }[];
}

/**
 * Plans to switch services off so that nothing starts them again. The service manager refuses to stop (and systemd silently stops) what
 * running dependents need: those are stopped first, and when they are not wanted themselves, only that: their start mode stays.
 */
export function planServices({ step, platform, all, standings, wanted }: ServiceWishes): ServiceChanges {
  const byName = new Map(all.map(service => [key(service), service]));
  const dependentsOf = (service: Service): readonly Service[] =>
    service.dependents.flatMap(name => byName.get(name.toLowerCase()) ?? []);
  const off = new Set(wanted);
  for (const service of wanted) {
    for (const trigger of triggersOf(service, byName)) {
      if (trigger.maker.kind !== 'unknown' && !isOff(trigger)) off.add(trigger);
    }
  }
  const heldBy: { service: Service; by: Service }[] = [];
  for (const service of [...off]) {
    const by = holderOf(service, off, dependentsOf, standings);
    if (by) heldBy.push({ service, by });
  }
  for (const { service } of heldBy) off.delete(service);

  const items: PlannedChange[] = [];
  const idOf = (service: Service): string => `${step}/${resourceName(targetOf(service, platform).resource)}`;
  const done = new Set<Service>();
  const placed = new Set<Service>();
  const add = (service: Service): void => {
    if (done.has(service)) return;
    done.add(service);
    const before = new Set([
      ...triggersOf(service, byName).filter(trigger => off.has(trigger)),
      // a service often requires the socket that starts it: what starts it still goes first
      ...dependentsOf(service).filter(
        one => (off.has(one) || isRunning(one)) && !triggersOf(one, byName).includes(service),
      ),
    ]);
    before.forEach(add);
    // units may require one another in a circle, which is cut here: systemd stops them together
    const after = [...before].filter(one => placed.has(one)).map(idOf);
    placed.add(service);
    const target = targetOf(service, platform);
    const running = isRunning(service);
    items.push({
      id: idOf(service),
      kind: 'change',
      text: off.has(service) ? turnOffText(service) : stopForItText(service, neededBy(service, off, byName)),
      seconds: running ? 20 : 2,
      resource: target.resource,
      from: target.from,
      to: off.has(service) ? target.off : target.stopped,
      after,
      ...(running ? { timeoutSeconds: stopSeconds } : {}),
    });
    if (off.has(service) && platform === 'windows') items.push(...guardsOf(step, service, idOf(service)));
  };
  [...off].forEach(add);
  return { items, heldBy };
}

/** Databases write for minutes before they end. */
const stopSeconds = 180;

const key = ({ name }: Service): string => name.toLowerCase();

/** Off already, and on purpose: not touched. */
export function isOff(service: Service): boolean {
  return service.startMode === 'disabled' && !isRunning(service);
}
