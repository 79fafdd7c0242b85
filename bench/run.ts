// npm run bench: prints the figures of the README, side by side in one run. Needs `npm run build` before (it says so).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { startSshd, whyNoSshd } from '../src/testing/sshd.js';
import { benchCaseLog } from './caselog.js';
import { benchGather } from './gather.js';
import { benchStart } from './start.js';

const asked = process.argv.slice(2);
const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name);

if (!existsSync('dist/cli.js')) {
  console.error('Build first: npm run build');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'antesala-bench-'));
try {
  const recordings = Object.fromEntries(
    readdirSync('recordings')
      .filter(name => name.endsWith('.json'))
      .map(name => [name.replace(/\.json$/, ''), readFileSync(join('recordings', name), 'utf8')]),
  );
  const sample = recordings['debian12-server'] ?? Object.values(recordings)[0];
  if (wanted('start') && sample) console.log(benchStart(folder, sample));
  if (wanted('judge')) console.log((await bundled(folder)).benchJudge(recordings));
  if (wanted('caselog')) console.log(await benchCaseLog(folder));
  if (wanted('gather')) console.log(await gathering(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Bundled as it is shipped: run from its sources, every function that is made keeps its name by an extra call. */
async function bundled(place: string): Promise<typeof import('./judge.js')> {
  const outfile = join(place, 'judge.mjs');
  await build({
    entryPoints: ['bench/judge.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
  return (await import(pathToFileURL(outfile).href)) as typeof import('./judge.js');
}

/**
 * In a network namespace of its own, where 0.0.0.0 is nothing but the loopback: one sshd can listen on only sixteen addresses by
 * name, and fifty are wanted.
 */
async function gathering(place: string): Promise<string> {
  const why = whyNoSshd() ?? (process.getuid?.() === 0 ? undefined : 'it needs root, for a network namespace');
  if (why) return `Gathering: left out, ${why}\n`;
  if (process.env.ANTESALA_BENCH_NETWORK !== 'own') {
    const again = [
      '--net',
      'sh',
      '-c',
      'ip link set lo up && exec "$@"',
      'sh',
      process.execPath,
      '--import',
      'tsx',
      'bench/run.ts',
      'gather',
    ];
    const done = spawnSync('unshare', again, {
      encoding: 'utf8',
      env: { ...process.env, ANTESALA_BENCH_NETWORK: 'own' },
    });
    if (done.status !== 0) throw new Error(done.stderr);
    return done.stdout;
  }
  const sshd = await startSshd([], ['ed25519'], '0.0.0.0');
  try {
    return benchGather(place, sshd);
  } finally {
    await sshd.stop();
  }
}
