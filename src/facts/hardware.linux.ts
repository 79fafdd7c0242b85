import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Hardware } from './hardware.js';

export const hardwareOnLinux = reader<Hardware, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
