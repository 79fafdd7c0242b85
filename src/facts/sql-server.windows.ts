import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { SqlServer } from './sql-server.js';

export const sqlServerOnWindows = reader<SqlServer, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
