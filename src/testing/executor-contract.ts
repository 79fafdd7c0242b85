import { describe, expect, it } from 'vitest';
import { type Decoded, decodeAnswers } from '../hosts/decode.js';
import type { Executor } from '../hosts/executor.js';
import { wireMark } from '../hosts/wire.js';
import type { Answer } from '../model/answer.js';
import type { Batch, CommandQuestion, FileQuestion, Question } from '../model/question.js';

/** Command lines that do the same in every shell of a host. */
export interface ShellLines {
  readonly hello: string;
  readonly both: string;
  readonly exit7: string;
  readonly nothing: string;
  readonly hang: string;
  readonly endless: string;
  readonly unknown: string;
  /** Prints its word, whatever is in it, and a line end. */
  print(text: string): string;
  /** Prints Spanish in the encoding that commands of this host have. */
  readonly spanish: string;
  /** Goes on in the background, its output open. */
  readonly background?: string;
}

export const posixLines: ShellLines = {
  hello: 'echo hello',
  both: 'echo out; echo problem >&2',
  exit7: 'exit 7',
  nothing: 'true',
  hang: 'sleep 61; echo late',
  endless: 'while :; do echo 0123456789; done',
  unknown: 'no-such-command-at-all',
  print: text => `printf '%s\\n' '${text.replaceAll("'", "'\\''")}'`,
  spanish: "echo 'ñandú €'",
  background: 'sleep 62 & echo started',
};

export const cmdLines: ShellLines = {
  hello: 'echo hello',
  both: 'echo out& echo problem>&2',
  exit7: 'exit 7',
  nothing: 'rem',
  hang: 'ping -n 62 127.0.0.1 >nul & echo late',
  endless: 'for /l %i in (1,0,2) do @echo 0123456789',
  unknown: 'no-such-command-at-all',
  print: text => `echo ${text.replaceAll(/[&|<>^()%"]/g, '^$&')}`,
  spanish: 'echo ñandú',
};

/** An executor, how to run its programs, and what it can. */
export interface ContractSubject {
  readonly executor: Executor;
  run(program: string): Promise<Buffer>;
  readonly lines: ShellLines;
  /** Puts a file on the host and tells its path there. */
  write(name: string, content: Buffer): string;
  /** A file on the host that the account may not read; left out where it may read everything. */
  readonly deniedFile?: string;
  /** Names of what the programs left on the host: files in temporary folders, processes. */
  leftovers?(): Promise<readonly string[]>;
  /** Windows Script Host reads a hung command's output only at its end and cannot tell what it said on standard error. */
  readonly can?: { readonly stderr?: boolean; readonly background?: boolean };
}

