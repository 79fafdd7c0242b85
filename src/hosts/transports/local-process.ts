import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RemoteProcess } from './ssh/session.js';

/** A process on this machine, with what must be taken away after it. */
export interface LocalProcess extends RemoteProcess {
  tidy(): Promise<void>;
}

/** How long a program that was told to stop may take to end what it started. */
const graceMilliseconds = 1500;

/** Starts a program that reads what it is to do from its standard input. One that cannot be started ends at once and says why. */
export function startCommand([file = '', ...args]: readonly string[]): LocalProcess {
  const windows = process.platform === 'win32';
  // In a group of its own, so that it can be stopped with all it started, and so that Ctrl-C reaches us first.
  const child = spawn(file, args, { detached: !windows, windowsHide: true, stdio: 'pipe' });
  let over = false;
  const closed = new Promise<void>(resolve => {
    const end = (): void => {
      over = true;
      resolve();
    };
    child.once('close', end);
    child.once('error', error => {
      child.stderr.push(`${error.message}\n`);
      child.stderr.push(null);
      end();
    });
  });
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: child.stderr,
    closed,
    async stop() {
      if (over || child.pid === undefined) return;
      if (windows) {
        await treeKilled(child.pid);
        return;
      }
      signalGroup(child.pid, 'SIGTERM');
      await Promise.race([closed, pause(graceMilliseconds, undefined, { ref: false })]);
      signalGroup(child.pid, 'SIGKILL');
    },
    async finishUp() {
      if (!over && !windows) child.kill('SIGTERM');
    },
    leave() {
      child.stdin.destroy();
      child.stdout.destroy();
      child.stderr.destroy();
      child.unref();
    },
    tidy: async () => undefined,
  };
}

/** Starts a script of Windows Script Host, which reads programs only from files: one in a private folder, removed after it. */
export async function startScript(program: string, nonce: string): Promise<LocalProcess> {
  const folder = await mkdtemp(join(tmpdir(), `antesala-${nonce}-`));
  const file = join(folder, 'ask.js');
  await writeFile(file, program, { mode: 0o600 });
  const started = startCommand(['cscript.exe', '//nologo', '//E:jscript', file]);
  return {
    ...started,
    finishUp: () => writeFile(`${file}.stop`, 'stop').catch(() => undefined),
    async stop() {
      // It ends what it runs by itself, as executors/wsh says; a tree that is killed cannot tidy up.
      await writeFile(`${file}.stop`, 'stop').catch(() => undefined);
      await Promise.race([started.closed, pause(graceMilliseconds, undefined, { ref: false })]);
      await started.stop();
    },
    tidy: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

function treeKilled(pid: number): Promise<void> {
  return new Promise(resolve => {
    const killer = spawn('taskkill.exe', ['/T', '/F', '/PID', String(pid)], { windowsHide: true, stdio: 'ignore' });
    killer.once('error', () => resolve()).once('close', () => resolve());
  });
}
