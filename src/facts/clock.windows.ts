import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Clock } from './clock.js';

export const clockOnWindows = reader<Clock, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
