import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Kernel } from './kernel.js';

export const kernelOnLinux = reader<Kernel, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
