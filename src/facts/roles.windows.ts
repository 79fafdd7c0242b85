import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Roles } from './roles.js';

export const rolesOnWindows = reader<Roles, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
