import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../model/answer.js';
import { denied, text, timedOut, unsupported } from '../../testing/windows-answers.js';
import { blank, fieldsOf, isoOf, linesOfFiles, partsOf, textOf, unquoted, whyNot, wholeNumber } from './answers.js';

describe('answers of Linux servers', () => {
  const reasons: readonly [Answer, string, string][] = [
    [denied, 'as root', 'como root'],
    [timedOut, 'in time', 'a tiempo'],
    [unsupported, 'this executor cannot ask that', 'no dio respuesta'],
    [{ state: 'ok', ms: 1, rows: [] }, 'report this', 'comuníquelo'],
  ];
  it.each(reasons)('why there is none: %j', (answer, en, es) => {
    expect(textOf(answer)).toBeUndefined();
    expect(whyNot(answer).why.en).toContain(en);
    expect(whyNot(answer).why.es).toContain(es);
  });

  it('parts, fields, quotes, numbers and times', () => {
    expect([...partsOf('noise\n::a\n1\n\n2\n::b\n')]).toEqual([
      ['a', ['1', '2']],
      ['b', []],
    ]);
    expect([...fieldsOf(['A = 1', 'A=2', 'none', '=x'], '=')]).toEqual([['A', '1']]);
    expect([unquoted('"a b"'), unquoted("'x'"), unquoted(' y '), unquoted('"z')]).toEqual(['a b', 'x', 'y', '"z']);
    expect([wholeNumber('12'), wholeNumber('-'), wholeNumber('1.5'), wholeNumber(undefined)]).toEqual([
      12,
      undefined,
      undefined,
      undefined,
    ]);
    expect([isoOf(0), isoOf(1e15), isoOf(undefined)]).toEqual(['1970-01-01T00:00:00.000Z', undefined, undefined]);
    expect(textOf(text('x'))).toBe('x');
  });

  it.skipIf(process.platform === 'win32')('lines of many files in one process (needs a POSIX shell)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'antesala-lines-'));
    try {
      mkdirSync(join(folder, 'c.conf'));
      writeFileSync(join(folder, 'a.conf'), '# one\n Port = 1\nport=2\n\nlast without an end');
      writeFileSync(join(folder, 'b.conf'), 'PORT\t= 3\n\\t& "x" %s\n');
      const command = linesOfFiles(
        { part: 'all', files: `+first ${folder}/*.conf ${folder}/missing` },
        { part: 'port', files: `${folder}/*.conf`, like: `^${blank}*port${blank}*=`, how: 'Hi' },
        { part: 'but', files: `${folder}/a.conf`, like: `^(#|$|${blank})`, how: 'v' },
        { files: `${folder}/[ab].conf`, like: '[a-z]', how: '1' },
        { part: 'none', files: `${folder}/*.none` },
      );
      const done = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
      expect(done.stderr).toBe('');
      expect([...partsOf(done.stdout)]).toEqual([
        ['all', ['first', '# one', ' Port = 1', 'port=2', 'last without an end', 'PORT\t= 3', '\\t& "x" %s']],
        ['port', [`${folder}/a.conf: Port = 1`, `${folder}/a.conf:port=2`, `${folder}/b.conf:PORT\t= 3`]],
        ['but', ['port=2', 'last without an end', '# one', '\\t& "x" %s']],
        ['none', []],
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
