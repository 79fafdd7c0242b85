import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { domainControllerOnWindows } from './domain-controller.windows.js';

/** Undefined fields could not be read. Known with `isController: false` on any other server. */
export interface DomainController {
  readonly isController: boolean;
  readonly domain: string | undefined;
  /** msDS-Behavior-Version: 0 = 2000, 2 = 2003, 3 = 2008, 4 = 2008 R2, 5 = 2012, 6 = 2012 R2, 7 = 2016, 10 = 2025. */
  readonly forestLevel: number | undefined;
  readonly domainLevel: number | undefined;
  /** Operation masters this server holds: schema, naming, pdc, rid, infrastructure. */
  readonly holds: readonly string[] | undefined;
  readonly controllers: readonly string[] | undefined;
  readonly globalCatalog: boolean | undefined;
  /** SYSVOL replication; `dfsr` only when the migration is eliminated (state 3). */
  readonly sysvol: 'frs' | 'migrating' | 'dfsr' | undefined;
  readonly isChildDomain: boolean | undefined;
  readonly trusts: readonly string[] | undefined;
}

export const domainController = defineFact<DomainController>({
  id: 'domain-controller',
  title: say({ en: 'Domain controller', es: 'Controlador de dominio' }),
  on: { windows: domainControllerOnWindows },
});
