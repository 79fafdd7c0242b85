import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { listeningPortsOnWindows } from './listening-ports.windows.js';
import { listeningPortsOnLinux } from './listening-ports.linux.js';

/** A port on which the server waits for others. */
export interface ListeningPort {
  /** "tcp 443". */
  readonly name: string;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  /** `*` alone when it is every address of the server; link-local ones are left out, since every adapter has one. */
  readonly addresses: readonly string[];
  /** Only programs on the server itself reach it. */
  readonly local: boolean;
  /** Who listens. Windows: the services, else the program ("DNS", "sqlservr.exe"). Linux: the account ("postgres"). */
  readonly owners: readonly string[];
}

export interface ListeningPorts {
  readonly ports: readonly ListeningPort[];
  /** TCP ports whose number the system chose (RPC, above all): it will be another after the next start. UDP ones are clients' and left out. */
  readonly dynamic: readonly ListeningPort[];
}

export const listeningPorts = defineFact<ListeningPorts>({
  id: 'listening-ports',
  title: say({ en: 'Listening ports', es: 'Puertos a la escucha' }),
  on: { windows: listeningPortsOnWindows, linux: listeningPortsOnLinux },
});
