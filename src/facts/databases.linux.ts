import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Databases } from './databases.js';

export const databasesOnLinux = reader<Databases, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
