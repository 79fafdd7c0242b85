import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { driversOnWindows } from './drivers.windows.js';
import { driversOnLinux } from './drivers.linux.js';

/** A kernel or filter driver; Linux: a loaded or installed module that is not part of the distribution's kernel. */
export interface Driver {
  readonly name: string;
  readonly displayName: string | undefined;
  readonly kind: 'kernel' | 'file-system' | 'filter' | 'device' | 'module';
  readonly startMode: 'boot' | 'system' | 'auto' | 'manual' | 'disabled' | 'unknown';
  readonly running: boolean | undefined;
  readonly program: string | undefined;
  readonly maker: string | undefined;
  /** False when it is Microsoft's or the distribution's own; undefined when the maker cannot be read. */
  readonly thirdParty: boolean | undefined;
  readonly version: string | undefined;
  /** ISO day. */
  readonly date: string | undefined;
  readonly signed: boolean | undefined;
  readonly inf: string | undefined;
  /** Device class ("Net", "SCSIAdapter", "Display"), when it is a device's. */
  readonly deviceClass: string | undefined;
}

export type Drivers = readonly Driver[];

export const drivers = defineFact<Drivers>({
  id: 'drivers',
  title: say({ en: 'Drivers', es: 'Controladores' }),
  on: { windows: driversOnWindows, linux: driversOnLinux },
});
