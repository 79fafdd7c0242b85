import { describe, expect, it } from 'vitest';
import { pathOfText } from '../byte-path.js';
import { deviceName, directoryPath, nameOf } from './names.js';

describe('names in a .bkf', () => {
  it.each([
    ['\0', ''],
    ['WINDOWS\0NTDS\0', 'WINDOWS/NTDS'],
    ['Año 2009\0', 'Año 2009'],
    ['a\0..\0b\0', 'a/\u2024\u2024/b'],
  ])('the folder %j', (text, expected) => expect(directoryPath(text)).toBe(pathOfText(expected)));

  it.each([
    ['a.txt', 'a.txt'],
    ['a.txt\0', 'a.txt'],
    ['../x', '..\u2215x'],
    ['..', '\u2024\u2024'],
    ['.', '\u2024'],
    ['...', '...'],
  ])('the file %j', (text, expected) => expect(nameOf(text)).toBe(pathOfText(expected)));

  it.each([
    ['C:', 'C:'],
    ['C:\\', 'C:'],
    ['\\\\SERVIDOR\\datos', 'SERVIDOR/datos'],
    ['\\\\?\\C:', 'C:'],
    ['System State', 'System State'],
  ])('the device %j', (text, expected) => expect(deviceName(text)).toBe(pathOfText(expected)));
});
