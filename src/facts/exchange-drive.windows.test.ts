import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { type Data, absent, denied, registry } from '../testing/windows-answers.js';
import { exchangeDriveOnWindows } from './exchange-drive.windows.js';
import { exchangeFileSystem } from './questions/windows.js';
import { driveLetter, driveOf } from './reading/windows-drives.js';

const exifs = (parameters: Readonly<Record<string, Data>>) =>
  registry(exchangeFileSystem.key, { '': { Start: 2 }, Parameters: parameters });
const excluding = (values: Readonly<Record<string, Data>>) =>
  registry('HKLM\\SYSTEM\\CurrentControlSet\\Control\\BackupRestore\\FilesNotToBackup', { '': values });

describe('the Exchange drive', () => {
  const usual = excluding({ 'Memory Page File': ['\\Pagefile.sys'], 'Exchange IFS': ['M:\\* /s'] });
  const table: readonly [string, Answer, Answer, string | undefined, boolean | undefined][] = [
    ['mapped and left out of backups', exifs({ DriveLetter: 'M' }), usual, 'M:', true],
    ['with another letter', exifs({ driveletter: 'n:\\' }), excluding({ Ours: ['N:\\* /s'] }), 'N:', true],
    ['that backups would enter', exifs({ DriveLetter: 'M:' }), excluding({ Other: ['\\Pagefile.sys'] }), 'M:', false],
    ['without any list of exclusions', exifs({ DriveLetter: 'M' }), absent, 'M:', false],
    ['with a list that may not be read', exifs({ DriveLetter: 'M' }), denied, 'M:', undefined],
    ['hidden', exifs({ DriveLetter: '' }), usual, undefined, true],
    ['never mapped', exifs({}), excluding({}), undefined, false],
  ];
  it.each(table)('%s', (_name, fileSystem, excluded, letter, excludedFromBackup) => {
    expect(valueWith(exchangeDriveOnWindows, { fileSystem, excluded })).toEqual({
      installed: true,
      letter,
      excludedFromBackup,
    });
  });

  it('is not there without the service', () => {
    expect(valueWith(exchangeDriveOnWindows, { fileSystem: absent, excluded: usual }).installed).toBe(false);
  });

  it('is never taken for absent when the key may not be read', () => {
    expect(reasonWith(exchangeDriveOnWindows, { fileSystem: denied }).en).toContain('EXIFS could not be read');
  });
});

describe('drive letters', () => {
  it.each([
    ['M', 'M:'],
    ['m:', 'M:'],
    ['C:\\', 'C:'],
    ['', undefined],
    ['MM', undefined],
    ['1:', undefined],
  ])('%j', (text, letter) => expect(driveLetter(text)).toBe(letter));

  it('of paths', () =>
    expect([driveOf('d:\\x'), driveOf('\\\\srv\\x'), driveOf('')]).toEqual(['D:', undefined, undefined]));

  it('take any text', () => {
    fc.assert(fc.property(fc.string(), text => /^([A-Z]:|undefined)$/.test(String(driveLetter(text)))));
  });
});
