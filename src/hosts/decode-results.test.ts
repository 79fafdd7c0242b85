import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instruction } from '../model/instruction.js';
import type { Resource } from '../model/resource.js';
import { ResultReader } from './decode-results.js';
import { longestLine } from './decode.js';

const header = { answers: 1, executor: 'sh', engine: 'e', computer: 'c', elevated: true, clock: 1 };
const line = (value: unknown, nonce = 'n1'): string => `@antesala:${nonce} ${JSON.stringify(value)}\n`;
const b64 = (text: string) => ({ b64: Buffer.from(text).toString('base64') });
const unit: Resource = { kind: 'unit', name: 'acme.service' };
const look = (resource: Resource = unit): Instruction => ({ kind: 'look', id: 'i', resource });
const set = (resource: Resource = unit): Instruction => ({ kind: 'set', id: 'i', resource, from: [], to: {} });
const run: Instruction = { kind: 'run', id: 'i', line: 'x' };
const keep: Instruction = { kind: 'keep-copy', id: 'i', caseId: 'c', offset: 0, text: '' };
const disarm: Instruction = { kind: 'disarm', id: 'i', deadManId: 'd' };
const on = { masked: false, enabled: true, active: true };
const value: Resource = { kind: 'registry-value', key: 'HKLM\\X', value: '' };
const command: Resource = { kind: 'command', name: 'x', look: '', set: {} };

const one = (instruction: Instruction, wire: object) => {
  const reader = new ResultReader([instruction], 'n1');
  reader.push(Buffer.from(line(header) + line({ id: 'i', ms: 3, ...wire }) + line({ end: 1, ms: 9 })));
  return { result: reader.results[0], whole: reader.whole };
};

describe('a result', () => {
  it.each<[string, Instruction, object, object]>([
    ['looked', look(), { did: 'looked', found: on }, { did: 'looked', found: on }],
    ['looked for what is not there', look(), { did: 'looked', found: 'absent' }, { did: 'looked', found: 'absent' }],
    [
      'a value as bytes',
      look(command),
      { did: 'looked', found: { value: b64('ñandú "x"') } },
      { did: 'looked', found: { value: 'ñandú "x"' } },
    ],
    [
      'a number of the registry',
      look(value),
      { did: 'looked', found: { present: true, type: 'dword', value: 4 } },
      { did: 'looked', found: { present: true, type: 'dword', value: 4 } },
    ],
    [
      'set',
      set(),
      { did: 'set', found: on, left: { ...on, active: false } },
      { did: 'set', found: on, left: { ...on, active: false } },
    ],
    [
      'failed, its words without secrets',
      set(),
      { did: 'failed', found: on, left: on, why: b64(' Job failed; TOKEN=abc\n') },
      { did: 'failed', found: on, left: on, why: 'Job failed; TOKEN=‹masked›' },
    ],
    ['vanished', set(), { did: 'failed', found: on, left: 'absent' }, { did: 'failed', found: on, left: 'absent' }],
    [
      'ran',
      run,
      { did: 'ran', exit: 3, out: b64('año TOKEN=abc\n'), err: b64('e'), cut: true },
      { did: 'ran', exit: 3, text: 'año TOKEN=‹masked›\n', err: 'e', cut: true },
    ],
    ['kept', keep, { did: 'kept', path: '/p', length: 7 }, { did: 'kept', path: '/p', length: 7 }],
    ['fired', disarm, { did: 'fired' }, { did: 'fired' }],
    [
      'not done',
      run,
      { did: 'not-done', state: 'denied', why: b64('no rights') },
      { did: 'not-done', state: 'denied', why: 'no rights' },
    ],
    [
      'not done, without a why',
      set(),
      { did: 'not-done', state: 'timeout' },
      { did: 'not-done', state: 'timeout', why: '' },
    ],
  ])('%s', (_name, instruction, wire, expected) =>
    expect(one(instruction, wire)).toEqual({ result: { id: 'i', ms: 3, ...expected }, whole: true }),
  );

  const wrong: [string, Instruction, object][] = [
    ['an unknown did', set(), { did: 'perhaps', found: on, left: on }],
    ['the did of another kind', set(), { did: 'looked', found: on, left: on }],
    ['no state', set(), { did: 'set', found: on }],
    ['a state of another kind', set(), { did: 'set', found: on, left: { value: 'x' } }],
    ['a field of another type', set(), { did: 'set', found: on, left: { ...on, active: 'yes' } }],
    ['a state that is empty', set(), { did: 'set', found: on, left: {} }],
    ['a state that is a list', set(), { did: 'set', found: on, left: [on] }],
    ['a field that is null', set(command), { did: 'set', found: { value: 'a' }, left: { value: null } }],
    ['a field of no kind', set(), { did: 'set', found: on, left: { ...on, constructor: true } }],
    ['no output', run, { did: 'ran', exit: 0 }],
    ['half an exit code', run, { did: 'ran', exit: 0.5, out: b64('') }],
    ['a negative length', keep, { did: 'kept', path: '/p', length: -1 }],
    ['no path', keep, { did: 'kept', length: 1 }],
    ['a did that is a number', disarm, { did: 1 }],
    ['a state of no answer', run, { did: 'not-done', state: 'ok', why: '' }],
  ];
  it.each(wrong)('that may have been done is none with %s', (_name, instruction, wire) =>
    expect(one(instruction, wire)).toEqual({ result: undefined, whole: false }),
  );

  it.each([
    { did: 'perhaps' },
    { did: 'set', found: on },
    { did: 'looked', found: { masked: 1 } },
    JSON.parse('{"did":"looked","found":{"__proto__":true}}') as object,
  ])('of a look that makes no sense is an error: %j', wire =>
    expect(one(look(), wire)).toEqual({
      result: { id: 'i', ms: 3, did: 'not-done', state: 'error', why: 'the result could not be understood' },
      whole: true,
    }),
  );

  it.each([-1, 'x', null, Number.POSITIVE_INFINITY])('took no time when that is %j', ms =>
    expect(one(disarm, { did: 'none', ms }).result?.ms).toBe(0),
  );
});

