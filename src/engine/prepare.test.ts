import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldCase } from '../caselog/state.js';
import { readRecording } from '../hosts/recorded/recording-text.js';
import { HostError } from '../hosts/host-error.js';
import { same } from '../i18n/text.js';
import type { StampedEvent } from '../model/event.js';
import type { PlannedItem } from '../model/step.js';
import { aPlan, aServer, aStep, aWork, disabling, nobody } from '../testing/cases.js';
import { prepare } from './prepare.js';
import { putBack } from './put-back.js';
import type { Work } from './work.js';

const recording = readRecording(readFileSync('recordings/lab-sbs2000-es.json', 'utf8'), 'lab-sbs2000-es.json');
const server = { kind: 'service', name: 'ContaPlusServidor' } as const;
const licences = { kind: 'service', name: 'ContaPlusLicencias' } as const;
const auto = { start: 'auto', delayed: false, running: true };
const off = { start: 'disabled', delayed: false, running: false };
const items = [disabling('ContaPlusServidor'), disabling('ContaPlusLicencias', ['ContaPlusServidor'])];

const run = (work: Work, planned: readonly PlannedItem[] = items, answered: readonly string[] = []) =>
  prepare(work, {
    plan: aPlan([aStep(planned)]),
    planSha256: '0'.repeat(64),
    answered: new Set(answered),
    performers: nobody,
  });

const typesOf = (events: readonly StampedEvent[]) => events.map(({ type }) => type);

