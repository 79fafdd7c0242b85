import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { SshServer } from './ssh-server.js';

export const sshServerOnLinux = reader<SshServer, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
