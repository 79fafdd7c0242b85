import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * When a process of this computer started, as text to compare and nothing else; a number that was given to another process since tells a
 * different one. `gone`: no such process (or only its exit status is left). `unknown`: it is there, and the system would not say more.
 */
export async function processStart(pid: number): Promise<string> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // not ours to signal, but there
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return 'gone';
  }
  try {
    if (process.platform === 'linux') return await fromProc(pid);
    if (process.platform === 'win32') {
      return await said('powershell.exe', [
        '-NoProfile',
        '-NonInteractive',
        '-Command',
        `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`,
      ]);
    }
    return await said('ps', ['-o', 'lstart=', '-p', String(pid)]);
  } catch {
    return 'unknown';
  }
}

/** proc(5): field 22 of /proc/PID/stat counts clock ticks since boot, so it needs the boot's id beside it; field 3 `Z` is a dead process. */
async function fromProc(pid: number): Promise<string> {
  const [stat, boot] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'latin1'),
    readFile('/proc/sys/kernel/random/boot_id', 'latin1'),
  ]);
  // the name of the program, in brackets, may hold blanks and brackets itself
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return 'gone';
  return `${boot.trim()}/${fields[19] ?? ''}`;
}

async function said(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, [...args], {
    timeout: 20_000,
    env: { ...process.env, LC_ALL: 'C' },
  });
  const text = stdout.trim();
  return text === '' ? 'unknown' : text;
}
