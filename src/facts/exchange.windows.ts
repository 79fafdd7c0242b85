import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Exchange } from './exchange.js';

export const exchangeOnWindows = reader<Exchange, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
