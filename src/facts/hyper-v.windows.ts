import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { HyperV } from './hyper-v.js';

export const hyperVOnWindows = reader<HyperV, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
