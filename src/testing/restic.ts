import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether the real restic is here; `npm test` installs it where it may. */
export const hasRestic = existsSync('/usr/bin/restic');

/** Runs restic in a folder, as somebody does who makes backups. */
export function restic(folder: string, password: string, ...args: string[]): string {
  const done = spawnSync('restic', ['--no-cache', ...args], {
    cwd: folder,
    input: `${password}\n${password}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0) throw new Error(`restic ${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
}
