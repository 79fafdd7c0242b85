import { parse } from 'acorn';
import fc from 'fast-check';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Batch, Question } from '../../../model/question.js';
import { askingOrder, batchLiteral, wshExecutor } from './wsh.js';

const hostile = 'ñ€\u2028\u2029\0</script>"\'\\\r\n\u202e%PATH%😀';
const command = (id: string, more: object = {}): Question => ({ id, kind: 'command', line: 'ver', ...more });
const batch = (...questions: Question[]): Batch => ({ questions, avoidDrives: [{ key: 'HKLM\\A', value: hostile }] });

describe('the batch in the program', () => {
  it('carries every character, in ASCII that ES3 reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const literal = batchLiteral(batch(command(text, { line: text })), 'n1');
        expect(/[^\r\n\x20-\x7e]/.test(literal)).toBe(false);
        parse(`(${literal})`, { ecmaVersion: 3 });
        const read = runInContext(`(${literal})`, createContext({})) as { questions: { line: string }[] };
        expect(read.questions[0]?.line).toBe(text);
      }),
    );
  });

  it('fills in the defaults and leaves scripts for PowerShell at home', () => {
    const literal = batchLiteral(
      batch(command('a', { timeoutSeconds: 3 }), { id: 'p', kind: 'powershell', script: 'Get-X' }),
      'n1',
    );
    expect(runInContext(`(${literal})`, createContext({}))).toEqual({
      nonce: 'n1',
      avoidDrives: [{ key: 'HKLM\\A', value: hostile }],
      order: [0, 1],
      questions: [
        { id: 'a', index: 0, kind: 'command', line: 'ver', timeoutSeconds: 3, maxBytes: 1048576, alone: false },
        { id: 'p', index: 1, kind: 'powershell', timeoutSeconds: 20, maxBytes: 1048576, alone: false },
      ],
    });
  });

  it('asks for paths after what they come from, and what hangs some hosts last', () => {
    const from = { kind: 'file-info', from: [{ question: 'c', name: 'ImagePath' }] } as const;
    expect(
      askingOrder([command('a', { alone: true }), { id: 'b', ...from }, command('c'), { id: 'd', kind: 'file-info' }]),
    ).toEqual([2, 3, 1, 0]);
  });

  it('makes a whole program of ASCII', () => {
    const program = wshExecutor.program(batch(command('a', { line: hostile })), 'n1');
    expect(/[^\r\n\x20-\x7e]/.exec(program)).toBeNull();
    parse(program, { ecmaVersion: 3 });
    expect(program.endsWith(');\r\n')).toBe(true);
  });
});
