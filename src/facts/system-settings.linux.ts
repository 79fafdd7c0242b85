import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { SystemSettings } from './system-settings.js';

export const systemSettingsOnLinux = reader<SystemSettings, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
