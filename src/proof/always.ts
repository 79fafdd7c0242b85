import type { BytePath } from '../backups/byte-path.js';

/** Why a file is looked at whatever is drawn. */
export const alwaysKinds = ['registry', 'directory', 'mail', 'database', 'system', 'newest', 'largest'] as const;
export type AlwaysKind = (typeof alwaysKinds)[number];

/**
 * Files without which nothing else is worth much, by their path: registry hives, Active Directory and LDAP, mail stores, databases, the
 * settings a Linux system needs to start. As Windows Server, Exchange, SQL Server, MySQL, PostgreSQL and Debian name and place them by default.
 */
const rules: readonly (readonly [AlwaysKind, RegExp])[] = [
  ['registry', /(?:^|\/)system32\/config\/(?:system|software|sam|security|default)$/],
  ['registry', /(?:^|\/)ntuser\.dat$/],
  ['directory', /(?:^|\/)ntds\/(?:ntds\.dit|edb\.chk)$/],
  ['directory', /(?:^|\/)var\/lib\/(?:ldap|samba)\/.*\.(?:mdb|ldb|tdb)$/],
  ['mail', /\.(?:edb|stm|pst)$/],
  ['database', /\.(?:mdf|ndf|ldf|fdb|gdb|accdb|mdb|sqlite|sqlite3)$/],
  ['database', /(?:^|\/)ibdata1$|(?:^|\/)pg_control$/],
  ['system', /(?:^|\/)boot\.ini$|(?:^|\/)boot\/bcd$/],
  ['system', /^\/?(?:.*\/)?etc\/(?:passwd|shadow|group|fstab|hosts)$/],
];

/** What kind of important file a path names; undefined for one like any other. */
export function importantKind(path: BytePath): AlwaysKind | undefined {
  const lower = path.toLowerCase();
  return rules.find(([, pattern]) => pattern.test(lower))?.[0];
}

/** The few with the highest value of some kind, such as the largest files. */
export class Highest<T> {
  readonly #most: number;
  #kept: { readonly value: number; readonly item: T }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(value: number, item: T): void {
    const last = this.#kept.at(-1);
    if (this.#kept.length >= this.#most && last && last.value >= value) return;
    const at = this.#kept.findIndex(one => one.value < value);
    this.#kept.splice(at < 0 ? this.#kept.length : at, 0, { value, item });
    this.#kept = this.#kept.slice(0, this.#most);
  }

  items(): T[] {
    return this.#kept.map(({ item }) => item);
  }
}