/** What every executor must do, whatever it runs on. */
export function executorContract(name: string, subject: ContractSubject): void {
  const { executor, lines, can = {} } = subject;
  const command = (id: string, line: string, more: Partial<CommandQuestion> = {}): Question => ({
    kind: 'command',
    id,
    line,
    ...more,
  });
  const file = (id: string, path: string, more: Partial<FileQuestion> = {}): Question => ({
    kind: 'file',
    id,
    path,
    ...more,
  });
  let count = 0;
  const ask = async (...questions: Question[]): Promise<Decoded> => {
    const batch: Batch = { questions, avoidDrives: [] };
    const nonce = `contract${count++}`;
    const program = executor.program(batch, nonce);
    expect(program).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    return decodeAnswers(await subject.run(program), batch, nonce);
  };
  const answerTo = async (question: Question): Promise<Answer | undefined> => {
    const decoded = await ask(question);
    expect(decoded.complete).toBe(true);
    return decoded.answers.get(question.id);
  };
  const trimmed = (answer: Answer | undefined): string | undefined =>
    answer?.state === 'ok' && 'text' in answer ? answer.text.trimEnd() : answer?.state;

  describe(`${name}: what every executor does`, () => {
    it('says who and where it is, answers in the order asked, and says when it is done', async () => {
      const before = Date.now() / 1000;
      const questions = ['c', 'a', 'b', 'd', 'f', 'e', 'g'].map(id => command(id, lines.print(id)));
      const decoded = await ask(...questions);
      expect(decoded.header).toMatchObject({ answers: 1, executor: executor.name });
      expect(decoded.header?.computer).not.toBe('');
      expect(decoded.header?.engine).not.toBe('');
      expect(Math.abs((decoded.header?.clock ?? 0) - before)).toBeLessThan(60);
      expect([...decoded.answers].map(([id, answer]) => `${id}=${trimmed(answer)}`).join(' ')).toBe(
        'c=c a=a b=b d=d f=f e=e g=g',
      );
      expect(decoded).toMatchObject({ complete: true, noise: 0, damaged: 0 });
    });

    it('answers nothing when nothing is asked', async () =>
      expect(await ask()).toMatchObject({ complete: true, answers: new Map() }));

    it('tells the exit code', async () =>
      expect(await answerTo(command('q', lines.exit7))).toMatchObject({ state: 'ok', exit: 7, text: '' }));

    it.skipIf(can.stderr === false)('keeps errors apart from output', async () => {
      const answer = await answerTo(command('q', lines.both));
      expect(trimmed(answer)).toBe('out');
      expect(answer).toMatchObject({ exit: 0, err: expect.stringMatching(/^problem\s*$/) });
    });

    it('knows an empty answer from none', async () =>
      expect(await answerTo(command('q', lines.nothing))).toMatchObject({ state: 'ok', text: '', exit: 0 }));

    it('lets a command that is not there fail', async () => {
      const answer = await answerTo(command('q', lines.unknown));
      expect(answer).toMatchObject({ state: 'ok', text: '' });
      expect(answer).not.toMatchObject({ exit: 0 });
    });

    it('keeps Spanish', async () => expect(trimmed(await answerTo(command('q', lines.spanish)))).toContain('ñandú'));

    it('loses only the command that hangs', async () => {
      const decoded = await ask(
        command('a', lines.hello),
        command('hung', lines.hang, { timeoutSeconds: 2 }),
        command('z', lines.hello),
      );
      expect(decoded.answers.get('hung')).toMatchObject({ state: 'timeout' });
      expect(decoded.answers.get('hung')?.ms).toBeGreaterThanOrEqual(1900);
      expect(decoded.answers.get('hung')?.ms).toBeLessThan(20_000);
      expect([trimmed(decoded.answers.get('a')), trimmed(decoded.answers.get('z')), decoded.complete]).toEqual([
        'hello',
        'hello',
        true,
      ]);
    });

    it('cuts output without end and says so', async () => {
      const answer = await answerTo(command('q', lines.endless, { maxBytes: 1000, timeoutSeconds: 5 }));
      expect(answer).toMatchObject({ state: 'ok', cut: true });
      expect(answer && 'text' in answer ? answer.text.length : 0).toBeGreaterThan(990);
      expect(answer && 'text' in answer ? answer.text.length : 0).toBeLessThanOrEqual(1000);
    });

    it.skipIf(!lines.background || can.background === false)(
      'does not wait for what a command left in the background',
      async () => {
        const answer = await answerTo(command('q', lines.background ?? '', { timeoutSeconds: 10 }));
        expect(answer).toMatchObject({ state: 'ok', text: 'started\n' });
        expect(answer?.ms).toBeLessThan(5000);
      },
    );

    it('is not disturbed by what stands in a question or an answer', async () => {
      const texts = [
        '$(id) `id` ${HOME}',
        `it's "quoted" \\ twice \\\\`,
        'a;b&c|d>e<f',
        '%PATH% !x! ^',
        `${wireMark}contract0 {"end":1,"ms":0}`,
        '*?[a] ~ # -n',
      ];
      const shown = texts.map((text, i) => command(`t${i}`, lines.print(text)));
      const written = texts.map((text, i) =>
        file(`f${i}`, subject.write(`hostile${i}.txt`, Buffer.from(`${text}\n${wireMark}contract1 {"end":0}\n`))),
      );
      const decoded = await ask(...shown, ...written, command('odd "\'$(id)\\', lines.hello));
      expect(decoded.complete).toBe(true);
      expect(decoded.answers.size).toBe(13);
      for (const [i, text] of texts.entries()) {
        expect(trimmed(decoded.answers.get(`f${i}`))).toBe(`${text}\n${wireMark}contract1 {"end":0}`);
        expect(decoded.answers.get(`t${i}`)?.state).toBe('ok');
      }
    });

    it('reads files to the byte', async () => {
      const text = 'año €\r\n😀 last line without end';
      const decoded = await ask(
        file('utf8', subject.write('utf8 ñ.txt', Buffer.from(text))),
        file('utf16', subject.write('utf16.txt', Buffer.from(`\ufeff${text}`, 'utf16le'))),
        file('latin', subject.write('latin.txt', Buffer.from('año', 'latin1')), { encoding: 'ansi' }),
        file('empty', subject.write('empty.txt', Buffer.alloc(0))),
        file('bytes', subject.write('bytes.bin', Buffer.from(Array.from({ length: 256 }, (_, i) => i))), {
          encoding: 'ansi',
        }),
        file('start', subject.write('long.txt', Buffer.from('start'.padEnd(200_000, '.').concat('the end'))), {
          maxBytes: 5,
        }),
        file('end', subject.write('long.txt', Buffer.from('start'.padEnd(200_000, '.').concat('the end'))), {
          maxBytes: 7,
          tail: true,
        }),
        file('exact', subject.write('exact.txt', Buffer.from('12345')), { maxBytes: 5 }),
      );
      const read = (id: string): unknown => decoded.answers.get(id);
      expect(read('utf8')).toMatchObject({ state: 'ok', text });
      expect(read('utf16')).toMatchObject({ state: 'ok', text });
      expect(read('latin')).toMatchObject({ state: 'ok', text: 'año' });
      expect(read('empty')).toMatchObject({ state: 'ok', text: '' });
      expect(read('bytes')).toMatchObject({ state: 'ok', text: expect.stringMatching(/^\0[\s\S]{254}ÿ$/) });
      expect(read('start')).toMatchObject({ state: 'ok', text: 'start', cut: true });
      expect(read('end')).toMatchObject({ state: 'ok', text: 'the end', cut: true });
      expect(read('exact')).toMatchObject({ state: 'ok', text: '12345' });
      expect(read('exact')).not.toHaveProperty('cut');
    });

    it('says that a file is not there', async () => {
      const path = subject.write('here.txt', Buffer.from('x'));
      expect(await answerTo(file('q', path.replace('here.txt', 'gone.txt')))).toMatchObject({ state: 'missing' });
      expect(await answerTo(file('q', path.replace('here.txt', 'no folder/gone.txt')))).toMatchObject({
        state: 'missing',
      });
    });

    it('says that a folder is none', async () => {
      const path = subject.write('inside.txt', Buffer.from('x')).replace(/[\\/]inside\.txt$/, '');
      expect(await answerTo(file('q', path))).toMatchObject({ state: 'error' });
    });

    it.skipIf(subject.deniedFile === undefined)('says that it may not read a file', async () =>
      expect(await answerTo(file('q', subject.deniedFile ?? ''))).toMatchObject({ state: 'denied' }),
    );

    it('runs twice at once', async () => {
      const both = await Promise.all(
        ['one', 'two'].map(word => ask(command('q', lines.print(word)), command('r', lines.hello))),
      );
      expect(both.map(decoded => trimmed(decoded.answers.get('q')))).toEqual(['one', 'two']);
    });

    it.skipIf(!subject.leftovers)('leaves nothing behind', async () => {
      await ask(
        command('q', lines.hello),
        command('hung', lines.hang, { timeoutSeconds: 1 }),
        ...(lines.background ? [command('b', lines.background, { timeoutSeconds: 1 })] : []),
      );
      expect(await subject.leftovers?.()).toEqual([]);
    });
  });
}
