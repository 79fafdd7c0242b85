import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Mail } from './mail.js';

export const mailOnWindows = reader<Mail, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
