import { appendFile, mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { say } from '../../../i18n/text.js';
import { type SshAddress, hostAndPort } from '../../address.js';
import { HostError } from '../../host-error.js';
import {
  type KnownHost,
  type KnownHostLine,
  fingerprint,
  hostKeyAlgorithms,
  keyType,
  knownHostLine,
  knownHostName,
  lookUp,
  parseKnownHosts,
} from './known-hosts.js';
import { type SshOptions, knownHostsFiles, ownKnownHostsFile } from './options.js';

/** What is trusted of one server, and what to say of a key that is not. */
export interface Trust {
  /** Signature algorithms to ask for, those of known keys first. */
  readonly algorithms: readonly string[];
  /** Lines of the files that concern this server. */
  readonly known: KnownHost;
  /**
   * Accepts the server's key or refuses it; one that is new and was accepted by its fingerprint is written down.
   *
   * @throws HostError `unknown-host-key` or `changed-host-key`
   */
  verify(key: Buffer): Promise<void>;
}

const read = new Map<string, { readonly stamp: string; readonly lines: Promise<readonly KnownHostLine[]> }>();

/** Reads what the user's known_hosts files say of a server. */
export async function trustIn(server: SshAddress, options: SshOptions): Promise<Trust> {
  const files = knownHostsFiles(options);
  const lines = (await Promise.all(files.map(linesOf))).flat();
  const name = knownHostName(server.host, server.port ?? 22);
  const known = lookUp(lines, name);
  return {
    algorithms: hostKeyAlgorithms(known),
    known,
    async verify(key) {
      const revoked = known.revoked.find(line => line.key.equals(key));
      if (revoked) throw revokedKey(server, key, revoked);
      if (known.keys.some(line => line.key.equals(key))) return;
      const type = keyType(key);
      const other = known.keys.find(line => line.type === type) ?? known.keys[0];
      if (other) throw changedKey(server, key, other);
      if (known.authorities[0]) options.onNote?.(certificateNote(server, known.authorities[0]));
      const wanted = options.acceptNewHostKeys ?? [];
      if (!wanted.includes(fingerprint(key))) throw unknownKey(server, key, wanted);
      await remember(server, files[0] ?? ownKnownHostsFile(), knownHostLine(name, key));
    },
  };
}

const underway = new Map<string, Promise<readonly KnownHostLine[]>>();

/** Lines of a file, looked up once for all servers that ask at the same moment. */
function linesOf(file: string): Promise<readonly KnownHostLine[]> {
  const found = underway.get(file);
  if (found) return found;
  const asked = readLines(file).finally(() => underway.delete(file));
  underway.set(file, asked);
  return asked;
}

/** Lines of a file; one that is not there or cannot be read knows nobody. Read anew only when it has changed. */
async function readLines(file: string): Promise<readonly KnownHostLine[]> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    const stamp = `${mtimeMs} ${size} ${ino}`;
    const found = read.get(file);
    if (found?.stamp === stamp) return await found.lines;
    const lines = readFile(file, 'utf8').then(text => parseKnownHosts(text, file));
    read.set(file, { stamp, lines });
    return await lines;
  } catch {
    return [];
  }
}

async function remember(server: SshAddress, file: string, line: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await appendFile(file, (await endsInLine(file)) ? line : `\n${line}`, { mode: 0o600 });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new HostError('unknown-host-key', unwritable(hostAndPort(server), file, code), { cause: error });
  }
}

async function endsInLine(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return true;
  try {
    const { size } = await handle.stat();
    if (size === 0) return true;
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] === 0x0a;
  } finally {
    await handle.close();
  }
}

/** The key type as people name it. */
function spoken(key: Buffer): string {
  const type = keyType(key) ?? '?';
  return type
    .replace(/^ssh-/, '')
    .replace(/^ecdsa-sha2-.*/, 'ecdsa')
    .toUpperCase();
}

