import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { aptOnLinux } from './apt.linux.js';

export interface AptSource {
  readonly file: string;
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
  /** The distribution's own archive (by the release it declares, else by its host). */
  readonly official: boolean;
  readonly enabled: boolean;
}

/** apt and dpkg: where packages come from and what state they are in. */
export interface Apt {
  readonly sources: readonly AptSource[];
  readonly pins: readonly string[];
  readonly held: readonly string[];
  /** Packages installed that no configured archive offers; undefined when apt's lists are empty or cannot be asked. */
  readonly obsolete: readonly string[] | undefined;
  /** Packages that only archives other than the distribution's offer; undefined when apt's lists are empty or cannot be asked. */
  readonly foreign:
    | readonly { readonly name: string; readonly version: string; readonly origin: string | undefined }[]
    | undefined;
  /** dpkg status other than "installed" or "config-files". */
  readonly broken: readonly { readonly name: string; readonly state: string }[];
  readonly residualConfig: readonly string[];
  readonly foreignArchitectures: readonly string[];
  readonly packages: number;
  /** Versions of installed packages that checks ask for by name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly lock: string | undefined;
  readonly cacheBytes: number | undefined;
  /** Configuration files changed by hand that an upgrade will ask about. */
  readonly changedConfiguration: readonly string[];
}

export const apt = defineFact<Apt>({
  id: 'apt',
  title: say({ en: 'Package management', es: 'Gestión de paquetes' }),
  on: { linux: aptOnLinux },
});
