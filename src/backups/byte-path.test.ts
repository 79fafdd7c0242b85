import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asBytePath,
  bytePath,
  emptyPath,
  inside,
  isText,
  joined,
  lastName,
  pathBytes,
  pathOfText,
  shownPath,
} from './byte-path.js';

describe('paths of bytes', () => {
  it('keep every byte', () => {
    fc.assert(fc.property(fc.uint8Array(), bytes => Buffer.from(bytes).equals(pathBytes(bytePath(bytes)))));
  });

  it('tell names apart that are no text, also when shown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), fc.uint8Array({ maxLength: 6 }), (a, b) => {
        const [one, other] = [bytePath(a), bytePath(b)];
        // a name may hold the very characters that stand for a byte: only then can two names look alike
        if (one === other || shownPath(one).includes('\\x') || shownPath(other).includes('\\x')) return;
        expect(shownPath(one)).not.toBe(shownPath(other));
      }),
    );
  });

  it.each([
    ['Año/niño €.doc', 'Año/niño €.doc', true],
    [Buffer.from([0x61, 0xf1, 0x6f]), 'a\\xf1o', false],
    [Buffer.from([0xc3, 0xb1, 0xff, 0xe2, 0x82]), 'ñ\\xff\\xe2\\x82', false],
    [Buffer.from('\ufffd'), '\ufffd', true],
    [Buffer.from([0xef, 0xbf, 0xbd, 0xff]), '\ufffd\\xff', false],
  ])('%j is shown as %s', (given, shown, text) => {
    const path = typeof given === 'string' ? pathOfText(given) : bytePath(given);
    expect([shownPath(path), isText(path)]).toEqual([shown, text]);
  });

  it('keeps lone halves of surrogate pairs apart', () => {
    expect(pathBytes(pathOfText('a\ud800'))).toEqual(Buffer.from([0x61, 0xed, 0xa0, 0x80]));
    expect(pathOfText('\ud800')).not.toBe(pathOfText('\ud801'));
    expect(pathOfText('\u{1f600}')).toBe(bytePath(Buffer.from('\u{1f600}')));
  });

  it.each([
    ['a/b', 'a', 'b'],
    ['a', 'a', ''],
    ['ab', 'a', undefined],
    ['a/b', '', 'a/b'],
    ['/srv/x', '/', 'srv/x'],
    ['/srv/x', '/srv', 'x'],
    ['b/a', 'a', undefined],
  ])('%j inside %j is %j', (path, folder, expected) =>
    expect(inside(asBytePath(path), asBytePath(folder))).toBe(expected),
  );

  it('joins and takes the last name', () => {
    expect(joined(emptyPath, asBytePath('b'))).toBe('b');
    expect(joined(asBytePath('a'), emptyPath)).toBe('a');
    expect(joined(asBytePath('/'), asBytePath('b'))).toBe('/b');
    expect(joined(asBytePath('a'), asBytePath('b'))).toBe('a/b');
    expect([lastName(asBytePath('a/b')), lastName(asBytePath('b'))]).toEqual(['b', 'b']);
  });
});
