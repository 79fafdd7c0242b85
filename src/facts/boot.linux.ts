import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Boot } from './boot.js';

export const bootOnLinux = reader<Boot, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
