import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { ExchangeDrive } from './exchange-drive.js';

export const exchangeDriveOnWindows = reader<ExchangeDrive, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
