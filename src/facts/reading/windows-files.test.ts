import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absent, registry, rows } from '../../testing/windows-answers.js';
import { fileAt, foldersOf, isMicrosoft, makerOf, programFilesOf, programOf } from './windows-files.js';

const folders = foldersOf(
  registry('HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', { '': { SystemRoot: 'C:\\WINNT\\' } }),
  registry('HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion', {
    '': { ProgramFilesDir: 'C:\\Archivos de programa', CommonFilesDir: '%ProgramFiles%\\Common' },
  }),
);
const files = programFilesOf(
  rows(
    { path: 'C:\\winnt\\SYSTEM32\\a.exe', exists: true, company: 'Maker', version: '1.2' },
    { path: 'C:\\Archivos.exe', exists: false, company: 'Nobody' },
    { path: 'C:\\Archivos de programa\\B C\\b.exe', exists: -1, company: '' },
    { path: 'D:\\herramienta.exe', exists: 'True' },
    { exists: true },
  ),
  folders,
);

describe('folders', () => {
  it('are those the host says, a value that is itself a variable left out', () => {
    expect([...folders.variables]).toEqual([
      ['systemroot', 'C:\\WINNT'],
      ['windir', 'C:\\WINNT'],
      ['systemdrive', 'C:'],
      ['programfiles', 'C:\\Archivos de programa'],
    ]);
    expect(foldersOf(absent, absent).variables.size).toBe(0);
  });
});

describe('program files', () => {
  it('are those that exist, whatever way their path is written', () => {
    expect(files.size).toBe(3);
    expect(fileAt('\\SystemRoot\\system32\\A.EXE', files, folders)?.version).toBe('1.2');
    expect(programFilesOf(absent, folders).size).toBe(0);
  });

  it.each([
    ['%SystemRoot%\\system32\\a -k x', 'C:\\WINNT\\system32\\a.exe'],
    ['C:\\Archivos de programa\\B C\\b.exe /x', 'C:\\Archivos de programa\\B C\\b.exe'],
    ['%ProgramFiles%\\B C\\b', 'C:\\Archivos de programa\\B C\\b.exe'],
    ['D:\\herramienta', 'D:\\herramienta.exe'],
  ])('are found by the command line %s', (line, path) => {
    const program = programOf(line, files, folders);
    expect(program?.path).toBe(path);
    expect(program?.file).toBeDefined();
  });

  it('are guessed, without a file, where none exists', () => {
    expect(programOf('E:\\x y\\z.exe -a', files, folders)).toEqual({ path: 'E:\\x y\\z.exe', file: undefined });
    expect(programOf(' ', files, folders)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), line => {
        const named = line.trim() !== '' && !line.trim().startsWith('"');
        expect(programOf(line, files, folders) !== undefined || !named).toBe(true);
      }),
    );
  });
});

describe('makers', () => {
  it('are unknown without a company', () => {
    expect(makerOf(undefined).kind).toBe('unknown');
    expect(makerOf(fileAt('C:\\Archivos de programa\\B C\\b.exe', files, folders)).kind).toBe('unknown');
    expect(makerOf(fileAt('C:\\WINNT\\system32\\a.exe', files, folders))).toEqual({
      kind: 'other',
      name: 'Maker',
      how: 'version-resource',
    });
  });

  it('are Microsoft only by its own name', () => {
    expect(['Microsoft Corporation', '© Microsoft Corporation', 'Microsoft(R) Corp.'].every(isMicrosoft)).toBe(true);
    expect(['Contoso', 'Not Microsoft Corporation', 'MicrosoftX', ''].some(isMicrosoft)).toBe(false);
    fc.assert(fc.property(fc.string(), name => !isMicrosoft(`x${name}`)));
  });
});
