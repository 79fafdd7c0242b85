import { setTimeout as pause } from 'node:timers/promises';
import type { SFTPWrapper } from 'ssh2';
import { say } from '../../../i18n/text.js';
import { HostError } from '../../host-error.js';
import type { Session } from './session.js';
import { shown } from './shown.js';

/** A script put on a Windows server for as long as it runs. */
export interface UploadedScript {
  /**
   * The command lines that run it, the same words to cmd.exe and PowerShell. The second is for servers on which another program has
   * taken files of that kind (Wine does not know it).
   */
  readonly lines: readonly string[];
  /** Tells the running script to end what it runs and to tidy up, as executors/wsh says. */
  stop(): Promise<void>;
  /**
   * Takes the script and its folder away again.
   *
   * @throws HostError that tells the folder, when that could not be done
   */
  remove(): Promise<void>;
}

/** Every call to the file service is bounded: some servers never answer one (ssh2 issues 1044, 1377). */
const callMilliseconds = 15_000;

/**
 * Puts a script for Windows Script Host into a new folder of the account's home, since cscript reads programs only from files.
 *
 * @param name letters and digits that no other folder has
 * @throws HostError `no-executor` when the server hands out no files or cannot write
 */
export async function uploadScript(session: Session, script: string, name: string): Promise<UploadedScript> {
  const folder = `antesala-${name}`;
  try {
    if (!session.files) throw new Error('SFTP');
    const sftp = await session.files();
    sftp.on('error', () => undefined);
    const home = await call<string>(done => sftp.realpath('.', done));
    const path = `${home.replace(/\/$/, '')}/${folder}`;
    await call<void>(done => sftp.mkdir(path, { mode: 0o700 }, done));
    const remove = (): Promise<void> => removeFolder(sftp, path);
    try {
      await call<void>(done => sftp.writeFile(`${path}/ask.js`, script, { mode: 0o600 }, done));
    } catch (error) {
      await remove();
      throw error;
    }
    const file = scriptPath(home, folder);
    return {
      lines: [`cscript //nologo ${file}`, `cscript //nologo //E:jscript ${file}`],
      stop: () => call<void>(done => sftp.writeFile(`${path}/ask.js.stop`, 'stop', done)),
      remove,
    };
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError('no-executor', cannotUpload(shown(error instanceof Error ? error.message : '')), {
      cause: error,
    });
  }
}

/**
 * The script as Windows names it: in full where the home's name needs no quotes (they mean something else to cmd.exe than to
 * PowerShell), else from the home, in which OpenSSH for Windows starts every command.
 */
export function scriptPath(home: string, folder: string): string {
  const relative = `${folder}\\ask.js`;
  if (!/^\/[A-Za-z]:(\/[A-Za-z0-9._-]+)*\/?$/.test(home)) return relative;
  return `${home.slice(1).replace(/\/$/, '').replaceAll('/', '\\')}\\${relative}`;
}

/** Windows keeps files of a process that is ending locked for a moment. */
async function removeFolder(sftp: SFTPWrapper, path: string): Promise<void> {
  for (const wait of [0, 100, 300, 1000, 2000]) {
    await pause(wait);
    try {
      await emptyAndRemove(sftp, path, 3);
      return;
    } catch {
      // Tried again, until the caller is told.
    }
  }
  throw new HostError('cut-off', leftBehind(shown(path)));
}

async function emptyAndRemove(sftp: SFTPWrapper, path: string, depth: number): Promise<void> {
  const entries = await call<readonly { filename: string; attrs: { isDirectory(): boolean } }[]>(done =>
    sftp.readdir(path, done),
  );
  for (const { filename, attrs } of entries) {
    if (filename === '.' || filename === '..') continue;
    const inner = `${path}/${filename}`;
    if (!attrs.isDirectory()) await call<void>(done => sftp.unlink(inner, done));
    else if (depth > 0) await emptyAndRemove(sftp, inner, depth - 1);
  }
  await call<void>(done => sftp.rmdir(path, done));
}

type Done<T> = (error: Error | null | undefined, value: T) => void;

function call<T>(start: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('SFTP: timeout')), callMilliseconds);
    start((error, value) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(value);
    });
  });
}

const cannotUpload = (said: string) =>
  say({
    en: `PowerShell 4 or later does not answer on the server, and the script for Windows Script Host could not be put there (${said}). Switch on SFTP in its SSH service and free some space, or use \`antesala kit\` on the server itself.`,
    es: `En el servidor no responde PowerShell 4 o posterior, y no se pudo colocar el script para Windows Script Host (${said}). Active SFTP en su servicio SSH y libere espacio, o use \`antesala kit\` en el propio servidor.`,
  });

const leftBehind = (path: string) =>
  say({
    en: `The folder ${path} could not be removed from the server again. It holds only the script with the questions: delete it by hand.`,
    es: `No se pudo retirar del servidor la carpeta ${path}. Solo contiene el script con las preguntas: bórrela a mano.`,
  });
