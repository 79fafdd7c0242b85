import type { Driver } from '../../facts/drivers.js';

/**
 * Drivers of other makers that Windows or Linux really uses. Windows brings dozens of storage drivers of other makers that lie
 * idle; a package of its own (oemNN.inf) or a running driver is what somebody installed.
 */
export function inUse(drivers: readonly Driver[]): readonly Driver[] {
  return drivers.filter(isInUse);
}

function isInUse({ inf, running, kind }: Driver): boolean {
  if (inf !== undefined) return inf.toLowerCase().startsWith('oem');
  return kind === 'device' || running !== false;
}

/** "acmenet 1.2.3.4 (2024-03-01)", for lists. The day stays in ISO form: it is shown to compare it with the maker's page. */
export function nameOf({ name, displayName, version, date }: Driver): string {
  const known = [displayName ?? name, version].filter(part => part !== undefined).join(' ');
  return date === undefined ? known : `${known} (${date})`;
}
