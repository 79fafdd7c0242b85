import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { sessionsOnWindows } from './sessions.windows.js';
import { sessionsOnLinux } from './sessions.linux.js';

export interface Sessions {
  readonly sessions: readonly {
    /**
     * What ends it on that host: the number of a Windows session, logind's id, `pid-1234` of a login that logind does not know; of a
     * file share the computer it comes from (Windows) or the process that serves it (Samba). Undefined when the host does not tell.
     */
    readonly id: string | undefined;
    /** The session in which the questions were asked. */
    readonly own: boolean;
    readonly user: string;
    readonly from: string | undefined;
    readonly kind: 'console' | 'remote-desktop' | 'file-share' | 'ssh' | 'other';
    /** ISO, when the host says. */
    readonly since: string | undefined;
    readonly idleSeconds: number | undefined;
    readonly active: boolean | undefined;
  }[];
  /** Both ends of the SSH connection over which the questions were asked, as the host sees them; undefined when it came in otherwise. */
  readonly connection: { readonly local: string; readonly remote: string } | undefined;
  /** Files opened over the network; undefined when they cannot be listed. */
  readonly openFiles: readonly { readonly path: string; readonly user: string | undefined }[] | undefined;
}

export const sessions = defineFact<Sessions>({
  id: 'sessions',
  title: say({ en: 'Sessions and open files', es: 'Sesiones y archivos abiertos' }),
  on: { windows: sessionsOnWindows, linux: sessionsOnLinux },
});
