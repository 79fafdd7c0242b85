import { spawnSync } from 'node:child_process';

/** What one run of a command cost. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time of the command and what it waited for. */
  readonly cpuSeconds: number;
  readonly exit: number;
}

/** Runs a command to its end under bash's own `time`, so that no program is needed that may be missing. */
export function cost(command: readonly string[], env: Readonly<Record<string, string>> = {}): Cost {
  const script = `TIMEFORMAT='%R %U %S'; time "$@" >/dev/null 2>"$ANTESALA_BENCH_ERR"`;
  const done = spawnSync('bash', ['-c', script, 'bash', ...command], {
    encoding: 'utf8',
    env: { ...ownSettings(), ANTESALA_BENCH_ERR: '/dev/null', ...env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 1 << 20,
  });
  const [wall, user, system] = done.stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  if (wall === undefined || user === undefined || system === undefined || Number.isNaN(wall)) {
    throw new Error(`no time for ${command.join(' ')}: ${done.stderr}`);
  }
  return { wallSeconds: wall, cpuSeconds: user + system, exit: done.status ?? -1 };
}

/** Without what makes node itself slower here than elsewhere: further certificates cost each of its starts 60 ms. */
function ownSettings(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...others } = process.env;
  return others;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Runs the commands in turn, `rounds` times each, so that a slow moment of the machine hits all of them. */
export function inTurn(commands: Readonly<Record<string, readonly string[]>>, rounds: number): Record<string, Cost[]> {
  const costs: Record<string, Cost[]> = Object.fromEntries(Object.keys(commands).map(name => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, command] of Object.entries(commands)) {
      const measured = cost(command);
      if (round > 0) costs[name]?.push(measured);
    }
  }
  return costs;
}
