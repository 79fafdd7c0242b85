import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import type { Batch, Question } from '../model/question.js';
import { decodeAnswers, longestLine } from './decode.js';
import { recordingFrom } from './recording-from.js';

const header = {
  answers: 1,
  executor: 'wsh',
  engine: 'JScript 5.8',
  computer: 'SRV',
  elevated: true,
  clock: 1e9,
  oem: 850,
  ansi: 1252,
};
const line = (value: unknown, nonce = 'n1') => `@antesala:${nonce} ${JSON.stringify(value)}\n`;
const whole = (answers: readonly object[], head: object = header) =>
  [head, ...answers, { end: answers.length, ms: 5 }].map(value => line(value)).join('');
const batchOf = (...questions: Question[]): Batch => ({ questions, avoidDrives: [] });
const textOf = (answer?: Answer) => (answer?.state === 'ok' && 'text' in answer ? answer.text : undefined);
const command = (id: string): Question => ({ kind: 'command', id, line: 'x' });
const b64 = (...bytes: number[]) => ({ b64: Buffer.from(bytes).toString('base64') });

describe('one answer', () => {
  it.each<[string, object, Question, Answer]>([
    ['text', { state: 'ok', out: { text: 'ñ' }, exit: 3 }, command('q'), { state: 'ok', ms: 2, text: 'ñ', exit: 3 }],
    [
      'command in OEM',
      { state: 'ok', out: b64(0xa4), err: b64(0xa2) },
      command('q'),
      { state: 'ok', ms: 2, text: 'ñ', err: 'ó' },
    ],
    [
      'command in ANSI of OEM bytes',
      { state: 'ok', out: { ansi: '¤' } },
      command('q'),
      { state: 'ok', ms: 2, text: 'ñ' },
    ],
    [
      'command in UTF-16',
      { state: 'ok', out: b64(0x61, 0, 0xf1, 0) },
      { kind: 'command', id: 'q', line: 'x', encoding: 'utf16' },
      { state: 'ok', ms: 2, text: 'añ' },
    ],
    [
      'file',
      { state: 'ok', out: b64(0xc3, 0xb1) },
      { kind: 'file', id: 'q', path: 'x' },
      { state: 'ok', ms: 2, text: 'ñ' },
    ],
    [
      'file, the end of it',
      { state: 'ok', out: b64(0xb1, 0x61), cut: true },
      { kind: 'file', id: 'q', path: 'x', tail: true },
      { state: 'ok', ms: 2, cut: true, text: 'a' },
    ],
    [
      'file, its beginning',
      { state: 'ok', out: b64(0x61, 0xc3), cut: true },
      { kind: 'file', id: 'q', path: 'x' },
      { state: 'ok', ms: 2, cut: true, text: 'a' },
    ],
    [
      'rows',
      { state: 'ok', rows: [{ A: 'x', B: 1, C: null, D: ['y', true], E: { x: 1 } }] },
      command('q'),
      { state: 'ok', ms: 2, rows: [{ A: 'x', B: 1, C: null, D: ['y', true], E: null }] },
    ],
    [
      'keys',
      { state: 'ok', keys: { 'HKLM\\X': { A: { type: 'sz', value: 'y' }, B: { type: 'odd', value: 1 } } } },
      command('q'),
      { state: 'ok', ms: 2, keys: { 'HKLM\\X': { A: { type: 'sz', value: 'y' } } } },
    ],
    [
      'export',
      {
        state: 'ok',
        export:
          'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\X]\r\n"A"="y"\r\n[HKEY_LOCAL_MACHINE\\X\\Y]\r\n"A"="z"\r\n',
      },
      { kind: 'registry', id: 'q', key: 'HKLM\\X' },
      { state: 'ok', ms: 2, keys: { 'HKLM\\X': { A: { type: 'sz', value: 'y' } } } },
    ],
    [
      'export without the key',
      { state: 'ok', export: 'REGEDIT4\r\n' },
      { kind: 'registry', id: 'q', key: 'HKLM\\X' },
      { state: 'missing', ms: 2, why: 'HKLM\\X is not in the registry' },
    ],
    ['denied', { state: 'denied', why: 'no' }, command('q'), { state: 'denied', ms: 2, why: 'no' }],
    [
      'an unknown state',
      { state: 'maybe' },
      command('q'),
      { state: 'error', ms: 2, why: 'the answer could not be understood' },
    ],
    [
      'nothing in it',
      { state: 'ok' },
      command('q'),
      { state: 'error', ms: 2, why: 'the answer could not be understood' },
    ],
    [
      'text that is none',
      { state: 'ok', out: 7 },
      command('q'),
      { state: 'error', ms: 2, why: 'the text of the answer could not be understood' },
    ],
  ])('%s', (_name, wire, question, expected) => {
    const decoded = decodeAnswers(whole([{ id: 'q', ms: 2, ...wire }]), batchOf(question));
    expect(decoded.answers.get('q')).toEqual(expected);
    expect(decoded.complete).toBe(true);
  });
});

