import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../model/input-error.js';
import { type Recording, recordingSchema } from '../../model/recording.js';
import { recordingShape } from '../../model/schemas.js';
import { textOf } from './file.js';
import { readRecording, writeRecording } from './recording-text.js';

const recording: Recording = {
  schema: recordingSchema,
  host: 'ssh://root@servidor',
  computer: 'SERVIDOR',
  platform: 'linux',
  executor: 'sh',
  elevated: true,
  gatheredAt: '2026-11-24T09:00:00.000Z',
  hostClock: '2026-11-24T09:00:02.000Z',
  answers: {
    'os-release': { state: 'ok', ms: 3, text: 'NAME="Debian ñ €"\n', exit: 0 },
    rows: { state: 'ok', ms: 1, rows: [{ Name: 'a', Size: '1', Flag: true, None: null, List: ['x', 'y'] }] },
    keys: {
      state: 'ok',
      ms: 1,
      keys: {
        'HKLM\\X': {
          '': { type: 'sz', value: 'd' },
          n: { type: 'dword', value: 4 },
          m: { type: 'multi', value: ['a'] },
        },
      },
    },
    none: { state: 'denied', ms: 0, why: 'access denied' },
  },
};
const text = writeRecording(recording);

describe('recording text', () => {
  it('reads back what was written, to the same bytes', () => {
    const read = readRecording(text, 'r.json');
    expect(read).toEqual(recording);
    expect(writeRecording(read)).toBe(text);
    expect(recordingShape.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([]);
  });

  it('is refused when truncated at any byte, also within a character', () => {
    const bytes = Buffer.from(text);
    expect(bytes.length).toBeGreaterThan(text.length);
    // without its last line end it is whole
    expect(readRecording(textOf(bytes.subarray(0, -1), 'r.json'), 'r.json')).toEqual(recording);
    for (let end = 0; end < bytes.length - 1; end += 1) {
      const cut = bytes.subarray(0, end);
      expect(() => readRecording(textOf(cut, 'r.json'), 'r.json'), `cut at ${end}`).toThrow(InputError);
    }
  });

  it.each([
    ['in a cell', deep => text.replace('"Size":"1"', `"Size":${deep}`), /“answers.rows”/],
    ['in a list of a cell', deep => text.replace('["x","y"]', `["x",${deep}]`), /“answers.rows”/],
    ['in an exit code', deep => text.replace('"exit":0', `"exit":${deep}`), /“answers.os-release”/],
    ['in a registry value', deep => text.replace('"value":4', `"value":${deep}`), /“answers.keys”/],
    ['in a field nobody knows', deep => text.replace('{"schema"', `{"more":${deep},"schema"`), undefined],
  ] as [string, (deep: string) => string, RegExp | undefined][])(
    'nested deeply %s it does no harm',
    (_, make, expected) => {
      const given = make('['.repeat(100_000) + ']'.repeat(100_000));
      if (expected) expect(() => readRecording(given, 'r.json')).toThrow(expected);
      else expect(writeRecording(readRecording(given, 'r.json'))).toBe(text);
    },
  );

  it.each([
    ['no recording', '{"a":1}', /is not a recording/],
    ['an array', '[]', /is not a recording/],
    ['a number', '5', /is not a recording/],
    ['a future version', text.replace('recording/1', 'recording/2'), /another version/],
    ['another of our files', text.replace('antesala.recording/1', 'antesala.report/1'), /is not a recording/],
    ['nested a million deep', '['.repeat(1_000_000), /breaks off or is damaged/],
    ['a platform nobody has', text.replace('"linux"', '"beos"'), /“platform”/],
    ['a time that is none', text.replace('2026-11-24T09:00:00.000Z', 'yesterday'), /“gatheredAt”/],
    ['an answer without a reason', text.replace('"why":"access denied"', '"y":1'), /“answers.none”/],
    [
      'an answer of another shape',
      text.replace('"exit":0', '"exit":0').replace('"text":"NAME', '"txt":"NAME'),
      /“answers.os-release”/,
    ],
    ['a registry value of another shape', text.replace('"value":4', '"value":"4"'), /“answers.keys”/],
    ['answers that are a list', text.replace(/"answers":\{[\s\S]*\}\}/, '"answers":[]}'), /“answers”/],
  ])('%s is refused with what is wrong', (_, given, expected) =>
    expect(() => readRecording(given, 'r.json')).toThrow(expected),
  );

  it('__proto__ is an id like any other and changes nothing', () => {
    const given = text.replace('"none":', '"__proto__":');
    const read = readRecording(given, 'r.json');
    expect(Object.keys(read.answers)).toContain('__proto__');
    expect((read.answers as unknown as { state?: string }).state).toBeUndefined();
    expect(({} as { state?: string }).state).toBeUndefined();
  });

  it('any text is a recording or a clear sentence', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map(json => text.replace(/"rows":\[.*?\]/, `"rows":${json}`)),
        ),
        given => {
          try {
            readRecording(given, 'r.json');
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
    );
  });
});