function unknownKey(server: SshAddress, key: Buffer, wanted: readonly string[]): HostError {
  const place = hostAndPort(server);
  const print = fingerprint(key);
  // The same words as before, whatever they were: the unknown server may be a jump host of several that are asked.
  const accept = `antesala assess … --accept-host-key ${print}`;
  const other = wanted.length > 0;
  return new HostError(
    'unknown-host-key',
    say({
      en: `${place} is not known yet${other ? ', and its key is not the one you accepted' : ''}. It shows an ${spoken(key)} key with the fingerprint ${print}. Compare it on the server itself (\`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub\`, for other types the file of that type) and, only if it is the same, accept it by giving the same command once more with that fingerprint: ${accept}`,
      es: `${place} aún no es conocido${other ? ' y su clave no es la que usted aceptó' : ''}. Presenta una clave ${spoken(key)} con la huella ${print}. Compárela en el propio servidor (\`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub\`; si es de otro tipo, el archivo de ese tipo) y, solo si coincide, acéptela repitiendo la misma orden con esa huella: ${accept}`,
    }),
  );
}

function changedKey(server: SshAddress, key: Buffer, line: KnownHostLine): HostError {
  const place = hostAndPort(server);
  return new HostError(
    'changed-host-key',
    say({
      en: `ATTENTION: ${place} SHOWS ANOTHER KEY THAN THE ONE KNOWN FOR IT. Somebody may be standing between you and the server, or the server was installed anew. It shows ${spoken(key)} ${fingerprint(key)}; known is ${spoken(line.key)} ${fingerprint(line.key)} (${line.file}, line ${line.line}). Nothing was sent to it. Ask whoever runs the server; only if the change is explained, delete that line and run this again.`,
      es: `ATENCIÓN: ${place} PRESENTA UNA CLAVE DISTINTA DE LA CONOCIDA. Puede que alguien se haya interpuesto entre usted y el servidor, o que el servidor se haya reinstalado. Presenta ${spoken(key)} ${fingerprint(key)}; la conocida es ${spoken(line.key)} ${fingerprint(line.key)} (${line.file}, línea ${line.line}). No se le ha enviado nada. Pregunte a quien administre el servidor; solo si el cambio tiene explicación, borre esa línea y repita la orden.`,
    }),
  );
}

function revokedKey(server: SshAddress, key: Buffer, line: KnownHostLine): HostError {
  const place = hostAndPort(server);
  return new HostError(
    'changed-host-key',
    say({
      en: `ATTENTION: ${place} SHOWS A KEY THAT WAS REVOKED (${spoken(key)} ${fingerprint(key)}; ${line.file}, line ${line.line}). Nothing was sent to it. Ask whoever runs the server for its new key.`,
      es: `ATENCIÓN: ${place} PRESENTA UNA CLAVE REVOCADA (${spoken(key)} ${fingerprint(key)}; ${line.file}, línea ${line.line}). No se le ha enviado nada. Pida la clave nueva a quien administre el servidor.`,
    }),
  );
}

const unwritable = (place: string, file: string, code: string) =>
  say({
    en: `The key of ${place} is the one you accepted, but it could not be written to ${file} (${code}). Make that file writable, or set XDG_CONFIG_HOME to a folder that is, and run this again.`,
    es: `La clave de ${place} es la que usted aceptó, pero no se pudo escribir en ${file} (${code}). Permita escribir en ese archivo, o indique en XDG_CONFIG_HOME una carpeta donde se pueda, y repita la orden.`,
  });

const certificateNote = (server: SshAddress, line: KnownHostLine) =>
  say({
    en: `${line.file}, line ${line.line} trusts a certificate authority for ${hostAndPort(server)}; Antesala does not follow host certificates and looks at the key alone.`,
    es: `${line.file}, línea ${line.line}, confía en una autoridad de certificación para ${hostAndPort(server)}; Antesala no sigue los certificados de servidor y solo mira la clave.`,
  });
