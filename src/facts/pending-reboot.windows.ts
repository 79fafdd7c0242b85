import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { PendingReboot } from './pending-reboot.js';

export const pendingRebootOnWindows = reader<PendingReboot, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
