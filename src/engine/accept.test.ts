import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../hosts/recorded/recording-text.js';
import type { CaseEvent } from '../model/event.js';
import { allSettled } from '../model/put-back.js';
import type { ResourceState } from '../model/resource.js';
import { aPlan, aServer, aStep, aWork, disabling, nobody } from '../testing/cases.js';
import { type Accepting, acceptItems } from './accept.js';
import { prepare } from './prepare.js';
import { putBack } from './put-back.js';

const recording = readRecording(readFileSync('recordings/lab-sbs2000-es.json', 'utf8'), 'lab-sbs2000-es.json');
const server = { kind: 'service', name: 'ContaPlusServidor' } as const;
const licences = { kind: 'service', name: 'ContaPlusLicencias' } as const;
const item = 'third-party-services/service:ContaPlusServidor';
const other = 'third-party-services/service:ContaPlusLicencias';
const byHand = { start: 'manual', delayed: false, running: false };
const accepting = (more: Partial<Accepting> = {}): Accepting => ({
  items: [item],
  by: ' Ana Núñez ',
  reason: ' ya no se usa ',
  ...more,
});

async function prepared() {
  const host = aServer(recording);
  const work = aWork(host);
  await prepare(work, {
    plan: aPlan([aStep([disabling('ContaPlusServidor'), disabling('ContaPlusLicencias', ['ContaPlusServidor'])])]),
    planSha256: '0'.repeat(64),
    answered: new Set(),
    performers: nobody,
  });
  return { host, work };
}

/** Prepared, changed by somebody, and put back once. */
async function drifted(state: ResourceState | 'gone' = byHand) {
  const { host, work } = await prepared();
  if (state === 'gone') host.happen({ kind: 'upgrade', upgrade: { gone: [server] } });
  else host.happen({ kind: 'changed', resource: server, state });
  await putBack(work);
  return { host, work };
}

describe('accepting what putting back found', () => {
  it.each<[string, ResourceState | 'gone', ResourceState | 'absent']>([
    ['drifted', byHand, byHand],
    ['gone', 'gone', 'absent'],
  ])('what is %s settles it, with who, when and why, and writes nothing twice', async (outcome, state, found) => {
    const { work } = await drifted(state);
    expect(allSettled(await putBack(work))).toBe(false);
    await acceptItems(work.log, accepting());
    await acceptItems(work.log, accepting({ reason: 'otra vez' }));
    const items = await putBack(work);
    expect(items[0]).toMatchObject({
      outcome,
      accepted: { by: 'Ana Núñez', reason: 'ya no se usa', found, counts: true },
    });
    expect(allSettled(items)).toBe(true);
    expect(work.log.events.filter(({ type }) => type === 'accepted')).toHaveLength(1);
  });

  it('counts no more once it is found otherwise, not even when it is so again', async () => {
    const { host, work } = await drifted();
    await acceptItems(work.log, accepting());
    host.happen({ kind: 'changed', resource: server, state: { ...byHand, running: true } });
    const [changed] = await putBack(work);
    expect(changed).toMatchObject({ outcome: 'drifted', accepted: { found: byHand, counts: false } });
    host.happen({ kind: 'changed', resource: server, state: byHand });
    expect((await putBack(work))[0]?.accepted).toMatchObject({ counts: false });
    await acceptItems(work.log, accepting({ reason: 'lo he mirado' }));
    expect((await putBack(work))[0]?.accepted).toMatchObject({ reason: 'lo he mirado', counts: true });
  });

  it('counts as what a person saw: changed between the look and the acceptance, it does not', async () => {
    const { host, work } = await drifted();
    host.happen({ kind: 'upgrade', upgrade: { gone: [server] } });
    await acceptItems(work.log, accepting());
    expect((await putBack(work))[0]).toMatchObject({ outcome: 'gone', accepted: { found: byHand, counts: false } });
  });

  it('needs no more said when it is as before again', async () => {
    const { host, work } = await drifted();
    await acceptItems(work.log, accepting());
    host.happen({ kind: 'changed', resource: server, state: { start: 'auto', delayed: false, running: true } });
    const items = await putBack(work);
    expect(items[0]?.accepted).toBeUndefined();
    expect(allSettled(items)).toBe(true);
  });

  it('all or none: nothing is written when one of them cannot be accepted', async () => {
    const { host, work } = await drifted();
    await expect(acceptItems(work.log, accepting({ items: [item, other] }))).rejects.toThrow(/is as it was before/);
    expect(work.log.events.filter(({ type }) => type === 'accepted')).toEqual([]);
    host.happen({ kind: 'upgrade', upgrade: { gone: [licences] } });
    await putBack(work);
    await acceptItems(work.log, accepting({ items: [item, other, item] }));
    expect(work.log.events.filter(({ type }) => type === 'accepted')).toHaveLength(2);
    expect(allSettled(await putBack(work))).toBe(true);
  });

  const put = (outcome: 'failed' | 'drifted', left: 'unknown'): CaseEvent => ({
    ...{ type: 'put-back', item, outcome, found: 'unknown', left, was: byHand, forced: false, why: null },
  });
  it.each<[string, Partial<Accepting>, readonly CaseEvent[], RegExp]>([
    ['nobody', { by: ' ' }, [], /by whom with --by/],
    ['no reason', { reason: '' }, [], /needs a reason/],
    ['an item of another case', { items: ['x/y'] }, [], /no item “x\/y” in this case. There are: third-party/],
    ['what failed', {}, [put('failed', 'unknown')], /failed: it cannot be accepted/],
    ['what was not read to the end', {}, [put('drifted', 'unknown')], /could not be looked at/],
    ['what is about to be set', {}, [{ type: 'put-back-intent', item, to: byHand }], /could not be looked at/],
  ])('refuses %s', async (_, more, events, message) => {
    const { work } = await drifted();
    if (events.length > 0) await work.log.append(...events);
    await expect(acceptItems(work.log, accepting(more))).rejects.toThrow(message);
    expect(work.log.events.some(({ type }) => type === 'accepted')).toBe(false);
  });

  it('refuses what was never put back, and where nothing was touched', async () => {
    const { work } = await prepared();
    await expect(acceptItems(work.log, accepting())).rejects.toThrow(/was not put back yet/);
    await expect(acceptItems(aWork(aServer(recording)).log, accepting())).rejects.toThrow(/Nothing was touched/);
    await expect(putBack(work, { force: new Set(['x/y']) })).rejects.toThrow(/no item “x\/y”/);
  });
});
