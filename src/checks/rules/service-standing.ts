import type { Service } from '../../facts/services.js';
import { type KeepReason, purposeOf } from './service-purpose.js';

/**
 * What is to become of a service for the upgrade. `take`: of another maker, with full rights: stopped and disabled. `keep`: must go on
 * running whatever its maker. `ask`: with full rights, but nobody could read whose it is. `leave`: does not concern us.
 */
export type Standing =
  | { readonly kind: 'take' }
  | { readonly kind: 'keep'; readonly reason: KeepReason }
  /** One that must go on running needs it. */
  | { readonly kind: 'keep'; readonly reason: 'needed'; readonly by: string }
  | { readonly kind: 'ask' }
  | { readonly kind: 'leave'; readonly why: 'driver' | 'rights' | 'system' | 'off' };

export type Standings = ReadonlyMap<string, Standing>;

/** The standing of every service, by its name in lower case. Check and step ask here, so that they never disagree. */
export function standingsOf(services: readonly Service[]): Standings {
  const standings = new Map(services.map(service => [service.name.toLowerCase(), standingOf(service)]));
  keepWhatIsNeeded(services, standings);
  takeTriggers(services, standings);
  return standings;
}

function standingOf(service: Service): Standing {
  if (service.driver) return { kind: 'leave', why: 'driver' };
  // a timer or socket has no account: it goes as what it starts goes
  if (service.privileged !== true && isTrigger(service)) return { kind: 'leave', why: 'rights' };
  if (service.privileged === false) return { kind: 'leave', why: 'rights' };
  if (service.maker.kind === 'system') return { kind: 'leave', why: 'system' };
  if (service.startMode === 'disabled' && service.state !== 'running') return { kind: 'leave', why: 'off' };
  if (service.maker.kind === 'unknown') return { kind: 'ask' };
  const reason = purposeOf(service);
  return reason === undefined ? { kind: 'take' } : { kind: 'keep', reason };
}

/** Units that start others: they have no program of their own. */
export function isTrigger({ name }: Pick<Service, 'name'>): boolean {
  return /\.(timer|socket|path)$/.test(name);
}

/** The system's own ways in: what they need must not be stopped either. */
const systemWaysIn = /^(sshd|ssh\.service|ssh\.socket|sshd\.service|termservice|winrm)$/i;

function keepWhatIsNeeded(services: readonly Service[], standings: Map<string, Standing>): void {
  const byName = new Map(services.map(service => [service.name.toLowerCase(), service]));
  const kept = services.filter(
    ({ name, state }) =>
      state !== 'stopped' && (standings.get(name.toLowerCase())?.kind === 'keep' || systemWaysIn.test(name)),
  );
  for (const needing of kept) {
    const open = [...needing.dependsOn];
    const seen = new Set<string>();
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      const id = name.toLowerCase();
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...(byName.get(id)?.dependsOn ?? []));
      if (standings.get(id)?.kind === 'take') standings.set(id, { kind: 'keep', reason: 'needed', by: needing.name });
    }
  }
}

/** A timer, socket or path of another maker that starts what is taken would start it again (or fail to, while it is masked). */
function takeTriggers(services: readonly Service[], standings: Map<string, Standing>): void {
  const byName = new Map(services.map(service => [service.name.toLowerCase(), service]));
  for (const service of services) {
    if (standings.get(service.name.toLowerCase())?.kind !== 'take') continue;
    for (const trigger of triggersOf(service, byName)) {
      if (trigger.maker.kind !== 'other' || (trigger.startMode === 'disabled' && trigger.state !== 'running')) continue;
      standings.set(trigger.name.toLowerCase(), { kind: 'take' });
    }
  }
}

/** The units that start a service: those systemd names, and those that bear its name (their default). */
export function triggersOf(service: Service, byName: ReadonlyMap<string, Service>): readonly Service[] {
  if (!service.name.endsWith('.service')) return [];
  const stem = service.name.slice(0, -'.service'.length);
  const names = new Set([...service.triggers, `${stem}.timer`, `${stem}.socket`, `${stem}.path`]);
  return [...names].flatMap(name => byName.get(name.toLowerCase()) ?? []).filter(isTrigger);
}
