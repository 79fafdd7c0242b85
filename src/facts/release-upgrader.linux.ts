import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { ReleaseUpgrader } from './release-upgrader.js';

export const releaseUpgraderOnLinux = reader<ReleaseUpgrader, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