describe('preparing', () => {
  it('writes every intent down before the trip that makes the change', async () => {
    const host = aServer(recording);
    const before: string[][] = [];
    const work = aWork(host, {
      acting: {
        ...host,
        carryOut: (executor, instructions, options) => {
          if (instructions.some(({ kind }) => kind === 'set')) before.push(typesOf(work.log.events).slice(-1));
          return host.carryOut(executor, instructions, options);
        },
      },
    });
    expect(await run(work)).toMatchObject({ outcome: 'done', steps: [{ outcome: 'done' }] });
    expect(before).toEqual([['intent'], ['intent']]);
    expect(host.stateOf(server)).toEqual(off);
    expect(host.stateOf(licences)).toEqual(off);
  });

  it('says of what was not to be done that it was not, also behind what waits', async () => {
    const waits: PlannedItem = { id: 'a/b', kind: 'person', text: same('?'), question: same('?'), seconds: 0 };
    const behind = (['left-out', 'nothing', 'do'] as const).map(state => ({ ...aStep([]), state }));
    const { steps } = await prepare(aWork(aServer(recording)), {
      plan: aPlan([aStep([waits]), ...behind]),
      planSha256: '0'.repeat(64),
      answered: new Set(),
      performers: nobody,
    });
    expect(steps.map(({ outcome }) => outcome)).toEqual(['waiting', 'left-out', 'nothing', 'not-run']);
  });

  it('takes one trip to look and one a layer', async () => {
    const host = aServer(recording);
    await run(aWork(host));
    expect(host.trips).toBe(3);
  });

  it('leaves the log on the server before anything is set', async () => {
    const host = aServer(recording);
    const work = aWork(host);
    await run(work);
    const copy = host.copyOf('case-1') ?? '';
    expect(work.log.linesFrom(1).startsWith(copy)).toBe(true);
    expect(copy).toContain('"type":"intent"');
  });

  it('touches nothing when the copy is not ours', async () => {
    const host = aServer(recording);
    host.editCopy('case-1', 'somebody else’s\n');
    const work = aWork(host);
    await expect(run(work)).rejects.toThrow('somebody else');
    expect(host.stateOf(server)).toEqual(auto);
    expect(typesOf(work.log.events)).toContain('copy-differs');
  });

  it('takes up a copy of which it never heard', async () => {
    const host = aServer(recording);
    const work = aWork(host);
    await work.log.append({ type: 'handed-over' });
    host.editCopy('case-1', work.log.linesFrom(1).slice(0, 40));
    expect(await run(work)).toMatchObject({ outcome: 'done' });
    expect(work.log.linesFrom(1).startsWith(host.copyOf('case-1') ?? '-')).toBe(true);
  });

  it.each([['when the disk of the server is full', { kind: 'disk', freeBytes: 10 }, /could not be written/]] as const)(
    'touches nothing %s',
    async (_, what, message) => {
      const host = aServer(recording);
      host.happen(what);
      await expect(run(aWork(host))).rejects.toThrow(message);
      expect(host.stateOf(server)).toEqual(auto);
    },
  );

  it('notes what is gone, and goes on', async () => {
    const host = aServer(recording);
    host.happen({ kind: 'vanished', resource: server });
    const work = aWork(host);
    expect(await run(work)).toMatchObject({ outcome: 'done' });
    expect(work.log.events.find(one => one.type === 'outcome')).toMatchObject({ outcome: 'absent' });
    expect(host.stateOf(licences)).toEqual(off);
  });

  it('leaves what is off already, and does not put it back either', async () => {
    const host = aServer(recording);
    host.happen({ kind: 'changed', resource: server, state: off });
    const work = aWork(host);
    await run(work);
    expect(foldCase(work.log.events).changes.has('third-party-services/service:ContaPlusServidor')).toBe(false);
    await putBack(work);
    expect(host.stateOf(server)).toEqual(off);
    expect(host.stateOf(licences)).toEqual(auto);
  });

  it('puts back what it found, not what the plan said', async () => {
    const host = aServer(recording);
    const found = { start: 'manual', delayed: false, running: true };
    host.happen({ kind: 'changed', resource: server, state: found });
    const work = aWork(host);
    expect(await run(work)).toMatchObject({ outcome: 'done' });
    await putBack(work);
    expect(host.stateOf(server)).toEqual(found);
  });

  it('stops after a step that failed, with what it did', async () => {
    const host = aServer(recording, { behaviours: { ContaPlusServidor: { refusesToStop: true } } });
    const work = aWork(host);
    expect(await run(work)).toMatchObject({ outcome: 'incomplete', steps: [{ outcome: 'failed' }] });
    const back = await putBack(work);
    expect(back.map(({ outcome }) => outcome)).toEqual(['restored', 'restored']);
    expect(host.stateOf(server)).toEqual(auto);
  });

  it('goes on when the link comes back, and gives up when it does not', async () => {
    const host = aServer(recording);
    let breaks = 2;
    const acting = {
      ...host,
      carryOut: async (...call: Parameters<typeof host.carryOut>) => {
        const whole = await host.carryOut(...call);
        if (breaks-- <= 0) return whole;
        return { results: whole.results.slice(0, 1), broke: new HostError('cut-off', same('gone')) };
      },
    };
    expect(await run(aWork(host, { acting }))).toMatchObject({ outcome: 'done' });
    expect(host.stateOf(licences)).toEqual(off);
    breaks = Number.POSITIVE_INFINITY;
    await expect(run(aWork(aServer(recording), { acting }))).rejects.toThrow('gone');
  });

  it('waits for a person, and does nothing of that step until then', async () => {
    const host = aServer(recording);
    const ask: PlannedItem = { kind: 'person', id: 'q', text: same('Q'), seconds: 0, question: same('Done?') };
    const prepared = await run(aWork(host), [ask, ...items]);
    expect(prepared).toMatchObject({
      outcome: 'incomplete',
      steps: [{ outcome: 'waiting', questions: [{ id: 'q' }] }],
    });
    expect(host.stateOf(server)).toEqual(auto);
    expect(await run(aWork(host), [ask, ...items], ['q'])).toMatchObject({ outcome: 'done' });
  });

  it('runs a command once, and not again when nobody knows whether it was run', async () => {
    const host = aServer(recording);
    const command: PlannedItem = {
      kind: 'run',
      id: 'r',
      text: same('R'),
      seconds: 1,
      line: 'net send * hola',
      irreversible: same('Said is said'),
    };
    const work = aWork(host);
    await run(work, [command]);
    await run(work, [command]);
    expect(host.ran).toEqual(['net send * hola']);
    await work.log.append({ type: 'act-intent', item: 'r', step: 's', what: 'R' });
    expect(await run(work, [command])).toMatchObject({ outcome: 'incomplete', steps: [{ outcome: 'waiting' }] });
    expect(host.ran).toHaveLength(1);
  });

  it('hands over again after a run that broke off while it did', async () => {
    const work = aWork(aServer(recording));
    const handOver: PlannedItem = { kind: 'hand-over', id: 'h', text: same('H'), seconds: 1 };
    await work.log.append({ type: 'act-intent', item: 'h', step: 's', what: 'H' });
    expect(await run(work, [handOver])).toMatchObject({ outcome: 'done', handedOver: true });
    expect(typesOf(work.log.events)).toContain('handed-over');
  });
});
