import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { hashOf, noLineBefore } from '../caselog/line.js';
import type { CaseLog } from '../model/case-log.js';
import type { CaseEvent } from '../model/event.js';
import { sampleEvents, sampleRest } from './case-events.js';

/** A place for one case at a time, kept by some store. */
export interface CaseStore {
  /** A new case with its first event. */
  create(options: { readonly now: () => Date; readonly actor: string }): Promise<CaseLog>;
  /** The same case again, to write to. */
  reopen(log: CaseLog, options: { readonly now: () => Date; readonly actor: string }): Promise<CaseLog>;
  /** The same case, only to be read, also while it is being written to. */
  read(log: CaseLog): Promise<CaseLog>;
  /** Changes the stored bytes of a piece of evidence. */
  damage(log: CaseLog, sha256: string): Promise<void>;
  end(): Promise<void>;
}

const at = (time: string) => ({ now: () => new Date(time), actor: 'ana@taller' });
const ten = at('2026-11-25T10:00:00.000Z');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What every store of cases must do alike. */
export function caseLogContract(name: string, store: CaseStore): void {
  describe(`${name} keeps the contract of CaseLog`, () => {
    afterAll(() => store.end());

    it('begins with case-created and the id of the case', async () => {
      const log = await store.create(ten);
      expect(log.events).toMatchObject([
        {
          seq: 1,
          at: '2026-11-25T10:00:00.000Z',
          actor: 'ana@taller',
          prev: noLineBefore,
          type: 'case-created',
          id: log.id,
        },
      ]);
      expect(log.id).toMatch(/^[A-Za-z0-9-]{8,64}$/);
      await log.close();
    });

    it('takes every type of event and gives it back, after closing too', async () => {
      const log = await store.create(ten);
      const written = await log.append(...sampleRest);
      expect(written).toMatchObject(sampleRest);
      expect(log.events.slice(1)).toEqual(written);
      await log.close();
      const again = await store.reopen(log, at('2026-11-25T11:00:00.000Z'));
      expect(again.events).toEqual(log.events);
      expect(again.id).toBe(log.id);
      await again.append({ type: 'handed-over' });
      expect(again.events.at(-1)).toMatchObject({ type: 'handed-over', seq: sampleRest.length + 2 });
      await again.close();
    });

    it('chains every line to the one before; all in ASCII', async () => {
      const log = await store.create(ten);
      await log.append(...sampleRest);
      const lines = log.linesFrom(1).split('\n');
      expect(lines.pop()).toBe('');
      expect(log.linesFrom(1)).toMatch(/^[\x20-\x7e\n]+$/);
      expect(lines.map(line => JSON.parse(line) as unknown)).toEqual(log.events);
      expect(log.events.map(event => event.prev)).toEqual([noLineBefore, ...lines.slice(0, -1).map(hashOf)]);
      expect(log.linesFrom(5)).toBe(`${lines.slice(4).join('\n')}\n`);
      expect(log.linesFrom(lines.length + 1)).toBe('');
      await log.close();
    });

    it('keeps the order of appends that are not waited for, and nothing comes between the events of one', async () => {
      const log = await store.create(ten);
      const pair = (n: number): CaseEvent[] => [
        { type: 'step-started', step: `${n}` },
        { type: 'step-ended', step: `${n}`, outcome: 'done' },
      ];
      const numbers = Array.from({ length: 25 }, (_, n) => n);
      await Promise.all(numbers.map(n => log.append(...pair(n))));
      expect(log.events.slice(1)).toMatchObject(numbers.flatMap(pair));
      await log.close();
    });

    it('is readable while it is written to, and a reader never sees less than what was acknowledged', async () => {
      const log = await store.create(ten);
      await log.append({ type: 'handed-over' });
      const reader = await store.read(log);
      expect(reader.events).toEqual(log.events);
      await expect(reader.append({ type: 'handed-over' })).rejects.toThrow();
      await reader.close();
      await log.append({ type: 'handed-over' });
      expect((await store.read(log)).events).toHaveLength(3);
      await log.close();
    });

    it('is not given to two writers', async () => {
      const log = await store.create(ten);
      await expect(store.reopen(log, ten)).rejects.toMatchObject({ kind: 'locked' });
      await log.append({ type: 'handed-over' });
      await log.close();
      const next = await store.reopen(log, ten);
      expect(next.events).toHaveLength(2);
      await next.close();
    });

    it('takes nothing after it was closed', async () => {
      const log = await store.create(ten);
      await log.close();
      await log.close();
      await expect(log.append({ type: 'handed-over' })).rejects.toThrow();
    });

    it('appends nothing when one of the events is not as it should be', async () => {
      const log = await store.create(ten);
      const wrong = { type: 'copy-kept', path: 'x', upTo: Number.NaN, bytes: 1 } as const;
      await expect(log.append({ type: 'handed-over' }, wrong)).rejects.toThrow();
      expect(await log.append()).toEqual([]);
      expect(log.events).toHaveLength(1);
      await log.append({ type: 'handed-over' });
      await log.close();
      expect((await store.read(log)).events).toHaveLength(2);
    });

    it('says when the clock went back, and goes on', async () => {
      const log = await store.create(ten);
      await log.close();
      const earlier = await store.reopen(log, at('2026-11-25T09:58:30.000Z'));
      const written = await earlier.append({ type: 'handed-over' });
      expect(written).toMatchObject([
        { type: 'clock-went-back', seconds: 90, at: '2026-11-25T09:58:30.000Z' },
        { type: 'handed-over', at: '2026-11-25T09:58:30.000Z' },
      ]);
      expect(await earlier.append({ type: 'handed-over' })).toHaveLength(1);
      await earlier.close();
    });

    it('gives the hash of the line before to an event that speaks of it, also when the clock went back', async () => {
      const log = await store.create(ten);
      await log.close();
      const earlier = await store.reopen(log, at('2026-11-25T09:00:00.000Z'));
      const event = await earlier.appendOver(prev => ({ type: 'step-started', step: prev }));
      expect(event).toMatchObject({ step: event.prev, seq: 3 });
      await earlier.close();
    });

    it('keeps evidence under its hash, the same bytes once, and says so in the log', async () => {
      const log = await store.create(ten);
      const bytes = Buffer.from('ñandú\0\u00ff', 'latin1');
      const hash = await log.store({ kind: 'scan', name: 'clamscan.log', bytes, data: { infected: 0 } });
      expect(hash).toBe(sha256(bytes));
      expect(await log.store({ kind: 'scan', name: 'again', bytes })).toBe(hash);
      expect(log.events.slice(1)).toMatchObject([
        { type: 'evidence-stored', sha256: hash, bytes: 7, kind: 'scan', name: 'clamscan.log', data: { infected: 0 } },
        { type: 'evidence-stored', sha256: hash, name: 'again' },
      ]);
      expect(Buffer.from(await log.evidence(hash)).equals(bytes)).toBe(true);
      const empty = await log.store({ kind: 'report', name: 'empty', bytes: new Uint8Array() });
      expect(await log.evidence(empty)).toHaveLength(0);
      await log.close();
    });

    it('gives no evidence that is not there, or is not what was stored', async () => {
      const log = await store.create(ten);
      const hash = await log.store({ kind: 'scan', name: 'x', bytes: Buffer.from('as it was') });
      await store.damage(log, hash);
      await expect(log.evidence(hash)).rejects.toMatchObject({ kind: 'damaged' });
      await expect(log.evidence(sha256(Buffer.from('never')))).rejects.toMatchObject({ kind: 'damaged' });
      await expect(log.evidence('../case.json')).rejects.toMatchObject({ kind: 'damaged' });
      // stored again, it is whole again
      await log.store({ kind: 'scan', name: 'x', bytes: Buffer.from('as it was') });
      expect(Buffer.from(await log.evidence(hash)).toString()).toBe('as it was');
      await log.close();
    });

    it('gives every event of a long text back', async () => {
      const log = await store.create(ten);
      const text = '\u2028\ud83d\ude80 ñ "\\ \u0000\u001b[31m \ud800'.repeat(5000);
      await log.append({ ...sampleEvents.noted, by: text });
      await log.close();
      expect((await store.read(log)).events.at(-1)).toMatchObject({ by: text });
    });
  });
}
