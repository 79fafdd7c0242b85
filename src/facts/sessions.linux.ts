import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Sessions } from './sessions.js';

export const sessionsOnLinux = reader<Sessions, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
