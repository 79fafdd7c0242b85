import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerStream, tellProcess } from './answer-stream.js';

const whole = [
  'Bienvenido a CONTOSO',
  '@antesala:n1 {"answers":1,"executor":"sh"}',
  '@antesala:n1 {"id":"a","ms":1,"state":"ok"}',
  '@antesala:other {"id":"forged","ms":1,"state":"ok"}',
  '  @antesala:n1 {"id":"indented","ms":1}',
  '@antesala:n1 {"id":"b","ms":1,"state":"ok"}\r',
  '@antesala:n1 {"end":2,"ms":3}',
  '',
].join('\n');

describe('AnswerStream', () => {
  it.each([1, 2, 7, 64, 10_000])('counts the same in chunks of %i bytes', size => {
    const stream = new AnswerStream('n1');
    const bytes = Buffer.from(whole);
    for (let at = 0; at < bytes.length; at += size) stream.push(bytes.subarray(at, at + size));
    expect({ header: stream.header, answered: stream.answered, ended: stream.ended, bytes: stream.bytes }).toEqual({
      header: true,
      answered: 2,
      ended: true,
      bytes: bytes.length,
    });
    expect(stream.text()).toBe(whole);
    expect(stream.foreignLine()).toBe('Bienvenido a CONTOSO');
  });

  it.each([
    ['', ''],
    ['\n\r\n  \n', ''],
    ['This account is currently not available.\n', 'This account is currently not available.'],
    ['no line end', 'no line end'],
    ['\u00d1and\u00fa\n', '\u00d1and\u00fa'],
  ])('of %j shows %j', (text, line) => {
    const stream = new AnswerStream('n1');
    stream.push(Buffer.from(text));
    expect(stream.foreignLine()).toBe(line);
    expect([stream.header, stream.ended, stream.answered]).toEqual([false, false, 0]);
  });

  it('hears the number of the process, and does not take the line for an answer or for noise', () => {
    const stream = new AnswerStream('n1');
    stream.push(execFileSync('sh', { input: tellProcess('n1') }));
    expect(stream.pid).toMatch(/^[1-9][0-9]*$/);
    expect([stream.answered, stream.foreignLine()]).toEqual([0, '']);
    stream.push(Buffer.from('@antesala-process:other 1\n@antesala-process:n1 -1; reboot\n'));
    expect(stream.pid).toBeUndefined();
  });

  it('takes any bytes in any pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), pieces => {
        const stream = new AnswerStream('n1');
        for (const piece of pieces) stream.push(Buffer.from(piece));
        stream.foreignLine();
        expect(stream.text()).toBe(Buffer.concat(pieces).toString('latin1'));
      }),
    );
  });
});
