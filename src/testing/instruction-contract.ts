import { describe, expect, it } from 'vitest';
import { ResultReader } from '../hosts/decode-results.js';
import type { ActingExecutor } from '../hosts/executor.js';
import { decideSet } from '../hosts/set-decision.js';
import type { Instruction, InstructionResult } from '../model/instruction.js';
import type { CommandResource, FileResource, ResourceState } from '../model/resource.js';
import { fileSets } from './set-decisions.js';

/** An executor, how to run its programs, and the host's own words. */
export interface ActingSubject {
  readonly executor: ActingExecutor;
  /** Runs a program to its end; dead-men go on. */
  run(program: string): Promise<Buffer>;
  /** Runs a program, stops listening once this many results have come, and returns when it has ended. */
  runUnheard(program: string, afterResults: number): Promise<void>;
  /** The path on the host of a file in a folder that is there, and its bytes. */
  path(name: string): string;
  read(name: string): Buffer | undefined;
  write(name: string, bytes: Buffer, mode?: number): void;
  remove(name: string): void;
  /** Of the copy of a case's log. */
  readCopy(caseId: string): Buffer | undefined;
  /** Command lines: tells what a file holds, or `off`; puts a word into it; fails with `problem` on standard error; hangs; counts. */
  readonly lines: {
    tell(path: string): string;
    put(path: string, word: string): string;
    readonly slowly: (line: string) => string;
    readonly fail: string;
    readonly hang: string;
    readonly endless: string;
    print(text: string): string;
  };
  /** Names of what else the programs left on the host. */
  leftovers(): Promise<readonly string[]>;
  /** A kind of resource this system does not have. */
  readonly foreign: 'unit' | 'service';
  /** Files have a mode here. */
  readonly modes: boolean;
  /** How much longer one trip may take here than on a fast host: times that are kept are longer by that. */
  readonly slowSeconds?: number;
}

const hostile = [
  '$(touch /tmp/antesala-owned) `id` ${HOME}',
  `it's "quoted" \\ twice \\\\`,
  'a;b&c|d>e<f',
  '%PATH% !x! ^',
  '*?[a] ~ # -n',
  'ñandú €',
];

