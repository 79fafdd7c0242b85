// npm run bench: prints the figures of the README, side by side in one run. Needs `npm run build` before (it says so).
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from './bundle.js';
import { benchCaseLog } from './caselog.js';
import { benchGather } from './gather.js';
import { gatherings, inNamespaces } from './hosts.js';
import { benchKills } from './kills.js';
import { fuzzBkf } from './fuzz-bkf.js';
import { benchProve } from './prove.js';
import { benchRoundTrips } from './round-trips.js';
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
  if (wanted('judge')) console.log((await judge(folder)).benchJudge(recordings));
  if (wanted('caselog')) console.log(await benchCaseLog(folder));
  if (wanted('round-trips')) console.log(await benchRoundTrips(folder));
  // Only when asked for: it writes nine gigabytes.
  if (asked.includes('prove')) console.log(await benchProve(folder));
  if (asked.includes('fuzz')) console.log(await fuzzBkf(folder, Number(process.env['ANTESALA_BENCH_RUNS'] ?? 100_000)));
  // Only when asked for: it takes an hour or two, and changes the lab's servers.
  if (asked.includes('kills')) console.log(await benchKills(folder));
  if (inNamespaces) console.log(await benchGather(folder));
  else if (wanted('gather')) for (const part of gatherings()) console.log(part);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function judge(place: string): Promise<typeof import('./judge.js')> {
  return (await import(pathToFileURL(await bundled('judge', place)).href)) as typeof import('./judge.js');
}
