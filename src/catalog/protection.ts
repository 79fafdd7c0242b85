import type { Source } from '../model/path.js';
import { backupProducts } from './protection-backup.js';
import { securityProducts } from './protection-security.js';

/**
 * A security or backup product and the names it is recognised by. Names are compared without regard to case; one that ends in `*`
 * stands for everything that begins so.
 */
export interface ProtectionEntry {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly kind: 'antivirus' | 'edr' | 'backup';
  /** Comes with the operating system: nobody else's product. */
  readonly partOfSystem?: boolean;
  /** Its service is installed on systems that do not use it, so it counts only while it runs. */
  readonly onlyWhenRunning?: boolean;
  readonly services?: readonly string[];
  readonly displayNames?: readonly string[];
  /** Kernel and filter drivers; unlike the services no list was found that names them, so they are nobody's word. */
  readonly drivers?: readonly string[];
  /** Service names too short or too common to prove the product by themselves; they count beside another name of it. */
  readonly shared?: readonly string[];
  /** systemd units without their ending `.service`, `.timer`, `.socket` or `.path`. */
  readonly units?: readonly string[];
  readonly packages?: readonly string[];
  /** Services or units that scan files as they are opened: while one runs, real-time protection is on. */
  readonly realTime?: readonly string[];
  readonly source: Source;
}

export const protectionCatalog: readonly ProtectionEntry[] = [...securityProducts, ...backupProducts];

/** Something on a host that may belong to a product. */
export interface Candidate {
  readonly kind: 'service' | 'driver' | 'unit' | 'package';
  readonly name: string;
  readonly displayName?: string | undefined;
  /** Undefined when nothing tells, and for packages. */
  readonly running?: boolean | undefined;
}

/** A product with what was seen of it. */
export interface Recognised {
  readonly entry: ProtectionEntry;
  readonly seen: readonly Candidate[];
  /** Something of it runs; undefined when nothing seen can tell. */
  readonly running: boolean | undefined;
  /** Its scanner of opened files runs or not; undefined when that is not known of this product. */
  readonly realTime: boolean | undefined;
}

/** The products a host's services, drivers, units and packages belong to, in the order of the catalogue. */
export function recogniseProtection(candidates: Iterable<Candidate>): readonly Recognised[] {
  const strong = new Map<ProtectionEntry, Candidate[]>();
  const weak = new Map<ProtectionEntry, Candidate[]>();
  for (const candidate of candidates) {
    const found = entryOf(candidate);
    if (!found) continue;
    const sightings = found.shared ? weak : strong;
    const seen = sightings.get(found.entry);
    if (seen) seen.push(candidate);
    else sightings.set(found.entry, [candidate]);
  }
  if (strong.size === 0) return [];
  return protectionCatalog.flatMap(entry => {
    const proof = strong.get(entry);
    if (!proof) return [];
    const seen = [...proof, ...(weak.get(entry) ?? [])];
    const running = anyRuns(seen);
    if (entry.onlyWhenRunning && running !== true) return [];
    return [{ entry, seen, running, realTime: anyRuns(seen.filter(candidate => isRealTime(entry, candidate))) }];
  });
}

/** The catalogue's entry of that id. */
export function protectionEntry(id: string): ProtectionEntry | undefined {
  return byId.get(id);
}

function anyRuns(candidates: readonly Candidate[]): boolean | undefined {
  const told = candidates.flatMap(candidate => (candidate.running === undefined ? [] : [candidate.running]));
  return told.length === 0 ? undefined : told.includes(true);
}

function isRealTime(entry: ProtectionEntry, { name }: Candidate): boolean {
  const plain = unitName(name.toLowerCase());
  return (entry.realTime ?? []).some(pattern => matches(pattern.toLowerCase(), plain));
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

interface Hit {
  readonly entry: ProtectionEntry;
  readonly shared: boolean;
}

/** Names of one kind, made ready for looking up: a map for whole names, a short list for beginnings. */
class NameIndex {
  private readonly whole = new Map<string, Hit>();
  /** By the code of their first letter: a thousand names are looked up for a server, and nearly all fit none. */
  private readonly beginnings: Record<number, readonly { readonly start: string; readonly hit: Hit }[]> = {};

  add(names: readonly string[] | undefined, hit: Hit): this {
    for (const name of names ?? []) {
      const lower = name.toLowerCase();
      if (!lower.endsWith('*')) {
        this.whole.set(lower, hit);
        continue;
      }
      const letter = lower.charCodeAt(0);
      this.beginnings[letter] = [...(this.beginnings[letter] ?? []), { start: lower.slice(0, -1), hit }];
    }
    return this;
  }

  find(name: string): Hit | undefined {
    const whole = this.whole.get(name);
    if (whole) return whole;
    return this.beginnings[name.charCodeAt(0)]?.find(({ start }) => name.startsWith(start))?.hit;
  }
}

const byId = new Map(protectionCatalog.map(entry => [entry.id, entry]));
const index = {
  service: new NameIndex(),
  displayName: new NameIndex(),
  driver: new NameIndex(),
  unit: new NameIndex(),
  package: new NameIndex(),
};
for (const entry of protectionCatalog) {
  const own = { entry, shared: false };
  index.service.add(entry.services, own).add(entry.shared, { entry, shared: true });
  index.displayName.add(entry.displayNames, own);
  index.driver.add(entry.drivers, own);
  index.unit.add(entry.units, own);
  index.package.add(entry.packages, own);
}

function entryOf({ kind, name, displayName }: Candidate): Hit | undefined {
  const lower = name.toLowerCase();
  if (kind !== 'service') return index[kind].find(kind === 'unit' ? unitName(lower) : lower);
  const shown = displayName?.toLowerCase();
  const byName = index.service.find(lower);
  // a display name from the list is proof where the short service name alone is none
  if (byName && !byName.shared) return byName;
  return (shown === undefined ? undefined : index.displayName.find(shown)) ?? byName;
}

const unitEndings = new Set(['service', 'timer', 'socket', 'path']);

function unitName(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot >= 0 && unitEndings.has(name.slice(dot + 1)) ? name.slice(0, dot) : name;
}
