import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderName } from './folder-name.js';

describe('folderName', () => {
  it.each([
    ['Gestoría Núñez', 'Gestoría Núñez'],
    ['Nu\u0301n\u0303ez', 'Núñez'],
    ['東京 サーバー', '東京 サーバー'],
    ['a/b\\c:d', 'a-b-c-d'],
    ['../../etc/passwd', 'etc-passwd'],
    ['  two   blanks ', 'two blanks'],
    ['sbs.', 'sbs'],
    ['.hidden', 'hidden'],
    ['-rf', 'rf'],
    ['a\u0000b\nc\u202ed', 'a-b-c-d'],
    ['NUL', 'case-NUL'],
    ['com1.old', 'case-com1.old'],
    ['LPT²', 'case-LPT²'],
    ['console', 'console'],
    ['a<b>c"d|e?f*g', 'a-b-c-d-e-f-g'],
    ['x'.repeat(500), 'x'.repeat(120)],
    ['ñ'.repeat(500), 'ñ'.repeat(60)],
  ])('%j becomes %j', (name, expected) => expect(folderName(name)).toBe(expected));

  it.each(['', ' ', '...', '/', '---', '\u200b', '🚀'])('%j names nothing', name => {
    expect(() => folderName(name)).toThrow('cannot name a case');
  });

  it('whatever the name, the folder is one, and any system takes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const name = folderName(`a${text}`);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[\s.-]|[\s.-]$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(125);
        expect(folderName(name)).toBe(name);
      }),
    );
  });
});
