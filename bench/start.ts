import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainTable } from '../src/report/table.js';
import { inTurn, median } from './measure.js';

/** How long a command takes to start, as a ratio to node doing nothing. */
export function benchStart(folder: string, recording: string): string {
  const file = join(folder, 'one.json');
  writeFileSync(file, recording);
  const node = process.execPath;
  const costs = inTurn(
    {
      'node -e 0': [node, '-e', '0'],
      'antesala --version': [node, 'bin/antesala.js', '--version'],
      'antesala assess RECORDING': [node, 'bin/antesala.js', 'assess', file],
    },
    15,
  );
  const base = median((costs['node -e 0'] ?? []).map(one => one.wallSeconds));
  const rows = Object.entries(costs).map(([name, list]) => {
    const wall = median(list.map(one => one.wallSeconds));
    return [name, `${Math.round(wall * 1000)} ms`, `${(wall / base).toFixed(2)} ×`];
  });
  return `Command start (median of 15, in turn)\n${plainTable(['command', 'wall', 'to node -e 0'], rows)}\n`;
}
