import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseError } from '../model/case-error.js';
import type { CaseEvent } from '../model/event.js';
import { sampleEvents, sampleLines, sampleLog, sampleRest } from '../testing/case-events.js';
import { hashOf, longestLine, noLineBefore, toLine } from './line.js';
import { type Head, type ReadLog, readLog } from './read-log.js';

const lines = sampleLines(sampleRest);
const whole = sampleLog(sampleRest);
const headAt = (seq: number): Head => ({ seq, sha256: hashOf(lines[seq - 1] ?? '') });
const head = headAt(lines.length);
const bytes = (...parts: readonly string[]): Buffer => Buffer.from(parts.join(''), 'latin1');
const log = (changed: readonly string[]): Buffer => bytes(...changed.map(line => `${line}\n`));

const linesOf = ({ whole: all, ends }: ReadLog): string[] =>
  ends.map((end, index) => all.toString('latin1', ends[index - 1] ?? 0, end - 1));

function refusal(input: Buffer, known: Head | null): CaseError {
  try {
    readLog(input, 'case.jsonl', known ?? undefined);
  } catch (error) {
    if (error instanceof CaseError) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('a log as it was written', () => {
  it('is read with every type of event', () => {
    const read = readLog(whole, 'case.jsonl', head);
    expect(read.events.map(event => event.type)).toEqual(['case-created', ...sampleRest.map(event => event.type)]);
    expect(read.events.map(event => event.seq)).toEqual(lines.map((_, index) => index + 1));
    expect(read).toMatchObject({ hash: head.sha256 });
    expect(linesOf(read)).toEqual(lines);
    expect(read.whole.equals(whole)).toBe(true);
    expect(read.torn).toHaveLength(0);
  });

  it('may be longer than its head, which a power cut leaves older', () => {
    for (const seq of [1, 5, lines.length - 1])
      expect(readLog(whole, 'f', headAt(seq)).events).toHaveLength(lines.length);
    expect(readLog(whole, 'f', undefined).events).toHaveLength(lines.length);
  });
});

describe('a log that is not', () => {
  const [first = '', second = '', third = ''] = lines;
  const other = sampleLines([sampleEvents['handed-over']], '2026-11-26T10:00:00.000Z');
  it.each<[string, Buffer, number, RegExp]>([
    ['empty', bytes(''), 1, /ends before this line/],
    ['a blank line', log([first, '', second]), 2, /is empty/],
    ['a blank line at the end', log([...lines, '']), lines.length + 1, /is empty/],
    ['a byte order mark', bytes('\u00ef\u00bb\u00bf', whole.toString('latin1')), 1, /byte order mark/],
    ['CR LF', bytes(lines.map(line => `${line}\r\n`).join('')), 1, /CR LF/],
    ['CR LF in one line', log([first, `${second}\r`, third]), 2, /CR LF/],
    ['invalid UTF-8', log([first, second.replace('sbs2000', '\u00ff\u00fe')]), 2, /never writes/],
    ['an accent as UTF-8', log([first.replace('sbs', '\u00c3\u00b1')]), 1, /never writes/],
    ['zero bytes', log([first, '\0'.repeat(200)]), 2, /zero bytes/],
    ['a huge line', log([first, 'x'.repeat(longestLine + 1)]), 2, /longer than 8 MiB/],
    ['no JSON', log([first, `${second}}`]), 2, /not an event/],
    ['a list', log([first, '[]']), 2, /not an event/],
    ['a line missing', log([first, third]), 2, /missing, repeated, swapped/],
    ['the first line missing', log([second, third]), 1, /missing, repeated, swapped/],
    ['two lines swapped', log([first, third, second]), 2, /missing, repeated, swapped/],
    ['a line twice', log([first, second, second]), 3, /missing, repeated, swapped/],
    ['a line of another case', log([first, other[1] ?? '', third]), 2, /do not fit together/],
    ['another log put after it', log([...lines, ...other]), lines.length + 1, /missing, repeated, swapped/],
    ['the end missing', log(lines.slice(0, 4)), 5, /ends before this line/],
    ['an end that breaks off, of what had been written', whole.subarray(0, -1), lines.length, /ends before this line/],
  ])('%s', (_, input, line, expected) => {
    const error = refusal(input, head);
    expect({ line: error.line, kind: error.kind }).toEqual({ line, kind: 'damaged' });
    expect(error.text.en).toMatch(expected);
    expect(error.text.en).toContain(`case.jsonl, line ${line}: `);
    expect(error.text.en).toContain('antesala verify');
    expect(error.text.es).toContain(`case.jsonl, línea ${line}: `);
  });

  it('is refused without a head, too, when it holds nothing', () => {
    expect(refusal(bytes(''), null).text.en).toContain('no event');
    expect(refusal(bytes('{"seq":1'), null).text.en).toContain('no event');
  });

  const chained = (...events: readonly object[]): Buffer => {
    const made: string[] = [];
    let prev = noLineBefore;
    for (const event of events) {
      const stamp = { seq: made.length + 1, at: '2026-11-25T10:00:00.000Z', actor: 'a@b', prev };
      made.push(toLine(stamp, event as CaseEvent));
      prev = hashOf(made.at(-1) ?? '');
    }
    return log(made);
  };
  const start = sampleEvents['case-created'];
  it.each<[string, Buffer, number, CaseError['kind'], RegExp]>([
    ['a start missing', chained({ type: 'handed-over' }), 1, 'damaged', /begins with the event/],
    ['two starts', chained(start, start), 2, 'damaged', /second “case-created”/],
    ['an unknown event', chained(start, { type: 'teleported', x: 1 }), 2, 'newer', /newer version.*“teleported”/],
    [
      'a newer format',
      chained({ ...start, schema: 'antesala.case/2' }),
      1,
      'newer',
      /newer version.*antesala\.case\/2/,
    ],
    ['another format', chained({ ...start, schema: 'acme/1' }), 1, 'damaged', /“schema”/],
    ['a field too many', chained(start, { type: 'handed-over', extra: 1 }), 2, 'damaged', /“extra”/],
    ['a field missing', chained(start, { type: 'step-started' }), 2, 'damaged', /“step”/],
    [
      'a field inside',
      chained(start, { ...sampleEvents.intent, found: { start: null } }),
      2,
      'damaged',
      /“found\.start”/,
    ],
    ['no type', chained(start, {}), 2, 'damaged', /“type”/],
  ])('%s', (_, input, line, kind, expected) => {
    const error = refusal(input, null);
    expect({ line: error.line, kind: error.kind }).toEqual({ line, kind });
    expect(error.text.en).toMatch(expected);
  });
});

describe('edited and cut off', () => {
  const lines = sampleLines(sampleRest.slice(0, 9));
  const whole = sampleLog(sampleRest.slice(0, 9));
  const headAt = (seq: number): Head => ({ seq, sha256: hashOf(lines[seq - 1] ?? '') });
  const head = headAt(lines.length);
  const lineAt = (offset: number): number => whole.subarray(0, offset).filter(byte => byte === 0x0a).length + 1;

  it('every byte changed to something else is refused, with its line', () => {
    for (let offset = 0; offset < whole.length; offset += 1) {
      for (const flip of [0x01, 0x20, 0x80]) {
        const edited = Buffer.from(whole);
        edited[offset] = (edited[offset] ?? 0) ^ flip;
        const error = refusal(edited, head);
        const line = lineAt(offset);
        // a line end taken away joins a line with the next; one put in cuts it in two
        expect(error.line, `byte ${offset} of line ${line}: ${error.text.en}`).toBe(line);
      }
    }
  });

  it('every byte taken out, and a byte put in anywhere, is refused with its line', () => {
    for (let offset = 0; offset < whole.length; offset += 1) {
      const without = Buffer.concat([whole.subarray(0, offset), whole.subarray(offset + 1)]);
      expect(refusal(without, head).line, `without byte ${offset}`).toBe(lineAt(offset));
      const more = Buffer.concat([whole.subarray(0, offset), Buffer.from('7'), whole.subarray(offset)]);
      expect(refusal(more, head).line, `with a byte before ${offset}`).toBe(lineAt(offset));
    }
  });

  it('cut off at every byte: what was written is missed; what was not yet is torn', () => {
    const acknowledged = 3;
    const end = lines.slice(0, acknowledged).join('\n').length + 1;
    for (let length = 0; length < whole.length; length += 1) {
      const cut = whole.subarray(0, length);
      expect(refusal(cut, head).line, `${length} bytes`).toBe(lineAt(length));
      if (length < end) expect(refusal(cut, headAt(acknowledged)).line).toBe(lineAt(length));
      else {
        const read = readLog(cut, 'f', headAt(acknowledged));
        expect(linesOf(read)).toEqual(lines.slice(0, lineAt(length) - 1));
        expect(Buffer.concat([read.whole, read.torn]).equals(cut)).toBe(true);
      }
    }
  });
});

describe('whatever the bytes', () => {
  it('says what is wrong, and takes nothing that was not written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(lines.length), (noise, after) => {
        const error = refusal(Buffer.concat([log(lines.slice(0, after)), noise, Buffer.from('\n')]), null);
        expect(error.line).toBeGreaterThan(after);
      }),
    );
  });

  it('any JSON in the right place of the chain is read or refused, never taken for something else', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...Object.keys(sampleEvents)), (body, type) => {
        const stamp = { seq: 2, at: '2026-11-25T10:00:00.000Z', actor: 'a@b', prev: hashOf(lines[0] ?? '') };
        const event = { ...(typeof body === 'object' && body !== null ? body : { body }), type } as CaseEvent;
        const input = log([lines[0] ?? '', toLine(stamp, event)]);
        if (type === 'handed-over' && Object.keys(event).length === 1) readLog(input, 'f', undefined);
        else expect(refusal(input, null).line).toBe(2);
      }),
    );
  });
});
