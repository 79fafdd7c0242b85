import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Instruction } from '../../../model/instruction.js';
import { WineGuest } from '../../../testing/wine-guest.js';
import { decodeAnswers } from '../../decode.js';
import { ResultReader } from '../../decode-results.js';
import { wshExecutor } from './wsh.js';

const guest = WineGuest.open('sbs2000-es', 'prueba-lento', 'script hosts that start slowly, on Wine');
const at = guest as WineGuest;

/** Script hosts with this word in their command line. */
function processes(word: string): readonly number[] {
  return readdirSync('/proc').flatMap(name => {
    try {
      if (!/^\d+$/.test(name)) return [];
      const line = readFileSync(`/proc/${name}/cmdline`, 'latin1');
      return /^[^\0]*cscript/.test(line) && line.includes(word) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

/** Holds such a script host as soon as it is there: a server too busy to let it begin. */
async function hold(word: string, over: { done: boolean }): Promise<number> {
  for (;;) {
    const [first] = processes(word);
    if (first !== undefined) {
      process.kill(first, 'SIGSTOP');
      return first;
    }
    if (over.done) throw new Error('none was started');
    await pause(2);
  }
}

/** Lets it go on, and waits until it has ended. */
async function letGo(held: number): Promise<void> {
  process.kill(held, 'SIGCONT');
  for (let wait = 0; wait < 300; wait++) {
    try {
      process.kill(held, 0);
    } catch {
      return;
    }
    await pause(100);
  }
  throw new Error('it goes on for ever');
}

describe.skipIf(!guest)('script hosts that start slowly, on Wine', () => {
  afterAll(() => void at.ssh(`rmdir /s /q ${at.windowsFolder}`));

  it('carry out every instruction once: the first try comes when all is done by the second', async () => {
    const instructions = ['uno', 'dos', 'tres'].map(
      (id): Instruction => ({ kind: 'run', id, line: `echo ${id}>>${at.path('hecho.txt')}` }),
    );
    const nonce = randomBytes(6).toString('hex');
    const over = { done: false };
    const held = hold(`/launch:${nonce}.0.0`, over);
    at.remove('hecho.txt');
    const reader = new ResultReader(instructions, nonce);
    const program = wshExecutor.instructionProgram(instructions, nonce);
    reader.push(await at.run(program).finally(() => (over.done = true)));
    expect(reader.results).toMatchObject(instructions.map(({ id }) => ({ id, did: 'ran', exit: 0 })));
    await letGo(await held);
    // echo writes the space before what redirects it
    expect(at.read('hecho.txt')?.toString('latin1').split(/\s+/)).toEqual(['uno', 'dos', 'tres', '']);
  }, 200_000);

  it('answer every question: the first try never comes', async () => {
    const batch = {
      questions: [
        { id: 'orden', kind: 'command', line: 'ver' },
        { id: 'clave', kind: 'registry', key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EXIFS' },
      ],
      avoidDrives: [],
    } as const;
    const nonce = randomBytes(6).toString('hex');
    const over = { done: false };
    const held = hold(`/worker:${nonce}.0.0`, over);
    const out = await at.run(wshExecutor.program(batch, nonce)).finally(() => (over.done = true));
    const { header, answers } = decodeAnswers(out, batch, nonce);
    expect(header).toMatchObject({ elevated: true });
    expect([...answers.values()].map(({ state }) => state)).toEqual(['ok', 'ok']);
    await letGo(await held);
  }, 200_000);
});
