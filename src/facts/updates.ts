import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { updatesOnWindows } from './updates.windows.js';
import { updatesOnLinux } from './updates.linux.js';

export interface Updates {
  readonly installed: readonly {
    readonly id: string;
    readonly title: string | undefined /** ISO day */;
    readonly date: string | undefined;
  }[];
  /** Undefined when the host cannot say which are pending; `why` of the check tells. Linux: packages that an upgrade would change. */
  readonly pending:
    | readonly { readonly id: string; readonly title: string; readonly security: boolean | undefined }[]
    | undefined;
  /** ISO day of the newest one installed. */
  readonly lastInstalled: string | undefined;
  /** When the lists of what is available were last refreshed (ISO). */
  readonly lastChecked: string | undefined;
  /** Linux: packages half installed or unconfigured. */
  readonly broken: readonly string[];
}

export const updates = defineFact<Updates>({
  id: 'updates',
  title: say({ en: 'Updates', es: 'Actualizaciones' }),
  on: { windows: updatesOnWindows, linux: updatesOnLinux },
});
