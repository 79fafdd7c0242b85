import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Backups } from './backups.js';

export const backupsOnWindows = reader<Backups, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
