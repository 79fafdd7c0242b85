import type { Volume } from '../../facts/volumes.js';
import type { Outcome } from '../../model/finding.js';
import { unread } from './outcomes.js';

export function systemVolumeOf(volumes: readonly Volume[]): Volume | undefined {
  return volumes.find(volume => volume.system);
}

/** Whether a volume has a drive letter. Commands are only made with such a name: names come from the host. */
export function hasLetter({ name }: Volume): boolean {
  return name.length === 2 && name.endsWith(':') && /[a-z]/i.test(name);
}

export const noSystemVolume: Outcome = unread({
  en: 'The list of volumes does not show which one holds the system. Look at it on the server (Disk Management on Windows, “df -h /” on Linux).',
  es: 'La lista de volúmenes no muestra cuál contiene el sistema. Mírelo en el servidor (Administración de discos en Windows, «df -h /» en Linux).',
});
