import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Applications } from './applications.js';

export const applicationsOnLinux = reader<Applications, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
