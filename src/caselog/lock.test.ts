import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleCaseWriter, startCaseWriter } from '../testing/case-writer.js';
import { type LockOwner, lockFileName, lookAtLock, ownerNow, takeLock, takeOver } from './lock.js';
import { createCase, openCase } from './open-case.js';
import { processStart } from './process-start.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-lock-'));
const now = new Date('2026-11-25T10:00:00.000Z');
const options = { now: () => now, actor: 'ana@taller' };
let program = '';
let folder = '';
let made = 0;

beforeAll(() => {
  program = bundleCaseWriter(root);
});
beforeEach(async () => {
  made += 1;
  folder = join(root, `case ${made}`);
  await (await createCase(folder, { name: 'x', host: 'local', to: null, version: '0' }, options)).close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A number of no process: that of one that has just ended. */
async function deadPid(): Promise<number> {
  const writer = startCaseWriter(program, 'hold', join(root, 'no such case'));
  await writer.ended();
  return writer.process.pid ?? 0;
}

function leave(owner: Partial<LockOwner>, name = lockFileName): LockOwner {
  const whole: LockOwner = {
    pid: process.pid,
    started: 'another start',
    computer: hostname(),
    actor: 'luis@taller',
    since: '2026-11-24T22:15:00.000Z',
    nonce: '0123456789abcdef',
    ...owner,
  };
  writeFileSync(join(folder, name), JSON.stringify(whole));
  return whole;
}
const locks = (): string[] => readdirSync(folder).filter(name => name.startsWith('lock'));

describe('a lock whose owner lives', () => {
  it('keeps a second run out, which is told who has it; and ends with the first', async () => {
    const first = startCaseWriter(program, 'hold', folder);
    await first.saw('open');
    const error: unknown = await openCase(folder, { ...options, write: true }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'locked' });
    const { en, es } = (error as { readonly text: { readonly en: string; readonly es: string } }).text;
    for (const text of [en, es]) {
      expect(text).toContain(`p${first.process.pid}@test`);
      expect(text).toContain(String(first.process.pid));
      expect(text).toContain(hostname());
    }
    expect((await openCase(folder, { ...options, write: false })).events).toHaveLength(1);
    first.go();
    expect(await first.ended()).toBe('closed');
    expect(locks()).toEqual([]);
    await (await openCase(folder, { ...options, write: true })).close();
  });

  it('on another computer cannot be judged from here', async () => {
    leave({ computer: 'otro', pid: await deadPid() });
    const error: unknown = await takeLock(folder, 'ana@taller', now).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'locked', text: { en: expect.stringContaining('delete') } });
  });

  it('of which it is not known when it started is taken to live', async () => {
    leave({ started: 'unknown' });
    await expect(takeLock(folder, 'ana@taller', now)).rejects.toMatchObject({ kind: 'locked' });
  });
});

