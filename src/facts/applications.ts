import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { applicationsOnWindows } from './applications.windows.js';
import { applicationsOnLinux } from './applications.linux.js';

/** An installed application (both registry views); Linux: a package that was installed by hand or does not come from the distribution. */
export interface Application {
  /** Registry key name or package name. */
  readonly id: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly publisher: string | undefined;
  /** ISO day. */
  readonly installed: string | undefined;
  readonly architecture: 'x86' | 'x64' | 'arm64' | 'other' | undefined;
  /** Linux: not from the distribution's archives. Windows: publisher is not Microsoft. */
  readonly foreign: boolean;
  /** Linux: held back from upgrades. */
  readonly held: boolean;
}

export type Applications = readonly Application[];

export const applications = defineFact<Applications>({
  id: 'applications',
  title: say({ en: 'Applications', es: 'Aplicaciones' }),
  on: { windows: applicationsOnWindows, linux: applicationsOnLinux },
});
