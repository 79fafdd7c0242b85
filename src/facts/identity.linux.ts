import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Identity } from './identity.js';

export const identityOnLinux = reader<Identity, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
