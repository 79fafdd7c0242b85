import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Services } from './services.js';

export const servicesOnLinux = reader<Services, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
