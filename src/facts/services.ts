import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { servicesOnWindows } from './services.windows.js';
import { servicesOnLinux } from './services.linux.js';

/** A service with everything needed to put it back as it was. On Linux a systemd unit of type service, timer, socket or path. */
export interface Service {
  readonly name: string;
  readonly displayName: string;
  readonly description: string | undefined;
  /** Linux: `auto` = enabled, `manual` = disabled or static or indirect, `disabled` = masked. */
  readonly startMode: 'boot' | 'system' | 'auto' | 'manual' | 'disabled' | 'unknown';
  readonly delayedStart: boolean | undefined;
  /** Has start triggers (Windows TriggerInfo; Linux: TriggeredBy units). */
  readonly triggers: readonly string[];
  readonly state: 'running' | 'stopped' | 'paused' | 'pending' | 'failed' | 'unknown';
  /** "LocalSystem", "NT AUTHORITY\\LocalService", "root", "postgres". */
  readonly account: string | undefined;
  /** True for LocalSystem and root. */
  readonly privileged: boolean | undefined;
  /** Command line as configured (secrets masked). */
  readonly commandLine: string | undefined;
  /** The program, or for svchost the service DLL; Linux: the first ExecStart program. */
  readonly program: string | undefined;
  readonly serviceDll: string | undefined;
  readonly dependsOn: readonly string[];
  /** Services that name this one as what they depend on. */
  readonly dependents: readonly string[];
  /** Recovery actions as the system stores them (Windows: FailureActions in hex; Linux: Restart=…). */
  readonly recovery: string | undefined;
  readonly maker: Maker;
  /** Linux: unit file path and the states systemd names (enabled, static, masked…), for putting back. */
  readonly unitFile: string | undefined;
  readonly unitFileState: string | undefined;
  readonly driver: boolean;
}

/** Who made a program, and how we know. `system` = Microsoft's or the distribution's own. */
export interface Maker {
  readonly kind: 'system' | 'other' | 'unknown';
  /** "Symantec Corporation", "Debian", "deb.example.com". */
  readonly name: string | undefined;
  readonly how: 'version-resource' | 'package' | 'no-package' | 'path' | 'unreadable';
}

export type Services = readonly Service[];

export const services = defineFact<Services>({
  id: 'services',
  title: say({ en: 'Services', es: 'Servicios' }),
  on: { windows: servicesOnWindows, linux: servicesOnLinux },
});
