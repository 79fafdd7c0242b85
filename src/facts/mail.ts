import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { mailOnWindows } from './mail.windows.js';
import { mailOnLinux } from './mail.linux.js';

export interface Mail {
  /** Mail server software found: `exchange`, `iis-smtp`, `postfix`, `exim4`, `sendmail`, `dovecot`, `pop3-connector`. */
  readonly software: readonly string[];
  readonly domains: readonly string[];
  readonly smartHost: string | undefined;
  /** Messages waiting, when it can be counted. */
  readonly queued: number | undefined;
}

export const mail = defineFact<Mail>({
  id: 'mail',
  title: say({ en: 'Mail settings', es: 'Ajustes de correo' }),
  on: { windows: mailOnWindows, linux: mailOnLinux },
});
