import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pause } from './namespace.js';
import { LabError } from './run.js';

/** Runs `work` while no other `up` or `down` works on the same lab folder. A lock whose holder has died is taken over. */
export async function alone<T>(dir: string, work: () => Promise<T>, patienceMs = 600_000): Promise<T> {
  const file = join(dir, 'lock');
  const until = Date.now() + patienceMs;
  mkdirSync(dir, { recursive: true });
  while (!take(file)) {
    if (Date.now() > until)
      throw new LabError(`Another lab command (process ${holder(file)}) has been at work for long; wait or end it.`);
    await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const pid = holder(file);
  if (pid !== undefined && !lives(pid)) rmSync(file, { force: true });
  return false;
}

/** Unknown for the moment between the file's creation and its content. */
function holder(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined; // released meanwhile
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
