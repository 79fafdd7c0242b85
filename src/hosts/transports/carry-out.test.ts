import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Instruction } from '../../model/instruction.js';
import { executors } from '../executors/all.js';
import { HostError } from '../host-error.js';
import { localHost } from './local.js';

const folder = mkdtempSync(join(tmpdir(), 'antesala-carry-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (id: string, line: string): Instruction => ({ kind: 'run', id, line });
const there = (name: string): boolean => existsSync(join(folder, name));
const touch = (name: string): string => `sleep 1; touch ${join(folder, name)}`;
const failure = (work: Promise<unknown>): Promise<HostError> =>
  work.then(
    () => expect.unreachable('was carried out'),
    (error: unknown) => {
      if (!(error instanceof HostError)) throw error;
      expect(error.text.es).not.toBe(error.text.en);
      return error;
    },
  );

/** In place of the real program: lines of sh, with `$mark` before what is ours. */
const saying = (script: string) =>
  localHost({
    ...executors,
    sh: { ...executors.sh, instructionProgram: (_, nonce) => `{\nmark='@antesala:${nonce} '\n${script}\n}\n` },
  });
const header = `echo "$mark"'{"answers":1,"executor":"sh","computer":"c","engine":"e","elevated":true,"clock":0}'`;
const ran = (id: string): string => `echo "$mark"'{"id":"${id}","ms":1,"did":"ran","exit":0,"out":{"text":""}}'`;
const two = [run('a', 'x'), run('b', 'x')];

describe('carrying out on this machine', () => {
  it('tells each result as it comes, and all of them', async () => {
    const seen: string[] = [];
    const { results, broke } = await localHost(executors).carryOut('sh', [run('a', 'echo ñ'), run('b', 'exit 4')], {
      onResult: ({ id }) => seen.push(id),
    });
    expect(results).toMatchObject([
      { id: 'a', did: 'ran', exit: 0, text: 'ñ\n' },
      { id: 'b', did: 'ran', exit: 4 },
    ]);
    expect([seen, broke]).toEqual([['a', 'b'], undefined]);
  });

  it('throws when the program does not begin, with what was said: nothing was done then', async () => {
    const error = await failure(saying('echo "policy forbids this" >&2').carryOut('sh', two, {}));
    expect([error.kind, error.text.en]).toEqual([
      'no-executor',
      expect.stringMatching(/did not begin .*policy forbids this\. Nothing was changed/),
    ]);
  });

  it('throws when the executor only asks', async () => {
    const { program, name, platform } = executors.sh;
    const asking = { ...executors, sh: { program, name, platform } };
    const error = await failure(localHost(asking).carryOut('sh', two, {}));
    expect([error.kind, error.text.en]).toEqual(['no-executor', expect.stringContaining('can be assessed')]);
  });

  it.each<[string, string, string[], RegExp]>([
    ['begins and ends at once', `${header}; echo oops >&2`, [], /0 of 2 instructions .*\(the server said: oops\)/],
    ['ends half way', `${header}; ${ran('a')}`, ['a'], /1 of 2 instructions had been reported/],
    [
      'says things that make no sense',
      `${header}; ${ran('a')}; echo "$mark"'{"id":"b","did":"ran"}'; echo "$mark"'{"end":2,"ms":1}'`,
      ['a'],
      /not all that it said could be understood/,
    ],
  ])('tells what came when the program %s', async (_name, script, ids, words) => {
    const { results, broke } = await saying(script).carryOut('sh', two, {});
    expect(results.map(({ id }) => id)).toEqual(ids);
    expect(broke).toMatchObject({ kind: 'cut-off', text: { en: expect.stringMatching(words) } });
  });

  it.each(['the user', 'close'] as const)('is stopped by %s after what it is at', async who => {
    const stop = new AbortController();
    const host = localHost(executors);
    const name = who.replace(' ', '-');
    const instructions = [run('a', touch(`${name}-1`)), run('b', touch(`${name}-2`))];
    const carried = host.carryOut('sh', instructions, { signal: stop.signal });
    setTimeout(() => (who === 'close' ? void host.close() : stop.abort()), 500);
    const { results, broke } = await carried;
    expect([results.map(({ id }) => id), broke?.kind]).toEqual([['a'], 'stopped']);
    expect([there(`${name}-1`), there(`${name}-2`)]).toEqual([true, false]);
  });

  it('does not start at all when told to stop before', async () => {
    const error = await failure(
      localHost(executors).carryOut('sh', [run('a', touch('never'))], { signal: AbortSignal.abort() }),
    );
    expect([error.kind, there('never')]).toEqual(['stopped', false]);
  });
});
