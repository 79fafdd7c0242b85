import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { sqlServerOnWindows } from './sql-server.windows.js';

export interface SqlServer {
  readonly instances: readonly {
    readonly name: string;
    /** "2000", "2005", … "2022", "2025"; `MSDE` and Windows Internal Database say so in `edition`. */
    readonly release: string | undefined;
    readonly version: string | undefined;
    readonly edition: string | undefined;
    readonly running: boolean | undefined;
  }[];
}

export const sqlServer = defineFact<SqlServer>({
  id: 'sql-server',
  title: say({ en: 'SQL Server', es: 'SQL Server' }),
  on: { windows: sqlServerOnWindows },
});
