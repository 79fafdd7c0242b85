import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Volumes } from './volumes.js';

export const volumesOnLinux = reader<Volumes, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
