// npm run bench: prints the figures of the README, side by side in one run. Needs `npm run build` before (it says so).
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchGather } from './gather.js';
import { gatherings, inNamespaces } from './hosts.js';
import { benchJudge } from './judge.js';
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
  if (wanted('judge')) console.log(benchJudge(recordings));
  if (inNamespaces) console.log(await benchGather(folder));
  else if (wanted('gather')) for (const part of gatherings()) console.log(part);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
