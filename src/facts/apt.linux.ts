import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Apt } from './apt.js';

export const aptOnLinux = reader<Apt, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
