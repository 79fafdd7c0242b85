import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Protection } from './protection.js';

export const protectionOnWindows = reader<Protection, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
