import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparablePath,
  expandPath,
  foldersNamed,
  hasProgramEnding,
  likelyProgram,
  noFolders,
  programCandidates,
} from './windows-paths.js';

const winnt = foldersNamed(
  new Map([
    ['systemroot', 'C:\\WINNT'],
    ['windir', 'C:\\WINNT'],
    ['programfiles', 'C:\\Archivos de programa'],
  ]),
);

describe('the program in a command line', () => {
  const table: readonly [string, readonly string[], string | undefined][] = [
    ['C:\\WINNT\\System32\\services.exe', ['C:\\WINNT\\System32\\services.exe'], 'C:\\WINNT\\System32\\services.exe'],
    ['"C:\\Program Files\\A B\\x.exe" -k "y z"', ['C:\\Program Files\\A B\\x.exe'], 'C:\\Program Files\\A B\\x.exe'],
    [
      'C:\\Archivos de programa\\Copias\\agente.exe /servicio',
      [
        'C:\\Archivos',
        'C:\\Archivos de',
        'C:\\Archivos de programa\\Copias\\agente.exe',
        'C:\\Archivos de programa\\Copias\\agente.exe /servicio',
      ],
      'C:\\Archivos de programa\\Copias\\agente.exe',
    ],
    [
      '%SystemRoot%\\system32\\svchost -k netsvcs',
      [
        '%SystemRoot%\\system32\\svchost',
        '%SystemRoot%\\system32\\svchost -k',
        '%SystemRoot%\\system32\\svchost -k netsvcs',
      ],
      '%SystemRoot%\\system32\\svchost',
    ],
    ['"C:\\never closed.exe', ['C:\\never closed.exe'], 'C:\\never closed.exe'],
    ['""', [], undefined],
    ['   ', [], undefined],
    ['', [], undefined],
    ['a  b.exe', ['a', 'a ', 'a  b.exe'], 'a  b.exe'],
  ];
  it.each(table)('%s', (line, candidates, likely) => {
    expect(programCandidates(line)).toEqual(candidates);
    expect(likelyProgram(line)).toBe(likely);
  });

  it('gives beginnings of the line only, few of them, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), line => {
        const candidates = programCandidates(line);
        expect(candidates.length).toBeLessThanOrEqual(41);
        for (const candidate of candidates) expect(line).toContain(candidate);
        expect(line.trim() === '' ? likelyProgram(line) : true).toBe(line.trim() === '' ? undefined : true);
      }),
    );
  });

  it('finds the program it was made of', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9áñ_.-]{1,8}$/);
    const path = fc.array(fc.array(part, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(path, fc.array(part, { maxLength: 3 }), (folders, args) => {
        const program = `C:\\${folders.map(words => words.join(' ')).join('\\')}.exe`;
        expect(programCandidates([program, ...args].join(' '))).toContain(program);
        expect(programCandidates([`"${program}"`, ...args].join(' '))).toEqual([program]);
      }),
    );
  });

  it('stays fast on a line of blanks only a hostile host writes', () => {
    expect(programCandidates(`a${' b'.repeat(500_000)}`).length).toBe(40);
  });
});

describe('paths', () => {
  const table: readonly [string, string, string][] = [
    [
      '\\SystemRoot\\System32\\DRIVERS\\x.sys',
      'C:\\WINNT\\System32\\DRIVERS\\x.sys',
      '%systemroot%\\system32\\drivers\\x.sys',
    ],
    ['System32\\Drivers\\x.sys', 'C:\\WINNT\\System32\\Drivers\\x.sys', '%systemroot%\\system32\\drivers\\x.sys'],
    ['\\??\\C:\\Tools\\y.sys', 'C:\\Tools\\y.sys', 'c:\\tools\\y.sys'],
    ['\\\\?\\C:\\Tools\\y.sys', 'C:\\Tools\\y.sys', 'c:\\tools\\y.sys'],
    ['%windir%\\z.exe', 'C:\\WINNT\\z.exe', '%systemroot%\\z.exe'],
    ['C:/WINNT/z.exe', 'C:\\WINNT\\z.exe', '%systemroot%\\z.exe'],
    ['"%ProgramFiles%\\b.exe"', 'C:\\Archivos de programa\\b.exe', 'c:\\archivos de programa\\b.exe'],
    ['%Unknown%\\b.exe', '%Unknown%\\b.exe', '%unknown%\\b.exe'],
    ['C:\\WINNTX\\b.exe', 'C:\\WINNTX\\b.exe', 'c:\\winntx\\b.exe'],
    ['100%sure%100.exe', '100%sure%100.exe', '100%sure%100.exe'],
  ];
  it.each(table)('%s', (path, expanded, comparable) => {
    expect(expandPath(path, winnt)).toBe(expanded);
    expect(comparablePath(path, winnt)).toBe(comparable);
  });

  it('leaves variables where the host did not say its folders', () => {
    expect(expandPath('\\SystemRoot\\x.sys', noFolders)).toBe('%SystemRoot%\\x.sys');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(comparablePath(text, winnt)).toBe(comparablePath(text, winnt).toLowerCase());
      }),
    );
    expect(hasProgramEnding('C:\\x.EXE')).toBe(true);
    expect(hasProgramEnding('C:\\x.exe2')).toBe(false);
  });
});
