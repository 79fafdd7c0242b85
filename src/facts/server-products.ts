import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { serverProductsOnWindows } from './server-products.windows.js';

/** Server applications with upgrade rules of their own, besides Exchange and SQL Server. */
export interface ServerProducts {
  readonly found: readonly {
    readonly product:
      | 'sharepoint'
      | 'isa'
      | 'tmg'
      | 'wss'
      | 'wsus'
      | 'adfs'
      | 'dynamics'
      | 'project-server'
      | 'configmgr'
      | 'backoffice'
      | 'fax';
    readonly name: string;
    readonly version: string | undefined;
    readonly seen: string;
  }[];
}

export const serverProducts = defineFact<ServerProducts>({
  id: 'server-products',
  title: say({ en: 'SharePoint, ISA Server and others', es: 'SharePoint, ISA Server y otros' }),
  on: { windows: serverProductsOnWindows },
});
