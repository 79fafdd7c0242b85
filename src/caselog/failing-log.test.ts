import { expect, it } from 'vitest';
import type { CaseEvent } from '../model/event.js';
import { KillSwitch, Killed } from '../model/kill-switch.js';
import { type CutOfLog, failingLog } from './failing-log.js';
import { MemoryLog } from './memory-log.js';

const event = (step: string): CaseEvent => ({ type: 'step-started', step });

it.each<[CutOfLog | undefined, string, boolean]>([
  [undefined, 'abcd', false],
  [{ n: 1, when: 'before' }, '', true],
  [{ n: 1, when: 'after' }, 'a', true],
  [{ n: 3, when: 'before' }, 'ab', true],
  [{ n: 3, when: 'after' }, 'abc', true],
])('killed at %j: what was appended before is there, and nothing after', async (cut, there, dead) => {
  const controller = new KillSwitch();
  const inner = new MemoryLog('case', { now: () => new Date(0), actor: 'test' });
  const log = failingLog(inner, cut, controller);
  const run = async (): Promise<void> => {
    await log.append(event('a'));
    await log.append(event('b'), event('c'));
    await log.appendOver(() => event('d'));
  };
  const thrown: unknown = await run().catch((error: unknown) => error);
  expect([thrown instanceof Killed, controller.dead]).toEqual([dead, dead]);
  if (dead) await expect(log.append(event('e'))).rejects.toThrow(Killed);
  expect(inner.events.map(one => (one.type === 'step-started' ? one.step : '?')).join('')).toBe(there);
  expect(log.appended).toBe(there.length);
});
