import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { Profiles } from './profiles.js';

export const profilesOnWindows = reader<Profiles, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
