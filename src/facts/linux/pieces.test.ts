import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answeredInPerl, whyNoPerl } from '../../testing/perl.js';
import { partsOf } from './answers.js';
import { type Piece, asked, blank, both, linesOfFiles, listed, part, perlWord, where, whereFound } from './pieces.js';

const folder = mkdtempSync(join(tmpdir(), 'antesala-pieces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'c.conf'));
writeFileSync(join(folder, 'a.conf'), '# one\n Port = 1\nport=2\n\nlast without an end');
writeFileSync(join(folder, 'b.conf'), 'PORT\t= 3\n\\t& "x" %s\n');
writeFileSync(join(folder, '.hidden.conf'), 'no\n');
writeFileSync(join(folder, 'empty'), '');
symlinkSync(join(folder, 'gone'), join(folder, 'dangling.conf'));

const ways: Readonly<Record<string, (piece: Piece) => string>> = {
  sh: piece => {
    const done = spawnSync('sh', ['-c', asked(piece).line], { encoding: 'utf8' });
    expect(done.stderr).toBe('');
    return done.stdout;
  },
  perl: piece => {
    const { out, stderr } = answeredInPerl(asked(piece).perl);
    expect(stderr).toBe('');
    return out ?? 'died';
  },
};

describe.skipIf(process.platform === 'win32' || whyNoPerl)('pieces of questions (need a POSIX shell and perl)', () => {
  describe.each(Object.entries(ways))('in %s', (_, ask) => {
    it('lines of many files', () => {
      const text = ask(
        linesOfFiles(
          { part: 'all', files: `${folder}/*.conf ${folder}/missing` },
          { part: 'port', files: `${folder}/*.conf`, like: `^${blank}*port${blank}*=`, how: 'Hi' },
          { part: 'but', files: `${folder}/a.conf`, like: `^(#|$|${blank})`, how: 'v' },
          { files: `${folder}/[ab].conf`, like: '[a-z]', how: '1' },
          { part: 'none', files: `${folder}/*.none ${folder}/empty` },
        ),
      );
      expect([...partsOf(text)]).toEqual([
        ['all', ['# one', ' Port = 1', 'port=2', 'last without an end', 'PORT\t= 3', '\\t& "x" %s']],
        ['port', [`${folder}/a.conf: Port = 1`, `${folder}/a.conf:port=2`, `${folder}/b.conf:PORT\t= 3`]],
        ['but', ['port=2', 'last without an end', '# one', '\\t& "x" %s']],
        ['none', []],
      ]);
    });

    it('parts, and what exists in full and by name', () => {
      const piece = part('there', listed(`${folder}/*.conf ${folder}/gone`), listed(`${folder}/?.conf`, 'names'));
      expect(ask(piece)).toBe(
        `\n::there\n${['a', 'b', 'c'].map(name => `${folder}/${name}.conf\n`).join('')}a.conf\nb.conf\nc.conf\n`,
      );
    });

    it('what only sh does, where there is something to do', () => {
      const say = (paths: string) => where(paths, `[ ! -e ${paths} ] || echo "it's \\\\ there"`);
      expect(ask(say(`${folder}/empty`))).toBe("it's \\ there\n");
      expect(ask(say(`${folder}/gone`))).toBe('');
      expect(ask(whereFound('sh', 'echo yes'))).toBe('yes\n');
      expect(ask(whereFound('no-such-program-at-all', ':'))).toBe('');
    });

    it('what is told twice', () => expect(ask(both('echo 1', 'put("1\\n");'))).toBe('1\n'));
  });

  it('a pattern is read once, and only where a path has one', () => {
    expect(perlWord("it's a \\")).toBe("'it\\'s a \\\\'");
    expect(ways['perl']?.(where(`${folder}/no*`, 'echo no'))).toBe('');
  });
});
