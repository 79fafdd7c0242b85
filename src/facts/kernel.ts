import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { kernelOnLinux } from './kernel.linux.js';

/** The kernel that runs, the ones installed and what is built for them outside the distribution. */
export interface Kernel {
  /** Release of the running kernel: "6.1.0-37-amd64". */
  readonly running: string;
  /** The kernel is the host's (container) or comes from outside (WSL, a direct kernel boot): nothing installed here starts it. */
  readonly foreignHost: boolean;
  /** Package that owns the running kernel's image; undefined when none does. */
  readonly runningPackage: string | undefined;
  /** Kernel image packages, in the order dpkg lists them. */
  readonly installed: readonly { readonly package: string; readonly version: string; readonly release: string }[];
  /** Packages that pull in the newest kernel: linux-image-amd64, linux-generic, linux-image-virtual-hwe-22.04. */
  readonly metapackages: readonly string[];
  /** Modules built here by DKMS; undefined when /var/lib/dkms cannot be read. */
  readonly dkms:
    | readonly { readonly name: string; readonly version: string; readonly kernels: readonly string[] }[]
    | undefined;
  /** Headers are installed for some kernel, so that DKMS can build. */
  readonly headers: readonly string[];
  /** Words of the kernel command line; undefined when it cannot be read. */
  readonly commandLine: readonly string[] | undefined;
}

export const kernel = defineFact<Kernel>({
  id: 'kernel',
  title: say({ en: 'Kernel', es: 'Núcleo (kernel)' }),
  on: { linux: kernelOnLinux },
});
