import { assess } from '../src/engine/assess.js';
import { readRecording } from '../src/hosts/recorded/recording-text.js';
import type { Recording } from '../src/model/recording.js';
import { plainTable } from '../src/report/table.js';

const now = new Date('2026-11-24T12:00:00Z');
const judge = (recording: Recording) => assess(recording, { now, version: 'bench' });

/** Processor time of the whole process (collecting garbage and compiling included) and time by the clock, in microseconds. */
interface Spent {
  cpu: number;
  wall: number;
}

/**
 * How many recorded hosts are judged in a second by one core, all checks, one path each, from the text of their files. By processor
 * time, so that what else the machine does counts less; by the clock in brackets. The column of JSON.parse is what no reader can beat,
 * and tells how fast the machine was at that time.
 */
export function benchJudge(recordings: Readonly<Record<string, string>>): string {
  const measured = Object.entries(recordings).map(([name, text]) => ({ name, text, ...rates([text]) }));
  const rows = measured.map(({ name, text, judged, both }) => {
    const { findings } = judge(readRecording(text, name));
    const size = `${Math.round(text.length / 1024)} KiB`;
    return [name, size, String(findings.length), shown(judged), shown(both), parsed([text])];
  });
  const fleet = rates(Object.values(recordings));
  const summary = (['judged', 'both'] as const).map(column => {
    const sorted = measured.map(one => one[column].cpu).toSorted((a, b) => a - b);
    return [sorted[sorted.length >> 1], sorted[0]].map(rate => `${Math.round(rate ?? 0)}/s`);
  });
  rows.push(
    ['median of the recordings', '', '', ...summary.map(([median = '']) => median), ''],
    ['slowest recording', '', '', ...summary.map(([, worst = '']) => worst), ''],
    ['all in turn (a mixed fleet)', '', '', shown(fleet.judged), shown(fleet.both), parsed(Object.values(recordings))],
  );
  const table = plainTable(['recording', 'size', 'findings', 'judged', 'read and judged', 'JSON.parse alone'], rows);
  return `Judging: hosts per second of processor time (by the clock)\n${table}\n\n${memory(Object.values(recordings))}`;
}

/**
 * Reads and judges these texts in turn, one host after the other, for about three seconds of processor time; then only reads as many.
 * The difference is judging: asking for the time between the two of one host would take as long as a tenth of it, and keeping many hosts that
 * were read would burden judging with their memory. Every host is read anew, since what is read out of an answer is kept with the
 * answer: judging the same object twice would skip a good part of the work. Before that, as much again as a warm-up, in which V8 compiles.
 */
function rates(texts: readonly string[]): { readonly judged: Spent; readonly both: Spent } {
  const both = { hosts: 0, spent: nothing() };
  const reading = { hosts: 0, spent: nothing() };
  for (const limit of [warmUpMicroseconds, 3e6]) {
    Object.assign(both, { hosts: 0, spent: nothing() });
    Object.assign(reading, { hosts: 0, spent: nothing() });
    while (both.spent.cpu < limit) {
      some(texts, both, text => judge(readRecording(text, 'bench')));
      some(texts, reading, text => readRecording(text, 'bench'));
    }
  }
  const { hosts } = both;
  const judging = { cpu: both.spent.cpu - reading.spent.cpu, wall: both.spent.wall - reading.spent.wall };
  return { judged: perSecond(hosts, judging), both: perSecond(hosts, both.spent) };
}

/** After so long V8 still compiles now and then, but no longer most of the time. */
const warmUpMicroseconds = 6e6;

/** Some hosts at a time, since asking for the processor time takes as long as a tenth of a host. */
function some(
  texts: readonly string[],
  run: { hosts: number; readonly spent: Spent },
  work: (text: string) => unknown,
): void {
  timed(run.spent, () => {
    for (let i = 0; i < 20; i += 1) work(texts[(run.hosts + i) % texts.length] ?? '');
  });
  run.hosts += 20;
}

function parsed(texts: readonly string[]): string {
  const spent = nothing();
  let count = 0;
  while (spent.cpu < 500_000) {
    timed(spent, () => {
      for (const text of texts) JSON.parse(text);
    });
    count += texts.length;
  }
  return `${Math.round(perSecond(count, spent).cpu)}/s`;
}

function timed<T>(spent: Spent, work: () => T): T {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const done = work();
  const { user, system } = process.cpuUsage(cpu);
  spent.cpu += user + system;
  spent.wall += (performance.now() - wall) * 1000;
  return done;
}

function nothing(): Spent {
  return { cpu: 0, wall: 0 };
}

function perSecond(hosts: number, { cpu, wall }: Spent): Spent {
  return { cpu: (hosts * 1e6) / cpu, wall: (hosts * 1e6) / wall };
}

function shown({ cpu, wall }: Spent): string {
  return `${Math.round(cpu)}/s (${Math.round(wall)}/s)`;
}

/** The heap after many hosts, to show that it does not grow with them. */
function memory(texts: readonly string[]): string {
  const rows: string[][] = [];
  let done = 0;
  for (const hosts of [500, 2000, 8000]) {
    for (; done < hosts; done += 1) judge(readRecording(texts[done % texts.length] ?? '', 'm'));
    globalThis.gc?.();
    rows.push([String(hosts), `${Math.round(process.memoryUsage().heapUsed / 1048576)} MiB`]);
  }
  return `Memory while judging one host after the other\n${plainTable(['hosts', 'heap'], rows)}\n`;
}
