import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { databasesOnLinux } from './databases.linux.js';

/** Database servers and directories whose data has rules of its own in a release upgrade. */
export interface Databases {
  readonly postgresql: {
    /** Clusters by their configuration under /etc/postgresql. */
    readonly clusters: readonly {
      readonly version: string;
      readonly name: string;
      readonly port: number | undefined;
      readonly running: boolean | undefined;
      readonly dataDirectory: string | undefined;
    }[];
    /** Major versions whose server package is installed: "13", "15". */
    readonly servers: readonly string[];
  };
  readonly mysql:
    | {
        readonly flavour: 'mariadb' | 'mysql' | 'other';
        /** Of the server's package. */
        readonly version: string;
        readonly package: string;
        readonly running: boolean | undefined;
        /** Version that wrote the data last (mysql_upgrade_info, mariadb_upgrade_info); undefined when it cannot be read. */
        readonly dataVersion: string | undefined;
        /** The error log's last word is of a clean shutdown ("Shutdown complete"); undefined while it runs or when no log says. */
        readonly cleanShutdown: boolean | undefined;
      }
    | undefined;
  readonly slapd:
    | {
        readonly version: string;
        readonly running: boolean | undefined;
        /** Back ends configured: "mdb", "hdb", "bdb"; undefined when the configuration cannot be read. */
        readonly backends: readonly string[] | undefined;
      }
    | undefined;
  /** Others by the name of their server's package: redis-server, rabbitmq-server, mongodb-org-server, influxdb, bacula-director-pgsql. */
  readonly others: readonly { readonly package: string; readonly version: string }[];
}

export const databases = defineFact<Databases>({
  id: 'databases',
  title: say({ en: 'Databases', es: 'Bases de datos' }),
  on: { linux: databasesOnLinux },
});
