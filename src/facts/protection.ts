import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { protectionOnWindows } from './protection.windows.js';
import { protectionOnLinux } from './protection.linux.js';

/** A security or backup product recognised by its services, drivers, packages or programs. */
export interface ProtectionProduct {
  /** Id in src/catalog/protection.ts. */
  readonly product: string;
  readonly name: string;
  readonly vendor: string;
  readonly kind: 'antivirus' | 'edr' | 'backup';
  /** The service, driver or package names by which it was recognised. */
  readonly seen: readonly string[];
  readonly running: boolean | undefined;
  readonly realTime: boolean | undefined;
  readonly tamperProtected: boolean | undefined;
  /** ISO time of its signatures. */
  readonly signaturesAt: string | undefined;
}

export type Protection = readonly ProtectionProduct[];

export const protection = defineFact<Protection>({
  id: 'protection',
  title: say({ en: 'Antivirus and backup agents', es: 'Antivirus y agentes de copia' }),
  on: { windows: protectionOnWindows, linux: protectionOnLinux },
});