/** What every executor that acts must do, whatever it runs on. */
export function instructionContract(name: string, subject: ActingSubject): void {
  const { executor, lines, slowSeconds = 0 } = subject;
  let count = 0;
  const file = (fileName: string): FileResource => ({ kind: 'file', path: subject.path(fileName) });
  const word = (fileName: string): CommandResource => ({
    kind: 'command',
    name: fileName,
    look: lines.tell(subject.path(fileName)),
    set: Object.fromEntries(['on', 'off', 'third'].map(value => [value, lines.put(subject.path(fileName), value)])),
  });
  const content = (text: string): ResourceState => ({ present: true, base64: Buffer.from(text).toString('base64') });
  const read = (fileName: string): string | undefined => subject.read(fileName)?.toString('utf8').trim();
  const programOf = (instructions: readonly Instruction[]): { program: string; nonce: string } => {
    const nonce = `contract${count++}`;
    const program = executor.instructionProgram(instructions, nonce);
    expect(program).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    return { program, nonce };
  };
  const carryOut = async (...instructions: Instruction[]): Promise<readonly InstructionResult[]> => {
    const { program, nonce } = programOf(instructions);
    const reader = new ResultReader(instructions, nonce);
    reader.push(await subject.run(program));
    expect(reader.header).toMatchObject({ answers: 1, executor: executor.name });
    expect(reader.results.map(({ id }) => id)).toEqual(instructions.map(({ id }) => id));
    expect(reader.whole).toBe(true);
    return reader.results;
  };
  const one = async (instruction: Instruction): Promise<InstructionResult | undefined> =>
    (await carryOut(instruction))[0];

  describe(`${name}: what every executor that acts does`, () => {
    it('does nothing when told nothing', async () => expect(await carryOut()).toEqual([]));

    it('does things in order and tells how long they took', async () => {
      const results = await carryOut(
        ...['c', 'a', 'b'].map((id): Instruction => ({ kind: 'run', id, line: lines.print(id) })),
      );
      expect(results.map(result => result.did === 'ran' && `${result.id}=${result.text.trim()}`)).toEqual([
        'c=c',
        'a=a',
        'b=b',
      ]);
      expect(results.every(({ ms }) => Number.isInteger(ms) && ms >= 0 && ms < 60_000)).toBe(true);
    });

    it('does nothing of a program that came by half', async () => {
      subject.remove('half');
      const { program } = programOf([{ kind: 'run', id: 'r', line: lines.put(subject.path('half'), 'on') }]);
      await subject.run(program.slice(0, program.length - 4));
      expect(subject.read('half')).toBeUndefined();
    });

    describe('a file', () => {
      const without = (state: ResourceState): ResourceState =>
        subject.modes ? state : Object.fromEntries(Object.entries(state).filter(([field]) => field !== 'mode'));
      const rows = fileSets.map(row => ({
        ...row,
        found: row.found === 'absent' ? row.found : without(row.found),
        from: row.from.map(without),
        to: without(row.to),
      }));
      it.each(rows)('$name', async ({ found, from, to, force }) => {
        subject.remove('set');
        if (found !== 'absent' && found['present'] === true) {
          const bytes = Buffer.from(String(found['base64']), 'base64');
          subject.write('set', bytes, subject.modes ? Number.parseInt(String(found['mode']), 8) : undefined);
        }
        const result = await one({
          kind: 'set',
          id: 's',
          resource: file('set'),
          from,
          to,
          ...(force ? { force } : {}),
        });
        const decision = decideSet(found, { from, to, ...(force ? { force } : {}) });
        const did = decision.do === 'leave' ? decision.as : decision.do;
        expect(result).toMatchObject({ did, found, left: did === 'set' ? to : found });
        const now = await one({ kind: 'look', id: 'l', resource: file('set') });
        expect(now).toMatchObject({ did: 'looked', found: did === 'set' ? to : found });
        subject.remove('set');
      });

      it('keeps its bytes, whatever they are', async () => {
        const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256));
        const to = { present: true, base64: bytes.toString('base64') };
        subject.remove('bytes');
        expect(
          await one({ kind: 'set', id: 's', resource: file('bytes'), from: [{ present: false }], to }),
        ).toMatchObject({ did: 'set' });
        expect(subject.read('bytes')?.equals(bytes)).toBe(true);
      });

      it('cannot be made where there is no folder', async () => {
        const resource: FileResource = { kind: 'file', path: subject.path('no folder here/file') };
        const result = await one({ kind: 'set', id: 's', resource, from: [{ present: false }], to: content('x') });
        expect(result).toMatchObject({ did: 'failed', found: { present: false }, left: { present: false } });
        expect(result && 'why' in result ? result.why : '').not.toBe('');
      });

      it('is not read when it is too large', async () => {
        subject.write('large', Buffer.alloc(262_145, 0x61));
        expect(await one({ kind: 'look', id: 'l', resource: file('large') })).toMatchObject({
          did: 'not-done',
          state: 'error',
        });
      });
    });

    describe('what only a command tells', () => {
      it.each<[string, string, string[], string, boolean, string, string]>([
        ['is set', 'off', ['off'], 'on', false, 'set', 'on'],
        ['is set already', 'on', ['off'], 'on', false, 'nothing', 'on'],
        ['is left alone in a state nobody expected', 'third', ['off'], 'on', false, 'differs', 'third'],
        ['is set by force', 'third', ['off'], 'on', true, 'set', 'on'],
        ['is set from the second of two states', 'third', ['off', 'third'], 'on', false, 'set', 'on'],
        ['has no line for it', 'off', ['off'], 'nowhere', false, 'failed', 'off'],
      ])('%s', async (_name, before, from, to, force, did, after) => {
        subject.write('word', Buffer.from(`${before}\n`));
        const states = from.map(value => ({ value }));
        const result = await one({
          kind: 'set',
          id: 's',
          resource: word('word'),
          from: states,
          to: { value: to },
          force,
        });
        expect(result).toMatchObject({ did, found: { value: before }, left: { value: after } });
        expect(read('word')).toBe(after);
      });

      it('fails with the words of its line', async () => {
        const resource = { ...word('word'), set: { on: lines.fail } };
        subject.write('word', Buffer.from('off'));
        expect(
          await one({ kind: 'set', id: 's', resource, from: [{ value: 'off' }], to: { value: 'on' } }),
        ).toMatchObject({ did: 'failed', left: { value: 'off' }, why: expect.stringContaining('problem') });
      });

      it('is given up when its line hangs, and the rest goes on', async () => {
        subject.write('word', Buffer.from('off'));
        const resource = { ...word('word'), set: { on: lines.hang } };
        const [hung, next] = await carryOut(
          { kind: 'set', id: 's', resource, from: [{ value: 'off' }], to: { value: 'on' }, timeoutSeconds: 1 },
          { kind: 'look', id: 'l', resource },
        );
        expect(hung).toMatchObject({ did: 'failed', left: { value: 'off' } });
        expect(hung?.ms).toBeGreaterThanOrEqual(900);
        expect(next).toMatchObject({ did: 'looked', found: { value: 'off' } });
      });

      it.each<[string, Partial<CommandResource>, string]>([
        ['hangs', { look: lines.hang }, 'timeout'],
        ['fails', { look: lines.fail }, 'error'],
        ['is no program', { look: 'no-such-command-at-all' }, 'error'],
      ])('is not set when looking %s', async (_name, broken, state) => {
        subject.write('word', Buffer.from('off'));
        const result = await one({
          kind: 'set',
          id: 's',
          resource: { ...word('word'), ...broken },
          from: [{ value: 'off' }],
          to: { value: 'on' },
          timeoutSeconds: 1 + slowSeconds,
        });
        expect(result).toMatchObject({ did: 'not-done', state });
        expect(read('word')).toBe('off');
      });
    });

    describe('a line that is run', () => {
      it('tells what it printed and how it ended', async () =>
        expect(await one({ kind: 'run', id: 'r', line: lines.fail })).toMatchObject({
          did: 'ran',
          exit: 3,
          text: expect.stringMatching(/^\s*$/),
          err: expect.stringContaining('problem'),
        }));

      it('is stopped when its time is over', async () =>
        expect(await one({ kind: 'run', id: 'r', line: lines.hang, timeoutSeconds: 1 })).toMatchObject({
          did: 'not-done',
          state: 'timeout',
        }));

      it('is cut when it prints too much', async () => {
        const result = await one({ kind: 'run', id: 'r', line: lines.print('x'.repeat(2000)), maxBytes: 600 });
        expect(result).toMatchObject({ did: 'ran', cut: true, exit: 0 });
        expect(result?.did === 'ran' ? result.text.length : 0).toBeGreaterThan(590);
        expect(result?.did === 'ran' ? result.text.length : 9999).toBeLessThanOrEqual(600);
      });

      it('is stopped when it prints without end', async () =>
        expect(
          await one({ kind: 'run', id: 'r', line: lines.endless, maxBytes: 600, timeoutSeconds: 1 }),
        ).toMatchObject({ did: 'not-done', state: 'timeout' }));
    });

    describe('the copy of a case', () => {
      it('is made, grows, and refuses what does not fit', async () => {
        const caseId = `contract-${process.pid}-${name.replaceAll(/[^a-z]/g, '')}`;
        const keep = (id: string, offset: number, text: string): Instruction => ({
          kind: 'keep-copy',
          id,
          caseId,
          offset,
          text,
        });
        const first = `{"seq":1,"text":"it's \\"%PATH%\\" $(id) \\\\u00f1"}\n`;
        const results = await carryOut(keep('a', 0, first), keep('b', 5, 'no\n'), keep('c', first.length, 'x\n'));
        expect(results).toMatchObject([
          { did: 'kept', length: first.length },
          { did: 'refused', length: first.length },
          { did: 'kept', length: first.length + 2 },
        ]);
        expect(subject.readCopy(caseId)?.toString('latin1')).toBe(`${first}x\n`);
        expect(await one(keep('d', 0, 'again\n'))).toMatchObject({ did: 'refused', length: first.length + 2 });
      });
    });

    describe('a dead-man', () => {
      const set = (id: string, seconds: number, to: string): Instruction => ({
        kind: 'set',
        id: 's',
        resource: word('word'),
        from: [{ value: 'off' }],
        to: { value: to },
        deadMan: { seconds: seconds + slowSeconds, id },
      });
      const disarm = (deadManId: string): Instruction => ({ kind: 'disarm', id: 'd', deadManId });

      it('sets it back when nobody says anything, once', async () => {
        subject.write('word', Buffer.from('off'));
        expect(await carryOut(set('fires', 1, 'on'))).toMatchObject([{ did: 'set', left: { value: 'on' } }]);
        expect(read('word')).toBe('on');
        await expect.poll(() => read('word'), { timeout: 15_000 + 2000 * slowSeconds }).toBe('off');
        expect(await one(disarm('fires'))).toMatchObject({ did: 'fired' });
        expect(await one(disarm('fires'))).toMatchObject({ did: 'none' });
      });

      it('does nothing once it is disarmed', async () => {
        subject.write('word', Buffer.from('off'));
        await carryOut(set('quiet', 1, 'on'));
        expect(await one(disarm('quiet'))).toMatchObject({ did: 'disarmed' });
        await new Promise(resolve => setTimeout(resolve, 3000 + 1000 * slowSeconds));
        expect(read('word')).toBe('on');
        expect(await one(disarm('quiet'))).toMatchObject({ did: 'none' });
      });

      it('is not left where nothing is set', async () => {
        subject.write('word', Buffer.from('third'));
        expect(await carryOut(set('idle', 60, 'on'), disarm('idle'))).toMatchObject([
          { did: 'differs' },
          { did: 'none' },
        ]);
      });
    });

    it('is not disturbed by what stands in an instruction', async () => {
      for (const [at, text] of hostile.entries()) {
        const resource: FileResource = { kind: 'file', path: subject.path(`hostile${at} it's`) };
        subject.remove(`hostile${at} it's`);
        const [put, ran] = await carryOut(
          { kind: 'set', id: text, resource, from: [{ present: false }], to: content(text) },
          { kind: 'run', id: 'r', line: lines.print(text) },
        );
        expect(put).toMatchObject({ did: 'set' });
        expect(subject.read(`hostile${at} it's`)?.toString('utf8')).toBe(text);
        expect(ran).toMatchObject({ did: 'ran', exit: 0 });
      }
    });

    it('says what this system does not have, and goes on', async () => {
      const resource = { kind: subject.foreign, name: 'acme.service' } as const;
      const results = await carryOut(
        { kind: 'look', id: 'l', resource },
        { kind: 'set', id: 's', resource, from: [], to: { active: false }, force: true },
        { kind: 'run', id: 'r', line: lines.print('on') },
      );
      expect(results).toMatchObject([
        { did: 'not-done', state: 'unsupported' },
        { did: 'not-done', state: 'unsupported' },
        { did: 'ran' },
      ]);
    });

    it('finishes what it is at when nobody listens any more, and begins nothing after it', async () => {
      for (const heard of [0, 1]) {
        for (const each of ['one', 'two', 'three']) subject.write(each, Buffer.from('off'));
        const instructions = ['one', 'two', 'three'].map((each): Instruction => {
          const resource = word(each);
          const set = { on: lines.slowly(lines.put(subject.path(each), 'on')) };
          return {
            kind: 'set',
            id: each,
            resource: { ...resource, set },
            from: [{ value: 'off' }],
            to: { value: 'on' },
          };
        });
        await subject.runUnheard(programOf(instructions).program, heard);
        expect(['one', 'two', 'three'].map(read)).toEqual(heard === 0 ? ['on', 'off', 'off'] : ['on', 'on', 'off']);
      }
    });

    it('leaves nothing else behind', async () => expect(await subject.leftovers()).toEqual([]));
  });
}
