import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Network } from './network.js';

export const networkOnLinux = reader<Network, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
