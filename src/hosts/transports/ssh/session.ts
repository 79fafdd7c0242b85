import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { SFTPWrapper } from 'ssh2';
import type { HostError } from '../../host-error.js';
import { lostConnection, noProcess } from './outcome.js';
import type { Connection } from './route.js';
import { shown } from './shown.js';
import type { Run } from './watch.js';

/** A process on the server. */
export interface RemoteProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when it is over and all of its output has been handed over. */
  readonly closed: Promise<void>;
  /**
   * Stops it and lets go of it.
   *
   * @param pid its number, where it told
   */
  stop(pid?: string): Promise<void>;
  /**
   * Tells it to begin nothing more; what it is at goes on to its end. Without a word where there is no way to tell it.
   *
   * @param pid its number, where it told
   */
  finishUp(pid?: string): Promise<void>;
  /** Lets go of it: what it is at goes on, but what it writes from now on is not heard, and says so to it. */
  leave(): void;
}

/** An account of a server, ready to run things. */
export interface Session {
  /** How the server's software calls itself; empty where it is not told. */
  readonly ident: string;
  start(line: string): Promise<RemoteProcess>;
  /** Its files, where it hands them out. */
  files?(): Promise<SFTPWrapper>;
  /** Why a run gave no answer, where the way there tells more than the run itself. */
  explain(run: Pick<Run, 'stderr'>): Promise<HostError | undefined>;
  close(): Promise<void>;
}

/** A session over a connection of our own. */
export function sessionOver(connection: Connection): Session {
  const { client, stream, ident } = connection;
  const session: Session = {
    ident,
    start: line =>
      new Promise((resolve, reject) => {
        client.exec(line, (error, channel) => {
          if (error) return reject(noProcess(shown(error.message)));
          channel.on('error', () => undefined);
          let over = false;
          const closed = new Promise<void>(done => {
            channel.once('close', () => {
              over = true;
              done();
            });
          });
          resolve({
            stdin: channel,
            stdout: channel,
            stderr: channel.stderr,
            closed,
            async stop(pid) {
              if (over) return;
              if (pid !== undefined) await stopProcess(session, pid);
              channel.signal('TERM');
              channel.close();
            },
            async finishUp(pid) {
              if (pid !== undefined) await signalProcess(session, `kill -TERM ${pid}\n`);
            },
            leave: () => channel.close(),
          });
        });
      }),
    files: () =>
      new Promise((resolve, reject) => {
        client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp)));
      }),
    explain: async () => (stream.destroyed ? lostConnection() : undefined),
    close: () => connection.close(),
  };
  return session;
}

/** Stops a process of the account and everything it started. What it runs at the moment need not end by itself then. */
export async function stopProcess(session: Session, pid: string): Promise<void> {
  await signalProcess(session, stopGroup(pid));
}

/** Runs a line of `kill` in a process of its own. */
export async function signalProcess(session: Session, line: string): Promise<void> {
  try {
    const stopper = await session.start('sh');
    stopper.stdout.resume();
    stopper.stderr.resume();
    stopper.stdin.on('error', () => undefined).end(line);
    await Promise.race([stopper.closed, pause(2000, undefined, { ref: false })]);
    await stopper.stop();
  } catch {
    // A server that starts nothing more still closes the channel, and the process ends when it next writes.
  }
}

/** sshd starts every line in a process group of its own. `kill -TERM --` is not understood by dash. */
function stopGroup(pid: string): string {
  return `g=$(ps -o pgid= -p ${pid} 2>/dev/null | tr -d ' ')\nkill -TERM "-\${g:-${pid}}" || kill -TERM ${pid}\n`;
}
