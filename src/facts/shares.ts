import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { sharesOnWindows } from './shares.windows.js';
import { sharesOnLinux } from './shares.linux.js';

/** Something the server offers to others under a name. */
export interface Share {
  /** NFS: the folder, which is its name. */
  readonly name: string;
  readonly kind: 'folder' | 'printer' | 'device' | 'pipe' | 'nfs';
  /** Folder, or for printers on Windows their local name. */
  readonly path: string | undefined;
  readonly comment: string | undefined;
  /** False when it is configured and not offered just now; undefined when only the configuration could be read. */
  readonly offered: boolean | undefined;
}

/** What is shared with other computers: Windows shares, Samba's, NFS exports. */
export interface Shares {
  readonly shares: readonly Share[];
  /** Those that Windows makes itself: drives (C$), ADMIN$, IPC$, print$, and a domain controller's NETLOGON and SYSVOL. */
  readonly administrative: readonly Share[];
  /** Places that may name further shares and were not read (Samba's registry, files it includes from elsewhere). */
  readonly unread: readonly string[];
}

export const shares = defineFact<Shares>({
  id: 'shares',
  title: say({ en: 'Shares', es: 'Recursos compartidos' }),
  on: { windows: sharesOnWindows, linux: sharesOnLinux },
});
