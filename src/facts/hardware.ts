import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { hardwareOnWindows } from './hardware.windows.js';
import { hardwareOnLinux } from './hardware.linux.js';

/** The machine, real or virtual. */
export interface Hardware {
  readonly maker: string | undefined;
  readonly model: string | undefined;
  /** What it runs on when virtual: `vmware`, `hyper-v`, `kvm`, `xen`, `virtualbox`, `parallels`, `container`, `other`; false when physical. */
  readonly virtual: string | false | undefined;
  readonly processor: {
    readonly model: string | undefined;
    readonly sockets: number | undefined;
    readonly cores: number | undefined;
    readonly logical: number | undefined;
    readonly megahertz: number | undefined;
    /** Lower-case names: nx, cx16, lahf_lm, 3dnowprefetch, sse4_2, popcnt, ept; only those known to be there. Undefined when they cannot be read. */
    readonly features: readonly string[] | undefined;
  };
  readonly memoryBytes: number | undefined;
  readonly firmware: {
    readonly vendor: string | undefined;
    readonly version: string | undefined /** ISO day */;
    readonly date: string | undefined;
  };
  readonly uefi: boolean | undefined;
  readonly secureBoot: boolean | undefined;
  readonly tpm: { readonly present: boolean; readonly version: string | undefined } | undefined;
}

export const hardware = defineFact<Hardware>({
  id: 'hardware',
  title: say({ en: 'Hardware', es: 'Hardware' }),
  on: { windows: hardwareOnWindows, linux: hardwareOnLinux },
});
