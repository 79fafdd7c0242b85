import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Drivers } from './drivers.js';

export const driversOnWindows = reader<Drivers, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
