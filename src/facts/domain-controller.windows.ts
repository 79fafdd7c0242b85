import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { DomainController } from './domain-controller.js';

export const domainControllerOnWindows = reader<DomainController, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
