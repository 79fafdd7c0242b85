import type { Remedy } from '../../model/finding.js';
import { command, hint } from './outcomes.js';
import { isAtLeast } from './windows-paths.js';

/** The name must be a drive letter with a colon. */
export const repairFirst = (drive: string): Remedy =>
  command(`chkdsk ${drive} /f`, {
    en: 'After a backup, as an administrator: repair it first; the volume in use is repaired at the next restart.',
    es: 'Después de hacer una copia, como administrador: repárelo primero; el volumen en uso se repara en el siguiente reinicio.',
  });

/**
 * How to analyse a drive on that Windows: 2000 has no command for it, 2003 writes its switches with a dash (Microsoft's command
 * references). The name must be a drive letter with a colon.
 */
export function analyse(drive: string, product: string): Remedy {
  if (!isAtLeast(product, 'ws2003')) {
    return hint({
      en: `Start Dfrg.msc on the server, choose ${drive} and Analyze. Close antivirus and backup programs before.`,
      es: `Abra Dfrg.msc en el servidor, elija ${drive} y Analizar. Cierre antes antivirus y programas de copia.`,
    });
  }
  const [look, run] = isAtLeast(product, 'ws2008')
    ? [`defrag ${drive} /a /v`, `defrag ${drive} /u /v`]
    : [`defrag ${drive} -a`, `defrag ${drive}`];
  return command(look, {
    en: `As an administrator, outside business hours: this only analyses. To defragment: ${run}`,
    es: `Como administrador, fuera del horario de trabajo: solo analiza. Para desfragmentar: ${run}`,
  });
}
