import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint } from './chroot.js';
import { LabError, run } from './run.js';
import { sourceDir } from './paths.js';

/** What a guest runs in. `guest` is the profile's own folder, `root` the chroot it shares or owns. */
export interface Enclosure {
  readonly root: string;
  readonly guest: string;
  readonly hostname: string;
}

/** The processes of a running guest: killing the supervisor ends every other one, by the kernel's own rule. */
export interface Supervisor {
  readonly pid: number;
  /** First process of the guest's process namespace, as the machine numbers it. */
  readonly init: number | undefined;
}

/** Of the machine's control groups, for a guest with systemd: another lab may have one of the same name. */
export const branchOf = (guest: string) => `${basename(guest)}-${fingerprint(guest)}`;

const marker = (guest: string) => `ANTESALA_LAB_GUEST=${guest}`;

const separate = '--mount --pid --uts --ipc --fork --kill-child --'.split(' ');
const environment = ['PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C.UTF-8'];

function argv({ root, guest, hostname }: Enclosure, command: readonly string[]): string[] {
  const enter = ['/bin/sh', join(sourceDir, 'guest', 'enter.sh'), root, guest, hostname];
  return separate.concat('env', '-i', environment, marker(guest), enter, command);
}

/** Runs one command inside, in namespaces that end with it. */
export function runInside(enclosure: Enclosure, command: readonly string[]): string {
  return run('unshare', argv(enclosure, command));
}

/** Starts the guest's first process and leaves it running after this program ends. */
export function startInside(enclosure: Enclosure, command: readonly string[]): number {
  mkdirSync(join(enclosure.guest, 'log'), { recursive: true });
  const log = openSync(join(enclosure.guest, 'log', 'guest.log'), 'w');
  const child = spawn('unshare', argv(enclosure, command), { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  if (child.pid === undefined) throw new LabError('unshare could not be started');
  return child.pid;
}

/** Finds the running guest by looking at the machine's processes, whatever the state file says. */
export function findSupervisor(guest: string): Supervisor | undefined {
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const words = read(`/proc/${entry}/cmdline`).split('\0');
    if (words[0] !== 'unshare' || !words.includes(marker(guest))) continue;
    const pid = Number(entry);
    const init = Number(read(`/proc/${pid}/task/${pid}/children`).trim().split(' ')[0]);
    return { pid, init: init || undefined };
  }
  return undefined;
}

/** Asks the guest to end, waits, then ends it. Returns once none of its processes is left. */
export async function stop(guest: string, patienceMs?: number): Promise<boolean> {
  const found = findSupervisor(guest);
  if (!found) return false;
  // systemd powers off at SIGRTMIN+4 and takes SIGTERM for something else.
  const systemd = read(`/proc/${found.init}/comm`) === 'systemd\n';
  if (found.init !== undefined) signal(found.init, systemd ? 38 : 'SIGTERM');
  // A systemd may have a unit that refuses to stop; the others have done so by then.
  const until = Date.now() + (patienceMs ?? (systemd ? 4000 : 8000));
  while (Date.now() < until && findSupervisor(guest)) await pause(50);
  signal(found.pid, 'SIGKILL');
  while (findSupervisor(guest) || (found.init !== undefined && read(`/proc/${found.init}/cmdline`))) {
    if (Date.now() > until + 5000) throw new LabError(`Process ${found.pid} of ${guest} does not end; end it by hand.`);
    await pause(50);
  }
  if (systemd) run('unshare', ['--mount', '/bin/sh', join(sourceDir, 'guest', 'cgroup-clean.sh'), branchOf(guest)]);
  return true;
}

function signal(pid: number, name: NodeJS.Signals | number): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process ended between the listing and the look
  }
}

export const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));
