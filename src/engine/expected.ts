import type { ChangeState } from '../caselog/state.js';
import type { ChangedEntry, ComparedEntry } from '../model/comparison.js';
import type { ResourceState } from '../model/resource.js';
import { acceptanceOf } from './accept.js';

/** Says of a change of a fact who took it as it is; undefined when nobody did. */
export type AcceptedBy = (fact: string, change: ChangedEntry) => ComparedEntry['accepted'];

/**
 * Entries of facts that the preparation itself changes, and that are no surprise afterwards. Which entry a resource shows in is told by its
 * name: facts name services and units as the host does.
 */
export function expectedByPlan(changes: Iterable<ChangeState>): (fact: string, entry: string) => boolean {
  const services = new Set<string>();
  let network = false;
  let protection = false;
  for (const { resource, step } of changes) {
    if (resource.kind === 'service' || resource.kind === 'unit') services.add(entryName(resource.name));
    if (step === 'disconnect-network') network = true;
    if (step === 'disk-tools') protection = true;
  }
  return (fact, entry) => {
    if (fact === 'services') {
      const [name, field] = entry.split('/');
      return name !== undefined && services.has(name) && (field === 'startMode' || field === 'unitFileState');
    }
    if (fact === 'network')
      return network && /^adapters\/[^/]+\/(?:enabled|up|facesInternet|gateways|addresses|dns)/.test(entry);
    return fact === 'protection' && protection && entry.endsWith('/realTime');
  };
}

/**
 * Changes that show what a person accepted: of a service or unit that it is gone, or the fields as they were accepted. One that shows
 * anything else is none of it.
 */
export function acceptedByPeople(changes: Iterable<ChangeState>): AcceptedBy {
  const taken = new Map<string, NonNullable<ReturnType<typeof acceptanceOf>>>();
  for (const change of changes) {
    const { resource, putBack, putBackEvent } = change;
    if (resource.kind !== 'service' && resource.kind !== 'unit') continue;
    const acceptance = acceptanceOf(change, putBack, putBackEvent?.left ?? 'unknown');
    if (acceptance?.counts) taken.set(entryName(resource.name), acceptance);
  }
  return (fact, { entry, after }) => {
    if (fact !== 'services') return undefined;
    const [name = '', field] = entry.split('/');
    const acceptance = taken.get(name);
    if (!acceptance) return undefined;
    const { found, by, at, reason } = acceptance;
    const shown = found === 'absent' ? field === undefined && after === undefined : shows(found, field, after);
    return shown ? { by, at, reason } : undefined;
  };
}

/** Whether a field of the services fact says what the accepted state says. */
function shows(state: ResourceState, field: string | undefined, after: string | undefined): boolean {
  const runs = state['running'] ?? state['active'];
  switch (field) {
    case 'state':
      return runs === true ? after === 'running' : after === 'stopped';
    case 'startMode':
      if (state['start'] !== undefined) return after === state['start'];
      return after === (state['masked'] === true ? 'disabled' : state['enabled'] === true ? 'auto' : 'manual');
    case 'delayedStart':
      return after === String(state['delayed']);
    case 'unitFileState':
      if (state['masked'] === true) return after?.startsWith('masked') === true;
      return after?.startsWith('masked') === false && after.startsWith('enabled') === (state['enabled'] === true);
    default:
      return false;
  }
}

/** As `entriesOf` writes a name that has a slash. */
function entryName(name: string): string {
  return name.replaceAll('/', '∕');
}
