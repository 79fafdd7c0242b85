import { readFileSync, statSync, watch } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Aim } from './aims.js';
import { type KillPlace, eventsFrom, placeOf } from './places.js';
import type { KillSite } from './site.js';

export interface Ran {
  readonly exit: number | null;
  /** Where the kill fell; undefined when there was none, or the run was over before. */
  readonly killed: KillPlace | undefined;
  /** In the log, on the link, and on the clock. */
  readonly events: number;
  readonly messages: number;
  readonly milliseconds: number;
  readonly err: string;
}

/** Runs a command to its end, or to the moment at which it, its link or its program on the server is killed. */
export async function run(site: KillSite, command: 'prepare' | 'put-back', aim?: Aim): Promise<Ran> {
  const start = statSync(site.log).size;
  const begun = performance.now();
  let killed: KillPlace | undefined;
  const note = (): void => void (killed = placeOf(command, eventsFrom(readFileSync(site.log), start)));
  site.link.start(aim?.what === 'link' ? { message: aim.message, when: aim.when, broke: note } : undefined);
  const yes = command === 'prepare' ? ['--yes'] : [];
  const { child, ended } = site.start(command, site.case, ...yes, ...site.reach);
  const over = new AbortController();
  const kill = async (): Promise<void> => {
    if (!aim || aim.what === 'link') return;
    if (aim.after.kind === 'event') await eventSeen(site.log, start, aim.after.event, over.signal);
    await pause(aim.after.milliseconds, undefined, { signal: over.signal });
    if (aim.what === 'controller') {
      child.kill('SIGKILL');
      return;
    }
    const programs = await programsSeen(site, over.signal);
    note();
    for (const pid of programs) killProgram(pid);
  };
  const killing = kill().catch((error: unknown) => {
    if (!over.signal.aborted) throw error;
  });
  const { exit, err } = await ended;
  over.abort();
  await killing;
  if (child.signalCode === 'SIGKILL') note();
  const events = eventsFrom(readFileSync(site.log), start).length;
  return { exit, killed, events, messages: site.link.messages, milliseconds: performance.now() - begun, err };
}

/** Waits until so many whole lines have come to a log since it was of that length. */
async function eventSeen(log: string, start: number, events: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const watcher = watch(log);
    const settle = (then: () => void): void => {
      watcher.close();
      then();
    };
    const look = (): void => {
      if (
        readFileSync(log)
          .subarray(start)
          .filter(byte => byte === 10).length >= events
      )
        settle(resolve);
    };
    signal.addEventListener('abort', () => settle(() => reject(new Error('over'))), { once: true });
    watcher.on('change', look);
    look();
  });
}

async function programsSeen(site: KillSite, signal: AbortSignal): Promise<readonly number[]> {
  for (;;) {
    const found = site.programs();
    if (found.length > 0) return found;
    await pause(20, undefined, { signal });
  }
}

function killProgram(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
