import { describe, expect, it } from 'vitest';
import type { CaseEvent, StampedEvent } from '../model/event.js';
import { chainedLines, sampleEvents } from '../testing/case-events.js';
import { joinedProblems } from './verify-joined.js';

const ours = chainedLines([sampleEvents['case-created'], sampleEvents['plan-made']], 'ana@taller');
const kit = chainedLines(
  [sampleEvents['run-started'], sampleEvents['put-back'], sampleEvents['run-ended']],
  'kit@S',
  ours,
);
const join = (events: number): CaseEvent => ({ type: 'kit-log-joined', from: 2, events, sha256: 'a'.repeat(64) });
const written = (count: number, from = 0): CaseEvent[] =>
  kit.slice(2 + from, 2 + from + count).map(line => {
    const { seq: _seq, at: _at, actor: _actor, prev: _prev, ...event } = JSON.parse(line) as StampedEvent;
    return event;
  });

const joined = (...parts: readonly (readonly CaseEvent[])[]): string[] => {
  let lines = chainedLines([sampleEvents.noted], 'ana@taller', ours);
  for (const part of parts) {
    lines = chainedLines([join(part.length)], 'ana@taller', lines);
    lines = chainedLines(part, 'kit@S', lines);
  }
  return lines;
};

const problems = (lines: readonly string[], log: readonly string[] | null) =>
  joinedProblems(
    lines.map(line => JSON.parse(line) as StampedEvent),
    seq => lines[seq - 1] ?? '',
    async () => (log ? Buffer.from(`${log.join('\n')}\n`, 'latin1') : undefined),
  );

describe('what was joined from a kit', () => {
  it.each<[string, string[], readonly string[] | null]>([
    ['all at once', joined(written(3)), kit],
    ['in two parts', joined(written(1), written(2, 1)), kit],
    ['from its end only', joined(written(3)), kit.slice(2)],
    ['with its log gone, which is told elsewhere', joined(written(2, 1)), null],
  ])('is as the kit wrote it: %s', async (_, lines, log) => expect(await problems(lines, log)).toEqual([]));

  it.each<[string, string[], readonly string[], number, RegExp]>([
    [
      'other than it wrote',
      joined([...written(1), sampleEvents.outcome, ...written(1, 2)]),
      kit,
      6,
      /not what the kit wrote/,
    ],
    [
      'fewer than it is said to be',
      joined(written(2)).toSpliced(3, 1, chainedLines([join(3)], 'ana@taller', joined().slice(0, 3))[3] ?? ''),
      kit,
      7,
      /not what the kit wrote/,
    ],
    [
      'of a log that was changed',
      joined(written(3)),
      kit.with(2, (kit[2] ?? '').replace('kit@S', 'kit@T')),
      4,
      /do not follow event 2/,
    ],
    ['of something else', joined(written(3)), ['hello'], 4, /do not follow event 2/],
    [
      'of another case',
      joined(written(3)),
      chainedLines([sampleEvents.noted, sampleEvents.noted, ...written(3)], 'kit@S'),
      4,
      /do not follow/,
    ],
  ])('is told when it is %s', async (_, lines, log, seq, words) => {
    const found = await problems(lines, log);
    expect(found.map(problem => problem.seq)).toEqual([seq]);
    expect(found[0]?.text.en).toMatch(words);
  });
});