describe('a lock whose owner is dead', () => {
  it.each([
    ['no such process', deadPid],
    ['its number went to another process', async () => process.pid],
  ])('is taken over: %s', async (_, pidOf) => {
    const owner = leave({ pid: await pidOf() });
    const log = await openCase(folder, { ...options, write: true });
    expect(log.events.slice(1)).toMatchObject([{ type: 'lock-taken-over', pid: owner.pid, since: owner.since }]);
    expect(locks()).toEqual([lockFileName]);
    expect(JSON.parse(readFileSync(join(folder, lockFileName), 'utf8'))).toMatchObject({
      pid: process.pid,
      started: await processStart(process.pid),
    });
    await log.close();
    expect(locks()).toEqual([]);
  });

  it('is taken over when its owner died while taking over from another', async () => {
    leave({});
    leave({ nonce: 'aaaaaaaaaaaaaaaa', actor: 'eva@taller' }, 'lock-0123456789abcdef.json');
    const lock = await takeLock(folder, 'ana@taller', now);
    expect(lock.takenFrom).toMatchObject({ actor: 'eva@taller' });
    expect(locks()).toEqual([lockFileName]);
    await lock.release();
    expect(locks()).toEqual([]);
  });

  it('is not taken over from somebody who lives and is taking over', async () => {
    leave({});
    const started = await processStart(process.pid);
    leave({ nonce: 'aaaaaaaaaaaaaaaa', actor: 'eva@taller', started }, 'lock-0123456789abcdef.json');
    await expect(takeLock(folder, 'ana@taller', now)).rejects.toMatchObject({
      text: { en: expect.stringContaining('eva@taller') },
    });
  });

  it.each([1, 2])('is taken over by one of six processes that try at once, round %i', async () => {
    leave({ pid: await deadPid() });
    const racers = Array.from({ length: 6 }, () => startCaseWriter(program, 'race', folder));
    await Promise.all(racers.map(racer => racer.saw('ready')));
    for (const racer of racers) racer.go();
    // the winner says "open", then waits with the lock in its hands; the others end
    await Promise.all(racers.map(racer => racer.saw('open').catch(() => undefined)));
    const winners = racers.filter(racer => racer.lines.includes('open'));
    expect(winners).toHaveLength(1);
    expect(racers.filter(racer => racer.lines.includes('locked'))).toHaveLength(5);
    winners[0]?.go();
    expect(await winners[0]?.ended()).toBe('closed');
    const log = await openCase(folder, { ...options, write: false });
    expect(log.events.map(event => event.type)).toEqual(['case-created', 'lock-taken-over']);
    expect(locks()).toEqual([]);
  });
});

it('is not taken over by somebody who saw its dead owner and comes after another', async () => {
  leave({});
  const seen = await lookAtLock(folder);
  if (!seen) throw new Error('There is a lock.');
  const [eva, ana, luis] = [await ownerNow('eva', now), await ownerNow('ana', now), await ownerNow('luis', now)];
  expect(await takeOver(folder, seen, eva)).toBe(true);
  expect(await takeOver(folder, seen, ana)).toBe(false);
  expect(await lookAtLock(folder)).toEqual({ first: eva, last: eva });
  // nor when that one has ended meanwhile, and a third has begun
  rmSync(join(folder, lockFileName));
  expect(await takeOver(folder, seen, ana)).toBe(false);
  expect(await lookAtLock(folder)).toBeUndefined();
  leave(luis);
  expect(await takeOver(folder, seen, ana)).toBe(false);
  expect(await lookAtLock(folder)).toEqual({ first: luis, last: luis });
  expect(locks()).toEqual([lockFileName]);
});

it('never has two owners, however takings over, releases and first takings fall together', async () => {
  let owners = 0;
  let most = 0;
  let takenOver = 0;
  const contend = async (): Promise<void> => {
    for (let turn = 0; turn < 12; turn += 1) {
      await new Promise(resolve => {
        setTimeout(resolve, Math.random() * 4);
      });
      const lock = await takeLock(folder, 'ana@taller', now).catch(() => undefined);
      if (!lock) continue;
      owners += 1;
      most = Math.max(most, owners);
      if (lock.takenFrom) takenOver += 1;
      await new Promise(resolve => {
        setTimeout(resolve, Math.random() * 2);
      });
      owners -= 1;
      // every other one dies with the lock in its hands, as it were
      if (turn % 2 === 0) leave({ nonce: randomBytes(8).toString('hex') });
      else await lock.release();
    }
  };
  await Promise.all(Array.from({ length: 8 }, contend));
  expect(most).toBe(1);
  expect(takenOver).toBeGreaterThan(3);
});

it.each(['', '{"pid":', '{"pid":1}', 'null'])(
  'a lock that says nothing (%j) is not taken, and its name is told',
  async text => {
    writeFileSync(join(folder, lockFileName), text);
    await expect(takeLock(folder, 'ana@taller', now)).rejects.toMatchObject({
      kind: 'locked',
      text: { en: expect.stringContaining(join(folder, lockFileName)) },
    });
  },
);

it('is released by its owner only', async () => {
  const lock = await takeLock(folder, 'ana@taller', now);
  leave({ actor: 'eva@taller' });
  await lock.release();
  expect(locks()).toEqual([lockFileName]);
});
