import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainTable } from '../src/report/table.js';
import { inTurn, median } from './measure.js';
import { writeOfficeTree } from './office-tree.js';

/** Smaller for a look: ANTESALA_BENCH_SCALE=0.1. */
const scale = Number(process.env['ANTESALA_BENCH_SCALE'] ?? 1);
const rounds = 5;

/** How long it takes to compare a whole tree with its copy, beside everybody else who does. */
export async function benchProve(folder: string): Promise<string> {
  const [original, copy] = [join(folder, 'original'), join(folder, 'copy')];
  mkdirSync(original);
  const files = writeOfficeTree(original, { seed: 'antesala', scale });
  // the peer copies: it keeps the times of links, too
  spawnSync('cp', ['-a', original, copy]);
  const ours = [process.execPath, 'bin/antesala.js', 'prove', copy, '--against', original, '--all'];
  const lacking: string[] = [];
  const peer = (name: string, path: string, command: readonly string[]): Record<string, readonly string[]> => {
    if (existsSync(path)) return { [name]: command };
    lacking.push(`left out: ${name}, since ${path} is not there`);
    return {};
  };
  const commands: Record<string, readonly string[]> = {
    'antesala prove --all': ours,
    'antesala prove --all --hashes': [...ours, '--hashes'],
    ...peer('rsync -rnc', '/usr/bin/rsync', ['rsync', '-rnc', `${original}/`, `${copy}/`]),
    ...peer('diff -rq', '/usr/bin/diff', ['diff', '-rq', '--no-dereference', original, copy]),
    ...peer('rclone check', '/usr/bin/rclone', ['rclone', 'check', original, copy, '--download']),
    ...(walker(folder) ? { 'C, two threads': [join(folder, 'walker'), original, copy] } : {}),
  };
  if (!commands['C, two threads']) lacking.push('left out: C, two threads, since there is no C compiler');
  const costs = inTurn(commands, rounds);
  const failed = Object.entries(costs).filter(([, list]) => list.some(one => one.exit !== 0));
  if (failed.length > 0)
    throw new Error(`${failed.map(([name]) => name).join(', ')}: found differences in equal trees`);
  const own = costs['antesala prove --all'] ?? [];
  const rows = Object.entries(costs).map(([name, list]) => [
    name,
    `${median(list.map(one => one.wallSeconds)).toFixed(2)} s`,
    `${median(list.map(one => one.cpuSeconds)).toFixed(2)} s`,
    // of each round on its own: a slow moment of the machine hits both
    `${median(list.map((one, index) => (own[index]?.wallSeconds ?? Number.NaN) / one.wallSeconds)).toFixed(2)} ×`,
  ]);
  const memory = await peakMemory(ours);
  return [
    `Comparison of two trees of ${files} files (median of ${rounds}, in turn, from the page cache)`,
    plainTable(['command', 'wall', 'user and system', 'antesala to it'], rows),
    `peak memory of antesala: ${Math.round(memory / 1024)} MB`,
    ...lacking,
    '',
  ].join('\n');
}

function walker(folder: string): boolean {
  return spawnSync('cc', ['-O2', '-pthread', '-o', join(folder, 'walker'), 'bench/walker.c']).status === 0;
}

/** The most memory a command had at once, in KiB, as the system counts it. */
async function peakMemory([program = '', ...args]: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: 'ignore' });
  let most = 0;
  while (child.exitCode === null && child.signalCode === null) {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      // it has just ended
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return most;
}
