import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { same } from '../i18n/text.js';
import { programEnd } from './program-end.js';

const missing = same('install it');
const end = (line: string, most = 100) => programEnd(spawn('sh', ['-c', line]), most, missing);

describe('the end of a program', () => {
  it.each([
    ['its exit code and words', 'echo no space >&2; exit 3', 100, { code: 3, said: 'no space\n' }],
    ['the last of its words', 'echo first >&2; echo last >&2', 5, { code: 0, said: 'last\n' }],
    ['no exit code when a signal ended it', 'kill -9 $$', 100, { code: null, said: '' }],
  ])('tells %s', async (_, line, most, expected) => expect(await end(line, most)).toEqual(expected));

  it('says what to do when there is none', () =>
    expect(programEnd(spawn('/nowhere/program'), 100, missing)).rejects.toMatchObject({ text: missing }));
});
