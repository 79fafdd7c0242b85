import { assess } from '../src/engine/assess.js';
import { readRecording } from '../src/hosts/recorded/recording-text.js';
import { plainTable } from '../src/report/table.js';

const now = new Date('2026-11-24T12:00:00Z');

/** How many recorded hosts are judged in a second by one core, all checks, one path each, from the text of their files. */
export function benchJudge(recordings: Readonly<Record<string, string>>): string {
  const rows = Object.entries(recordings).map(([name, text]) => {
    const parsed = readRecording(text, name);
    const findings = assess(parsed, { now, version: 'bench' }).findings.length;
    const whole = rate(() => void assess(readRecording(text, name), { now, version: 'bench' }));
    const judged = rate(() => void assess(parsed, { now, version: 'bench' }));
    return [
      name,
      `${Math.round(text.length / 1024)} KiB`,
      String(findings),
      `${Math.round(judged)}/s`,
      `${Math.round(whole)}/s`,
    ];
  });
  return `Judging on one core\n${plainTable(['recording', 'size', 'findings', 'judged', 'read and judged'], rows)}\n\n${memory(Object.values(recordings))}`;
}

/** Runs for about three seconds after a warm-up of one. */
function rate(work: () => void): number {
  for (const end = Date.now() + 1000; Date.now() < end; ) work();
  const started = process.hrtime.bigint();
  let count = 0;
  for (const end = Date.now() + 3000; Date.now() < end; count += 1) work();
  return count / (Number(process.hrtime.bigint() - started) / 1e9);
}

/** The heap after many hosts, to show that it does not grow with them. */
function memory(texts: readonly string[]): string {
  const rows: string[][] = [];
  let done = 0;
  for (const hosts of [500, 2000, 8000]) {
    for (; done < hosts; done += 1)
      void assess(readRecording(texts[done % texts.length] ?? '', 'm'), { now, version: 'bench' });
    globalThis.gc?.();
    rows.push([String(hosts), `${Math.round(process.memoryUsage().heapUsed / 1048576)} MiB`]);
  }
  return `Memory while judging one host after the other\n${plainTable(['hosts', 'heap'], rows)}\n`;
}
