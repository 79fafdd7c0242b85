import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { ServerProducts } from './server-products.js';

export const serverProductsOnWindows = reader<ServerProducts, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
