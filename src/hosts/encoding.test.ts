import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { TextEncodingName } from '../model/question.js';
import { bytesOfAnsi, decodeText } from './encoding.js';

const spain = { oem: 850, ansi: 1252 };
const bytes = (...values: number[]) => Buffer.from(values);

describe('decodeText', () => {
  it.each<[string, Buffer, TextEncodingName | undefined, string]>([
    ['UTF-8', Buffer.from('añ€😀'), undefined, 'añ€😀'],
    ['UTF-8 with a mark', Buffer.from('\ufeffañ'), 'oem', 'añ'],
    ['UTF-16 with a mark', Buffer.from('\ufeffañ', 'utf16le'), 'oem', 'añ'],
    ['UTF-16 BE with a mark', Buffer.from('\ufeffañ', 'utf16le').swap16(), undefined, 'añ'],
    ['UTF-16 without a mark, named', Buffer.from('ña', 'utf16le'), 'utf16', 'ña'],
    ['UTF-16 without a mark, found out', Buffer.from('hola año', 'utf16le'), undefined, 'hola año'],
    ['UTF-16 BE without a mark', Buffer.from('hola año', 'utf16le').swap16(), undefined, 'hola año'],
    ['UTF-16 of an odd length', Buffer.concat([Buffer.from('hola', 'utf16le'), bytes(0x41)]), 'utf16', 'hola'],
    ['OEM of Spain', bytes(0x47, 0x65, 0x73, 0x74, 0x6f, 0x72, 0xa1, 0x61, 0xa4, 0xd5), 'oem', 'Gestoríañı'],
    ['ANSI of Spain', bytes(0x61, 0xf1, 0x80), 'ansi', 'añ€'],
    ['what is no UTF-8 is ANSI', bytes(0x61, 0xf1, 0x20), undefined, 'añ '],
    ['no UTF-8 though said so', bytes(0x61, 0xff), 'utf8', 'a\ufffd'],
    ['empty', Buffer.alloc(0), undefined, ''],
  ])('%s', (_name, given, encoding, expected) => expect(decodeText(given, encoding, spain)).toBe(expected));

  it('leaves out the half of a character that a cut left', () => {
    const text = Buffer.from('añ');
    expect(decodeText(text.subarray(0, 2), undefined, {}, 'beginning')).toBe('a');
    expect(decodeText(Buffer.from('ña').subarray(1), undefined, {}, 'end')).toBe('a');
    expect(decodeText(Buffer.from('😀a').subarray(1), 'utf8', {}, 'end')).toBe('a');
  });

  it.each([
    [437, 'ñ'],
    [850, 'ñ'],
    [852, 'č'],
    [866, 'ж'],
    [932, '日'],
    [65001, 'ж'],
  ])('knows the OEM code page %d', (oem, char) => {
    const given = iconv.encode(char, oem === 65001 ? 'utf8' : `cp${oem}`);
    expect(decodeText(given, 'oem', { oem })).toBe(char);
  });

  it('takes 1252 for a code page nobody knows', () =>
    expect(decodeText(bytes(0xf1), 'ansi', { ansi: 99999 })).toBe('ñ'));

  it('never throws', () => {
    const encodings = fc.constantFrom<TextEncodingName | undefined>('utf8', 'utf16', 'oem', 'ansi', undefined);
    fc.assert(
      fc.property(fc.uint8Array(), encodings, fc.integer(), (given, encoding, page) => {
        expect(typeof decodeText(Buffer.from(given), encoding, { oem: page, ansi: page })).toBe('string');
      }),
    );
  });
});

describe('bytesOfAnsi', () => {
  it.each([1250, 1251, 1252, 1253, 1254, 1257])('gives back all bytes of code page %d', page => {
    const all = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    // Windows reads a byte that has no character as the control character of its number
    const read = [...all]
      .map(byte => iconv.decode(Buffer.from([byte]), `cp${page}`))
      .map((char, byte) => (char === '\ufffd' ? String.fromCharCode(byte) : char))
      .join('');
    expect(bytesOfAnsi(read, { ansi: page }).equals(all)).toBe(true);
  });

  it('encodes code pages of several bytes', () =>
    expect(bytesOfAnsi('日本', { ansi: 932 })).toEqual(iconv.encode('日本', 'cp932')));
});
