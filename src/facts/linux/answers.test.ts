import { describe, expect, it } from 'vitest';
import type { Answer } from '../../model/answer.js';
import { denied, text, timedOut, unsupported } from '../../testing/windows-answers.js';
import { fieldsOf, isoOf, partsOf, textOf, unquoted, whyNot, wholeNumber } from './answers.js';

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
});
