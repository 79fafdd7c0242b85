import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** A process that works on a case, with the lines it has printed so far. */
export interface CaseWriter {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  /** Waits until it has printed this line. */
  saw(line: string): Promise<void>;
  go(): void;
  /** Its last line, when it has ended. */
  ended(): Promise<string | undefined>;
}

/** Bundles `case-writer-process.ts` into a folder, so that starting it takes no longer than node does. */
export function bundleCaseWriter(folder: string): string {
  const outfile = join(folder, 'case-writer.mjs');
  rmSync(outfile, { force: true });
  buildSync({
    entryPoints: ['src/testing/case-writer-process.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
  });
  return outfile;
}

/**
 * Starts it.
 *
 * @param wrapper a command that is to run it, such as a shell with a limit
 */
export function startCaseWriter(
  program: string,
  mode: 'append' | 'hold' | 'race',
  folder: string,
  wrapper: readonly string[] = [],
): CaseWriter {
  const line = [...wrapper, process.execPath, program, mode, folder];
  const [command = '', ...args] = line;
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  // a process that was killed does not hear what it is told any more
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');
  return {
    process: child,
    lines,
    saw: async line => {
      while (!lines.includes(line)) {
        await Promise.race([once(child.stdout, 'data'), closed]);
        if (child.exitCode !== null && !lines.includes(line)) throw new Error(`It ended: ${lines.join(' ')}`);
      }
    },
    go: () => child.stdin.write('go\n'),
    ended: async () => {
      await closed;
      return lines.at(-1);
    },
  };
}
