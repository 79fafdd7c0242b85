import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The lab's own sources: C programs, guest scripts, profiles. */
export const sourceDir = dirname(fileURLToPath(import.meta.url));

/** Where the lab keeps chroots, prefixes, keys and its state. Nothing outside it is written, except Debian packages. */
export function labDir(env: NodeJS.ProcessEnv = process.env): string {
  if (env['ANTESALA_LAB_DIR']) return env['ANTESALA_LAB_DIR'];
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'antesala-lab');
}

/** The folders under one lab folder. */
export function layout(dir: string) {
  return {
    dir,
    base: (suite: string) => join(dir, 'base', suite),
    bin: join(dir, 'bin'),
    build: join(dir, 'build'),
    keys: join(dir, 'keys'),
    state: join(dir, 'state.json'),
    guest: (name: string) => join(dir, 'guests', name),
  };
}

export type Layout = ReturnType<typeof layout>;