describe('the stream', () => {
  const two: Instruction[] = [
    { kind: 'disarm', id: 'a', deadManId: 'd' },
    { kind: 'disarm', id: '__proto__', deadManId: 'd' },
  ];
  const results = [
    { id: 'a', ms: 1, did: 'none' },
    { id: '__proto__', ms: 1, did: 'disarmed' },
  ];
  const whole = line(header) + results.map(result => line(result)).join('') + line({ end: 2, ms: 5 });
  it.each<[string, string, number, boolean]>([
    ['plain', whole, 2, true],
    ['with CRLF', whole.replaceAll('\n', '\r\n'), 2, true],
    ['behind a banner and an unfinished line', `Welcome\n\nmotd> ${whole}`, 2, true],
    ['with forged lines', line(results[1], 'forged') + whole.replace('\n', `\n${line({ end: 2 }, 'forged')}`), 2, true],
    ['with a result twice', whole.replace('\n', `\n${line({ id: 'a', ms: 9, did: 'fired' })}`), 2, true],
    ['with a result of something nobody told it', whole.replace('\n', `\n${line({ id: 'x', did: 'none' })}`), 2, true],
    ['with an end that counts wrong', whole.replace('"end":2', '"end":1'), 2, false],
    ['without its end', whole.slice(0, -6), 2, false],
    ['cut inside a result', whole.slice(0, whole.indexOf('disarmed')), 1, false],
    ['without a header', whole.slice(whole.indexOf('\n') + 1), 0, false],
    ['with a header that is none', whole.replace('"sh"', '"csh"'), 0, false],
    ['empty', '', 0, false],
  ])('%s', (_name, stream, count, complete) => {
    const reader = new ResultReader(two, 'n1');
    reader.push(Buffer.from(stream, 'latin1'));
    expect([reader.results.length, reader.whole]).toEqual([count, complete]);
  });

  it('tells results as they come, however the bytes are cut', () => {
    for (let size = 1; size < 90; size++) {
      const reader = new ResultReader(two, 'n1');
      const came: string[] = [];
      for (let at = 0; at < whole.length; at += size) {
        came.push(...reader.push(Buffer.from(whole.slice(at, at + size))).map(({ did }) => did));
      }
      expect([came, reader.whole]).toEqual([['none', 'disarmed'], true]);
    }
  });

  it('has the results in the order of the instructions', () => {
    const reader = new ResultReader(two, 'n1');
    reader.push(Buffer.from(line(header) + line(results[1]) + line(results[0])));
    expect(reader.results.map(({ id }) => id)).toEqual(['a', '__proto__']);
  });

  it('shows what came instead', () => {
    const reader = new ResultReader(two, 'n1');
    reader.push(Buffer.from('sh: not found'));
    expect(reader.noise).toBe('sh: not found');
  });

  it('does not keep a line longer than any result', () => {
    const reader = new ResultReader(two, 'n1');
    reader.push(Buffer.from(`${line(header)}@antesala:n1 {"id":"a","ms":1,"did":"none","x":"`));
    const part = Buffer.alloc(longestLine / 2, 0x41);
    for (let times = 0; times < 4; times++) reader.push(part);
    reader.push(Buffer.from(`"}\n${line(results[1])}`));
    expect(reader.results.map(({ id }) => id)).toEqual(['__proto__']);
  });

  it('never throws, and never takes for done what it does not understand', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json().map(json => `@antesala:n1 ${json}`),
      fc
        .record({
          id: fc.constant('i'),
          did: fc.constantFrom('set', 'looked', 'ran', 'not-done'),
          found: fc.anything(),
          left: fc.anything(),
        })
        .map(value => `@antesala:n1 ${JSON.stringify(value)}`),
    );
    fc.assert(
      fc.property(fc.array(anything), lines => {
        const reader = new ResultReader([set()], 'n1');
        reader.push(Buffer.from(line(header) + lines.join('\n')));
        for (const result of reader.results) {
          if (result.did !== 'set') continue;
          expect(
            Object.values(result.left).every(field => typeof field === 'boolean' || result.left === 'absent'),
          ).toBe(true);
        }
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), bytes => void new ResultReader(two, 'n1').push(Buffer.from(bytes))));
  });
});
