import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cmdText, powerShellArgument, powerShellLine, powerShellText, shWord } from './quote.js';

/** What people write and what would break out of a line. */
const texts = [
  'Muñoz & Cía: "cerramos" a las 20:00',
  '$(touch /tmp/x) `id` $HOME ${IFS}',
  "it's 100 % done; rm -rf / | more > file < file",
  '%PATH% %COMSPEC:~0,1% !VAR! ^& ^',
  'line one\nline two\r\n& shutdown',
  'ends with \\',
  '',
  '“typographic” ‘quotes’ ’',
];

describe('sh', () => {
  it.each(texts)('%j arrives as it is', text =>
    expect(execFileSync('sh', ['-c', `printf %s ${shWord(text)}`], { encoding: 'utf8' })).toBe(text),
  );

  it('anything arrives as it is, without NUL', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }), parts => {
        const line = `printf '%s\\0' ${parts.map(shWord).join(' ')}`;
        const out = execFileSync('sh', ['-c', line], { encoding: 'utf8' });
        expect(out.split('\0').slice(0, -1)).toEqual(parts.map(part => part.replaceAll('\0', '')));
      }),
      { numRuns: 30 },
    ));
});

describe('cmd.exe', () => {
  it.each([
    ['Muñoz & Cía: "cerramos"', `"Muñoz & Cía: 'cerramos'"`],
    ['al 100 % o 50%', '"al 100 por ciento o 50 por ciento"'],
    ['%PATH%', '"por ciento PATH por ciento"'],
    ['uno\r\ndos\n& shutdown', '"uno dos & shutdown"'],
    ['ends with \\', '"ends with \\ "'],
    ['^ ! $HOME `id`', '"^ ! $HOME `id`"'],
  ])('%j', (text, expected) => expect(cmdText(text, 'por ciento')).toBe(expected));

  it('holds nothing that ends the argument or is replaced', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const word = cmdText(text, 'percent');
        expect(word.slice(1, -1)).not.toMatch(/["%\0-\x1f]|\\$/);
        expect(word.startsWith('"') && word.endsWith('"')).toBe(true);
      }),
    ));
});

describe('PowerShell', () => {
  it.each([
    ["it's ‘so’", "'it''s ‘‘so’’'"],
    ['$(x) `n "y"', `'$(x) \`n "y"'`],
  ])('%j', (text, expected) => expect(powerShellText(text)).toBe(expected));

  it('gives a program no straight quotes and no backslash at the end', () =>
    expect(powerShellArgument('a "b" \\')).toBe("'a ”b” \\ '"));

  it('makes a line of plain characters that holds the script', () => {
    const line = powerShellLine("msg * 'ñ & % \"'");
    expect(line).toMatch(/^[A-Za-z0-9 .+/=-]+$/);
    expect(Buffer.from(line.split(' ').at(-1) ?? '', 'base64').toString('utf16le')).toBe("msg * 'ñ & % \"'");
  });
});
