import { describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/text.js';
import { quoted, textOf, wrong } from './teller.js';

describe('a word as it is typed', () => {
  it.each([
    ['lab:sbs2000-es', 'lab:sbs2000-es'],
    ['Begoña Muñoz', '"Begoña Muñoz"'],
    ['single-sbs-limits/forest-root', 'single-sbs-limits/forest-root'],
    ['a & b', '"a & b"'],
    ['$HOME', "'$HOME'"],
    ["it's $1", "'it'\\''s $1'"],
    ['unit:srv\\x2ddatos', "'unit:srv\\x2ddatos'"],
    ['', '""'],
  ])('%s', (word, typed) => expect(quoted(word)).toBe(typed));
});

describe('a line that a command printed', () => {
  it.each([
    ['Begoña', Buffer.from('Begoña')],
    ['está así', Buffer.from('est\xa0 as\xa1', 'latin1')],
  ])('%s', (text, bytes) => expect(textOf(bytes)).toBe(text));
});

describe('a command that did not do what the story expects', () => {
  const told = { line: 'antesala decide x', output: 'NO-GO  3 reasons\nstand against it.\n', exit: 1 };
  it.each([
    ['nothing is wrong', { exit: 1, see: ['3 reasons stand against'] }, undefined],
    ['its exit code', { exit: 0 }, 'The story stops: “antesala decide x” ended with exit code 1, not 0.'],
    [
      'what it should have said',
      { exit: 1, see: ['reasons', say({ en: 'GO at once', es: 'ADELANTE' })] },
      'The story stops: “antesala decide x” did not say “GO at once”.',
    ],
  ])('%s', (_title, expected, problem) => expect(wrong(told, expected, 'en')).toBe(problem));
});
