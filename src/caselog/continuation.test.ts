import { describe, expect, it } from 'vitest';
import type { CaseError } from '../model/case-error.js';
import type { CaseEvent, StampedEvent } from '../model/event.js';
import { chainedLines, sampleEvents } from '../testing/case-events.js';
import { readContinuation } from './continuation.js';

const ours = chainedLines([sampleEvents['case-created'], sampleEvents['plan-made']], 'ana@taller');
const all = chainedLines([sampleEvents.intent, sampleEvents.outcome, sampleEvents['run-ended']], 'kit@SERVIDOR', ours);
const continued = (lines: readonly string[]) => ({
  lines,
  events: lines.map(line => JSON.parse(line) as StampedEvent),
});
const log = continued(ours);
const bytes = (lines: readonly string[], end = '\n'): Buffer => Buffer.from(`${lines.join('\n')}${end}`, 'latin1');
const read = (given: Buffer) => readContinuation(given, 'r.jsonl', log);

describe('lines of a kit', () => {
  it.each([
    ['alone', all.slice(2), 0, 3],
    ['with the whole log before them', all, 2, 3],
    ['with a part of it', all.slice(1), 1, 3],
    ['that the log has already', ours, 2, 0],
  ])('%s', (_, lines, known, added) => {
    const read = readContinuation(bytes(lines), 'r.jsonl', log);
    expect({ known: read.known, lines: read.lines }).toEqual({ known, lines: all.slice(2, 2 + added) });
    expect(read.events.map(({ seq }) => seq)).toEqual([3, 4, 5].slice(0, added));
  });

  const changed = (line: number, from: string, to: string) => all.with(line, (all[line] ?? '').replace(from, to));
  const other = chainedLines([sampleEvents['case-created'], sampleEvents.noted], 'eva@x');
  it.each<[string, Buffer, number, RegExp]>([
    ['none', Buffer.alloc(0), 1, /empty/],
    ['half a line', bytes(all.slice(2), ''), 3, /breaks off/],
    ['something else', bytes(['hello']), 1, /not what a kit leaves/],
    ['a gap before them', bytes(all.slice(3)), 1, /begins with event 4, and the case ends with event 2/],
    ['of a case that went another way', bytes(other), 1, /event 1 is another one/],
    ['of a log that went on differently', bytes([...ours.slice(0, 1), ...other.slice(1)]), 2, /event 2 is another one/],
    ['one changed', bytes(changed(2, 'SERVIDOR', 'SERVIDOS').slice(2)), 2, /event 4 does not fit/],
    ['one left out', bytes([...all.slice(2, 3), ...all.slice(4)]), 2, /event 4 does not fit/],
    ['saved with other line ends', Buffer.from(`${all.slice(2).join('\r\n')}\r\n`), 1, /event 3 does not fit/],
    ['a field that is none of an event', bytes(changed(4, '"run-ended"', '"run-ended","x":1').slice(2)), 3, /event 5/],
  ])('are refused: %s', (_, given, line, words) => {
    let refused: CaseError | undefined;
    try {
      read(given);
    } catch (error) {
      refused = error as CaseError;
    }
    expect(refused).toMatchObject({ kind: 'damaged', line });
    expect(refused?.text.en).toMatch(words);
    expect(refused?.text.es).toContain(`línea ${line}`);
  });

  describe('after which the case went on', () => {
    const stated = [sampleEvents.waived, sampleEvents['gate-decided']];
    const later = chainedLines(stated, 'ana@taller', all);
    const kit = chainedLines([sampleEvents['put-back-intent'], sampleEvents['put-back']], 'kit@SERVIDOR', all);
    const joined = (fresh: readonly string[]) => fresh.map(line => (JSON.parse(line) as StampedEvent).type);

    it.each([
      ['with the whole log before them', kit],
      ['alone', kit.slice(5)],
      ['with some of it', kit.slice(3)],
    ])('are joined: %s', (_, lines) => {
      const { branch, events, ...rest } = readContinuation(bytes(lines), 'r.jsonl', continued(later));
      expect(rest).toEqual({ lines: [], known: lines.length - 2 });
      expect(branch).toMatchObject({ from: 5, joined: 0 });
      expect(events.map(({ type }) => type)).toEqual(joined(kit.slice(5)));
    });

    it('are told apart from those that were joined before', () => {
      const first: CaseEvent = { ...sampleEvents['kit-log-joined'], from: 5, events: 1 } as CaseEvent;
      const before = chainedLines([first], 'ana@taller', later);
      const again = chainedLines([sampleEvents['put-back-intent']], 'kit@SERVIDOR', before);
      const { branch, known } = readContinuation(bytes(kit), 'r.jsonl', continued(again));
      expect({ known, fresh: branch?.fresh.map(({ type }) => type) }).toEqual({ known: 6, fresh: ['put-back'] });
      const changed = chainedLines(
        [{ ...sampleEvents['put-back-intent'], item: 'x' } as CaseEvent],
        'kit@SERVIDOR',
        before,
      );
      expect(() => readContinuation(bytes(kit), 'r.jsonl', continued(changed))).toThrow(
        /event 6 is not the one that was imported/,
      );
    });

    it.each<[string, readonly string[], readonly string[], RegExp]>([
      [
        'when the server was worked on from here too',
        chainedLines([sampleEvents['put-back-intent']], 'a@b', later),
        kit,
        /worked on from here too \(event 8/,
      ],
      ['when no kit wrote them', later, chainedLines([sampleEvents.noted], 'eva@x', all), /was written by eva@x/],
      [
        'when one of them was changed',
        later,
        kit.with(5, (kit[5] ?? '').replace('SERVIDOR', 'SERVIDOS')),
        /event 7 does not fit/,
      ],
    ])('are refused %s', (_, has, lines, words) => {
      expect(() => readContinuation(bytes(lines), 'r.jsonl', continued(has))).toThrow(words);
    });
  });

  it('of a newer version say so', () => {
    const newer = chainedLines([{ type: 'from-tomorrow' } as unknown as CaseEvent], 'kit@X', ours);
    expect(() => read(bytes(newer))).toThrow(expect.objectContaining({ kind: 'newer' }) as Error);
  });
});
