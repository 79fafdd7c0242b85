import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRegistryExport } from './registry-export.js';

const five = 'Windows Registry Editor Version 5.00\r\n\r\n';
const hex = (text: string) => [...Buffer.from(text, 'utf16le')].map(b => b.toString(16).padStart(2, '0')).join(',');

describe('readRegistryExport', () => {
  it.each([
    ['"A"="ñ€"', { A: { type: 'sz', value: 'ñ€' } }],
    ['@="x"', { '': { type: 'sz', value: 'x' } }],
    ['"A"="C:\\\\dir \\"q\\""', { A: { type: 'sz', value: 'C:\\dir "q"' } }],
    ['"A=\\"B\\""="x"', { 'A="B"': { type: 'sz', value: 'x' } }],
    ['"A"="one\r\ntwo"\r\n"B"="x"', { A: { type: 'sz', value: 'one\r\ntwo' }, B: { type: 'sz', value: 'x' } }],
    ['"A"=dword:000000ff', { A: { type: 'dword', value: 255 } }],
    ['"A"=dword:ffffffff', { A: { type: 'dword', value: 4294967295 } }],
    ['"A"=hex:01,ff', { A: { type: 'binary', value: '01ff' } }],
    ['"A"=hex:', { A: { type: 'binary', value: '' } }],
    ['"A"=hex:01,02,\\\r\n  03,04,\\\r\n  05', { A: { type: 'binary', value: '0102030405' } }],
    [`"A"=hex(2):${hex('%windir%\\x\0')}`, { A: { type: 'expand', value: '%windir%\\x' } }],
    [`"A"=hex(7):${hex('ñ\0b\0\0')}`, { A: { type: 'multi', value: ['ñ', 'b'] } }],
    [`"A"=hex(7):${hex('a')}`, { A: { type: 'multi', value: ['a'] } }],
    ['"A"=hex(7):00,00', { A: { type: 'multi', value: [] } }],
    ['"A"=hex(b):ff,ff,ff,ff,ff,ff,ff,ff', { A: { type: 'qword', value: '18446744073709551615' } }],
    ['"A"=hex(4):01,00,00,00', { A: { type: 'dword', value: 1 } }],
    ['"A"=hex(4):01', { A: { type: 'binary', value: '01' } }],
    ['"A"=hex(5):00,00,00,01', { A: { type: 'dword', value: 1 } }],
    [`"A"=hex(1):${hex('x\0')}`, { A: { type: 'sz', value: 'x' } }],
    ['"A"=hex(0):', { A: { type: 'none', value: '' } }],
    ['"A"=hex(8):01', { A: { type: 'binary', value: '01' } }],
    ['"A"=-\r\n; note\r\nnonsense\r\n"B"', {}],
    ['"__proto__"="x"', JSON.parse('{"__proto__":{"type":"sz","value":"x"}}')],
  ])('%j', (lines, expected) => {
    const keys = readRegistryExport(`${five}[HKEY_LOCAL_MACHINE\\SOFTWARE\\X]\r\n${lines}\r\n\r\n`);
    expect(JSON.stringify(keys)).toBe(JSON.stringify({ 'HKLM\\SOFTWARE\\X': expected }));
  });

  it('reads REGEDIT4 in its code page', () =>
    expect(
      readRegistryExport(
        'REGEDIT4\n\n[HKEY_USERS\\.DEFAULT]\n"A"=hex(2):25,61,25,5c,f1,00\n"B"=hex(7):e1,00,62,00,00\n',
        { ansi: 1252 },
      ),
    ).toEqual({
      'HKU\\.DEFAULT': { A: { type: 'expand', value: '%a%\\ñ' }, B: { type: 'multi', value: ['á', 'b'] } },
    }));

  it('keeps to the depth and the values asked for', () => {
    const text = `\ufeff${five}${['', '\\A', '\\A\\B', '\\C]D', 'Y'].map(sub => `[HKEY_LOCAL_MACHINE\\X${sub}]\r\n"One"="1"\r\n"Two"="2"\r\n\r\n`).join('')}[-HKEY_LOCAL_MACHINE\\X\\Gone]\r\n"One"="9"\r\n`;
    const keys = (scope: object) =>
      Object.entries(readRegistryExport(text, scope)).map(([key, values]) => `${key}: ${Object.keys(values).join()}`);
    expect(keys({ key: 'hklm\\x', depth: 0 })).toEqual(['HKLM\\X: One,Two']);
    expect(keys({ key: 'HKLM\\X', depth: 1, values: ['one'] })).toEqual([
      'HKLM\\X: One',
      'HKLM\\X\\A: One',
      'HKLM\\X\\C]D: One',
    ]);
    expect(keys({ key: 'HKLM\\X' })).toHaveLength(4);
    expect(keys({})).toHaveLength(5);
    expect(keys({ key: 'HKLM\\Z' })).toEqual([]);
  });

  const pieces = fc.constantFrom(
    '[',
    ']',
    '"',
    '=',
    '\\',
    '\r\n',
    'hex',
    '(2)',
    ':',
    ',',
    'a0',
    'dword:',
    '@',
    'HKEY_USERS',
    five,
  );
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map(parts => five + parts.join('')),
        ),
        text => {
          expect(typeof readRegistryExport(text)).toBe('object');
        },
      ),
      { numRuns: 1000 },
    );
  });
});