describe('the stream', () => {
  const two = [
    { id: 'a', ms: 1, state: 'ok', out: { text: 'A' } },
    { id: 'b', ms: 1, state: 'ok', out: { text: 'B' } },
  ];
  const asked = batchOf(command('a'), command('b'));
  it.each([
    ['plain', whole(two), true, 2, 0],
    ['with CRLF', whole(two).replaceAll('\n', '\r\n'), true, 2, 0],
    [
      'with a banner, a forged line and blank lines',
      `Welcome!\n\n${line({ id: 'a', state: 'ok' }, 'forged')}${whole(two)}bye\n`,
      true,
      2,
      3,
    ],
    ['behind an unfinished line', `motd> ${whole(two)}`, true, 2, 0],
    ['with a forged end among it', whole(two).replace('\n', `\n${line({ end: 0 }, 'forged')}`), true, 2, 1],
    ['without its end', whole(two).slice(0, -5), false, 2, 0],
    ['cut inside an answer', whole(two).slice(0, whole(two).indexOf('"B"')), false, 1, 0],
    ['with an answer twice', whole([...two, { id: 'a', ms: 9, state: 'timeout', why: '' }]), false, 2, 0],
    ['empty', '', false, 0, 0],
    ['only noise', 'sh: not found\n', false, 0, 1],
  ])('%s', (_name, stream, complete, answers, noise) => {
    const decoded = decodeAnswers(stream, asked);
    expect([decoded.complete, decoded.answers.size, decoded.noise]).toEqual([complete, answers, noise]);
    expect([undefined, 'A']).toContain(textOf(decoded.answers.get('a')));
  });

  it('is the same in UTF-16, as a shell may redirect it', () => {
    const decoded = decodeAnswers(Buffer.from(`\ufeff${whole(two)}`, 'utf16le'), asked);
    expect([decoded.complete, decoded.answers.size]).toEqual([true, 2]);
  });

  it('believes no other nonce when it knows the right one', () =>
    expect(decodeAnswers(whole(two), asked, 'n2')).toMatchObject({ header: undefined, complete: false }));

  it('takes __proto__ for an id like any other', () => {
    const decoded = decodeAnswers(whole([{ id: '__proto__', ms: 1, state: 'ok', out: { text: 'x' } }]));
    expect(decoded.answers.get('__proto__')).toEqual({ state: 'ok', ms: 1, text: 'x' });
  });

  it('refuses a line longer than any answer', () => {
    const start = Buffer.from(line(header) + '@antesala:n1 {"id":"a","ms":1,"state":"ok","out":{"text":"');
    const decoded = decodeAnswers(Buffer.concat([start, Buffer.alloc(longestLine, 0x41), Buffer.from('"}}\n')]), asked);
    expect([decoded.damaged, decoded.answers.size]).toEqual([1, 0]);
  });

  it('never throws, wherever it is cut and whatever is in it', () => {
    const stream = whole(two);
    for (let at = 0; at < stream.length - 1; at++)
      expect(decodeAnswers(stream.slice(0, at), asked).complete).toBe(false);
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.json().map(json => `@antesala:n1 ${json}`),
          ),
        ),
        lines => {
          const { answers } = decodeAnswers(line(header) + lines.join('\n'), asked);
          expect(answers).toBeInstanceOf(Map);
        },
      ),
    );
    fc.assert(fc.property(fc.uint8Array(), bytes => void decodeAnswers(Buffer.from(bytes))));
  });
});

describe('recordingFrom', () => {
  const gatheredAt = new Date('2026-01-02T03:04:05Z');
  const record = (stream: string, batch: Batch) =>
    recordingFrom(decodeAnswers(stream, batch), { host: 'local', batch, gatheredAt });

  it('masks secrets and tells which answers never came', () =>
    expect(
      record(
        line(header) + line({ id: 'a', ms: 1, state: 'ok', out: { text: 'TOKEN=abc' } }),
        batchOf(command('a'), command('b')),
      ),
    ).toEqual({
      schema: 'antesala.recording/1',
      host: 'local',
      computer: 'SRV',
      platform: 'windows',
      executor: 'wsh',
      elevated: true,
      gatheredAt: '2026-01-02T03:04:05.000Z',
      hostClock: '2001-09-09T01:46:40.000Z',
      answers: {
        a: { state: 'ok', ms: 1, text: 'TOKEN=‹masked›' },
        b: { state: 'error', ms: 0, why: 'the answers broke off before this one; gather again' },
      },
    }));

  it('takes a clock beyond dates for 1970', () =>
    expect(record(whole([], { ...header, clock: 1e300 }), batchOf()).hostClock).toBe('1970-01-01T00:00:00.000Z'));

  it('keeps answers of another version that nobody asked for now', () =>
    expect(
      Object.keys(
        record(whole([{ id: 'old', ms: 1, state: 'ok', out: { text: '' } }]), batchOf(command('new'))).answers,
      ),
    ).toEqual(['new', 'old']));

  it('is not made of nothing', () => expect(() => record('', batchOf())).toThrow(TypeError));
});
