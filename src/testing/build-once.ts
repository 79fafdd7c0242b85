import { spawnSync } from 'node:child_process';

/** Builds what tests of the command line run. */
export function buildOnce(): void {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}
