import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headBytes } from '../src/caselog/head-file.js';
import { hashOf, toLine } from '../src/caselog/line.js';
import { createCase } from '../src/caselog/open-case.js';
import type { CaseEvent } from '../src/model/event.js';
import { plainTable } from '../src/report/table.js';
import { sampleEvents } from '../src/testing/case-events.js';
import { bundled } from './bundle.js';
import { median } from './measure.js';

const replayed = 100_000;
const options = { now: () => new Date(), actor: 'bench@here' };

/** How fast a case's log takes events that must be on disk, and how fast a long one is read, checked and folded. */
export async function benchCaseLog(folder: string): Promise<string> {
  return `${await appending(folder)}\n${await replaying(folder)}`;
}

async function appending(folder: string): Promise<string> {
  const log = await createCase(join(folder, 'append'), about, options);
  const rows: string[][] = [];
  for (const together of [1, 20, 200]) {
    const events = Array.from({ length: together }, (_, index) =>
      index % 2 === 0 ? sampleEvents.intent : sampleEvents.outcome,
    );
    const started = performance.now();
    let appends = 0;
    while (performance.now() - started < 3000) {
      await log.append(...events);
      appends += 1;
    }
    const seconds = (performance.now() - started) / 1000;
    rows.push([String(together), rate(appends / seconds), rate((appends * together) / seconds)]);
  }
  await log.close();
  return `Appending to a case log, each append one fsync\n${plainTable(['events together', 'appends', 'events'], rows)}\n`;
}

/** Each time in a process of its own, as a command would: what a warm one would save is not counted. */
async function replaying(folder: string): Promise<string> {
  const place = join(folder, 'replay');
  await (await createCase(place, about, options)).close();
  const lines = longLog(readFileSync(join(place, 'case.jsonl'), 'latin1').trimEnd());
  const text = lines.map(line => `${line}\n`).join('');
  writeFileSync(join(place, 'case.jsonl'), text);
  writeFileSync(join(place, 'head.json'), headBytes({ seq: lines.length, sha256: hashOf(lines.at(-1) ?? '') }));
  const replay = await bundled('replay', folder);
  const rows = (['replay', 'open'] as const).map(how => {
    const runs = Array.from({ length: 5 }, () => {
      const done = spawnSync(process.execPath, [replay, how, place], { encoding: 'utf8' });
      if (done.status !== 0) throw new Error(done.stderr);
      const run = JSON.parse(done.stdout) as { readonly seq: number; readonly wall: number; readonly cpu: number };
      if (run.seq !== replayed) throw new Error(`${run.seq} events`);
      return run;
    });
    return [
      did[how],
      `${median(runs.map(run => run.cpu)).toFixed(2)} s`,
      `${median(runs.map(run => run.wall)).toFixed(2)} s`,
    ];
  });
  const size = `${lines.length} events, ${(text.length / 1048576).toFixed(1)} MiB`;
  return `A case log of ${size}\n${plainTable(['', 'processor', 'clock'], rows)}\n`;
}

const did = {
  replay: 'replayed: read, state folded',
  open: 'opened: also chain and every event checked',
} as const;

const about = { name: 'bench', host: 'local', to: null, version: '0' };

/** Mostly changes, as a long log is; now and then everything else. */
function longLog(first: string): string[] {
  const { 'case-created': _, ...rest } = sampleEvents;
  const others: readonly CaseEvent[] = Object.values(rest);
  const usual: readonly CaseEvent[] = [
    sampleEvents.intent,
    sampleEvents.outcome,
    sampleEvents['put-back-intent'],
    sampleEvents['put-back'],
  ];
  const lines = [first];
  for (let prev = hashOf(first); lines.length < replayed; ) {
    const number = lines.length;
    const event =
      (number % 20 === 0 ? others[(number / 20) % others.length] : usual[number % 4]) ?? sampleEvents.outcome;
    const own = 'item' in event ? { ...event, item: `${event.item}/${Math.floor(number / 4) % 400}` } : event;
    const line = toLine({ seq: number + 1, at: '2026-11-25T10:00:00.000Z', actor: 'bench@here', prev }, own);
    lines.push(line);
    prev = hashOf(line);
  }
  return lines;
}

function rate(perSecond: number): string {
  return `${Math.round(perSecond)}/s`;
}
