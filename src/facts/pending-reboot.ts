import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { pendingRebootOnWindows } from './pending-reboot.windows.js';
import { pendingRebootOnLinux } from './pending-reboot.linux.js';

/** Every sign that a restart is waited for. */
export interface PendingReboot {
  readonly reasons: readonly {
    /** `component-servicing`, `windows-update`, `file-rename`, `computer-rename`, `domain-join`, `server-manager`, `update-exe`, `run-once`, `kernel`, `libraries`, `reboot-required`. */
    readonly kind: string;
    /** Registry key, file or package that says so. */
    readonly detail: string;
    /** False for file renames alone, often only a leftover. */
    readonly certain: boolean;
  }[];
}

export const pendingReboot = defineFact<PendingReboot>({
  id: 'pending-reboot',
  title: say({ en: 'Pending restart', es: 'Reinicio pendiente' }),
  on: { windows: pendingRebootOnWindows, linux: pendingRebootOnLinux },
});
