// Replays the case whose folder is named; prints what that took. Run by caselog.ts, bundled. `open`: as a command does, with the chain and
// every event checked. `replay`: the events read and their state folded, and nothing checked.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCase } from '../src/caselog/open-case.js';
import { foldCase } from '../src/caselog/state.js';
import type { StampedEvent } from '../src/model/event.js';

const [how, folder = ''] = process.argv.slice(2);
const [cpu, wall] = [process.cpuUsage(), performance.now()];
const { seq } = foldCase(how === 'open' ? await opened() : replayed());
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify({ seq, cpu: (user + system) / 1e6, wall: (performance.now() - wall) / 1000 }));

async function opened(): Promise<readonly StampedEvent[]> {
  const log = await openCase(folder, { now: () => new Date(), actor: 'bench@here', write: false });
  return log.events;
}

function replayed(): readonly StampedEvent[] {
  const lines = readFileSync(join(folder, 'case.jsonl'), 'latin1').trimEnd().split('\n');
  return lines.map(line => JSON.parse(line) as StampedEvent);
}
