import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { identityOnWindows } from './identity.windows.js';
import { identityOnLinux } from './identity.linux.js';

/** Product, edition, version and role of the host. What the system does not tell is undefined. */
export interface Identity {
  /** Id in the catalogue of products (`sbs2000`, `ws2019`, `debian12`); undefined when it is none we know. */
  readonly product: string | undefined;
  /** As the host names itself: "Microsoft Windows Server 2019 Standard", "Debian GNU/Linux 12 (bookworm)". */
  readonly name: string;
  /** `standard`, `datacenter`, `enterprise`, `essentials`, `web`, `foundation`, `storage`, `premium`. */
  readonly edition: string | undefined;
  /** "5.0.2195", "10.0.17763", "12.11". */
  readonly version: string;
  readonly build: number | undefined;
  /** Service pack of the operating system; 0 is none. */
  readonly servicePack: number | undefined;
  /** BCP 47: "es-ES". */
  readonly language: string | undefined;
  readonly architecture: 'x86' | 'x64' | 'arm64' | 'other';
  readonly installation: 'desktop' | 'core' | 'nano' | undefined;
  readonly evaluation: boolean | undefined;
  readonly computer: string;
  readonly domain: string | undefined;
  /** From HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions, ProductType (KB Q152078); Linux is `standalone` or `member`. */
  readonly role: 'workstation' | 'standalone' | 'member' | 'domain-controller' | undefined;
  /** Suites of ProductOptions, ProductSuite, in the host's words. */
  readonly suites: readonly string[];
  /** `live`: the restrictive Small Business licence is in force; `converted`: it was once a Small Business Server. */
  readonly smallBusiness: 'live' | 'converted' | 'none';
  /** Service pack of Small Business Server itself, when the registry says it. */
  readonly smallBusinessServicePack: number | undefined;
  /** Linux: kernel release and whether the host is a container. */
  readonly kernel: string | undefined;
  readonly container: string | undefined;
}

export const identity = defineFact<Identity>({
  id: 'identity',
  title: say({ en: 'What this server is', es: 'Qué es este servidor' }),
  on: { windows: identityOnWindows, linux: identityOnLinux },
});
