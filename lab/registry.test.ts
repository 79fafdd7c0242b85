import { describe, expect, it } from 'vitest';
import { regFile } from './registry.js';

const body = (tree: Parameters<typeof regFile>[0]) => regFile(tree).toString('utf16le').split('\r\n').slice(2);

describe('regFile', () => {
  it('starts with a byte order mark and the header regedit asks for', () => {
    const file = regFile({});
    expect([file[0], file[1]]).toEqual([0xff, 0xfe]);
    expect(file.toString('utf16le')).toBe('\uFEFFWindows Registry Editor Version 5.00\r\n');
  });

  it('writes every kind of value', () => {
    expect(
      body({
        'HKLM\\SOFTWARE\\Año': {
          '': 'por omisión',
          Path: 'C:\\Archivos "de" programa',
          Number: 1,
          Negative: -1,
          List: ['a', 'ñ'],
          Empty: [],
          Expand: { expand: '%X%' },
          Raw: { binary: Buffer.from([0, 255]) },
        },
      }),
    ).toEqual([
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Año]',
      '@="por omisión"',
      '"Path"="C:\\\\Archivos \\"de\\" programa"',
      '"Number"=dword:00000001',
      '"Negative"=dword:ffffffff',
      '"List"=hex(7):61,00,00,00,f1,00,00,00,00,00',
      '"Empty"=hex(7):00,00',
      '"Expand"=hex(2):25,00,58,00,25,00,00,00',
      '"Raw"=hex:00,ff',
      '',
    ]);
  });

  it('deletes a value', () => {
    expect(body({ 'HKCU\\Software\\Wine': { Version: null } })).toEqual([
      '[HKEY_CURRENT_USER\\Software\\Wine]',
      '"Version"=-',
      '',
    ]);
  });

  it('deletes a key', () => {
    expect(body({ 'HKCU\\Software\\Wine\\Version': null })).toEqual([
      '[-HKEY_CURRENT_USER\\Software\\Wine\\Version]',
      '',
    ]);
  });

  it('refuses a key without a known root', () => {
    expect(() => regFile({ 'SOFTWARE\\X': {} })).toThrow('SOFTWARE\\X');
  });
});
