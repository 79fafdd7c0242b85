import type { ChangeState } from '../caselog/state.js';

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

/** As `entriesOf` writes a name that has a slash. */
function entryName(name: string): string {
  return name.replaceAll('/', '∕');
}
