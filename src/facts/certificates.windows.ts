import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Certificates } from './certificates.js';

export const certificatesOnWindows = reader<Certificates, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
