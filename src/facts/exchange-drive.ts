import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { exchangeDriveOnWindows } from './exchange-drive.windows.js';

/** The drive letter to which Exchange 2000 maps its store. It must never be scanned, copied or walked (KB 298924, Q245822, Q304016). */
export interface ExchangeDrive {
  /** EXIFS is installed on the host. */
  readonly installed: boolean;
  /** "M:"; undefined when the mapping is hidden or EXIFS is not installed. */
  readonly letter: string | undefined;
  /** Exchange's entry under FilesNotToBackup is there. Undefined without EXIFS. */
  readonly excludedFromBackup: boolean | undefined;
}

export const exchangeDrive = defineFact<ExchangeDrive>({
  id: 'exchange-drive',
  title: say({ en: 'Exchange drive (EXIFS)', es: 'Unidad de Exchange (EXIFS)' }),
  on: { windows: exchangeDriveOnWindows },
});
