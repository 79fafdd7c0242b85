import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Updates } from './updates.js';

export const updatesOnLinux = reader<Updates, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
