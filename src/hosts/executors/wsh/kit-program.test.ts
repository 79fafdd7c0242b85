import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { type Context, createContext, runInContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { foldCase } from '../../../caselog/state.js';
import type { CaseEvent, StampedEvent } from '../../../model/event.js';
import type { ResourceState } from '../../../model/resource.js';
import { guardLives } from '../../../testing/guard-lives.js';
import { putBackCases } from '../../../testing/put-back-decisions.js';
import { kitProgram } from './kit.generated.js';
import { wshKitProgram } from './kit-program.js';

interface Known {
  readonly byItem: Record<string, Record<string, unknown>>;
  readonly order: string[];
  readonly acts: Record<string, string>;
}

type Ended = (thing: object, result: object, took: number) => void;

/** The compiled program's own functions; the machine is there in name only. */
type Kit = Context & {
  sha256(text: string): string;
  readJson(text: string): unknown;
  jsonOf(value: unknown): string;
  moment(date: Date): string;
  timeAt(text: string): number;
  judgePutBack(known: object, found: ResourceState | 'absent', forced: boolean): string | ResourceState;
  takeIn(known: Known, event: object): void;
  kitPutBack(hands: object, log: object, force: readonly string[]): boolean;
  layersOf(things: readonly object[]): { item: string }[][];
};

let kit: Kit;
beforeEach(() => {
  class ActiveXObject {
    FileExists = () => false;
    ExpandEnvironmentStrings = (text: string) => text;
  }
  kit = createContext({ ActiveXObject }) as Kit;
  runInContext(kitProgram, kit);
});
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const node = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex');
const ascii = (most: number) =>
  fc.string({ unit: fc.integer({ min: 32, max: 126 }).map(c => String.fromCharCode(c)), maxLength: most });

describe('SHA-256 in JScript', () => {
  it.each([0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 20_000])('of %i characters', length => {
    const text = 'ab"{}~ '.repeat(length).slice(0, length);
    expect(kit.sha256(text)).toBe(node(text));
  });
  it('is the one of NIST', () =>
    expect(kit.sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'));
  it('of anything a line may be', () =>
    fc.assert(
      fc.property(ascii(300), text => {
        expect(kit.sha256(text)).toBe(node(text));
      }),
    ));
});

describe('JSON in JScript', () => {
  it('comes back as it was, in ASCII', () => {
    const values = fc.jsonValue().filter(value => !JSON.stringify(value).includes('"__proto__"'));
    fc.assert(
      fc.property(values, value => {
        const text = kit.jsonOf(runInContext(`(${JSON.stringify(value)})`, kit));
        expect(text).toMatch(/^[\x20-\x7e]*$/);
        expect(plain(kit.readJson(text))).toEqual(plain(value));
      }),
    );
  });
  it.each(['', 'alert(1)', '{"a":b}', '{"a":(1)}', '"a"+"b"', '{"a":1', '[function(){}]', "{'a':1}"])(
    'is nothing else: %s',
    text => expect(kit.readJson(text)).toBeNull(),
  );
});

it('times are written as everywhere', () => {
  const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, date => {
      expect(kit.moment(date)).toBe(date.toISOString());
      expect(kit.timeAt(date.toISOString())).toBe(date.getTime());
    }),
  );
});

describe('putting back', () => {
  it.each(putBackCases.filter(({ kind }) => kind !== 'unit'))(
    '$name',
    ({ kind, was, to, lost, found, forced, comesTo }) => {
      const judged = kit.judgePutBack({ resource: { kind }, was, to, lost: lost ?? null }, found, forced ?? false);
      expect(typeof judged === 'string' ? judged : plain(judged)).toEqual(comesTo);
    },
  );
});

it.each(guardLives)(
  'what is watched over $name',
  ({ thing, guard, setting, neverStays, forced, outcomes, written }) => {
    const on = { start: 'auto', delayed: false, running: true };
    const off = { start: 'disabled', delayed: false, running: false };
    const [there, lost] = [{ present: true, type: 'multi', value: 'RpcSs' }, { present: false }];
    const world: Record<string, ResourceState | 'absent'> = {
      thing: thing === 'off' ? off : 'absent',
      guard: guard === 'there' ? there : lost,
    };
    const said: string[] = [];
    let writes = 0;
    const set = (item: string, to: ResourceState): ResourceState | 'absent' => {
      world[item] = to;
      if (item === 'guard') {
        writes += 1;
        if (neverStays) world['guard'] = lost;
        return to;
      }
      if (setting !== 'keeps it') world['guard'] = lost;
      if (setting === 'vanishes') world['thing'] = 'absent';
      return world['thing'] as ResourceState;
    };
    Object.assign(kit, {
      note: () => undefined,
      tellItem: (outcome: string, name: string) => said.push(`${name} ${outcome}`),
      nameOfThing: ({ name }: { name: string }) => name,
      seenBy: (_: object, item: string) => ({ found: world[item], why: '' }),
      setAll: (_: object, due: readonly { item: string; to: ResourceState }[], __: object, ended: Ended) => {
        for (const one of due) ended(one, { did: 'set', found: off, left: set(one.item, one.to) }, 0);
      },
    });
    const known: Known = { byItem: {}, order: [], acts: {} };
    const intent = { type: 'intent', step: 's' };
    kit.takeIn(known, {
      ...intent,
      item: 'thing',
      resource: { kind: 'service', name: 'thing' },
      found: on,
      to: off,
      after: [],
    });
    const value = { kind: 'registry-value', name: 'guard' };
    kit.takeIn(known, { ...intent, item: 'guard', resource: value, found: there, to: there, lost, after: ['thing'] });
    const well = kit.kitPutBack({ kit: { plan: '' } }, { known }, forced ? ['guard'] : []);
    expect({ said, writes }).toEqual({ said: [`thing ${outcomes[0]}`, `guard ${outcomes[1]}`], writes: written });
    expect(well).toBe(outcomes.every(outcome => outcome === 'kept' || outcome === 'restored'));
  },
);

describe('what the log says', () => {
  const word = fc.constantFrom('a', 'b', 'c');
  const state = fc.record({ start: word, running: fc.boolean() });
  const item = fc.constantFrom('x', 'y', 'constructor');
  const change = fc.oneof(
    fc.record({
      type: fc.constant('intent'),
      item,
      step: fc.constant('s'),
      resource: fc.constantFrom({ kind: 'service', name: 'n' }, { kind: 'file', path: 'p' }),
      found: state,
      to: state,
      after: fc.constant([]),
    }),
    fc.record({
      type: fc.constant('outcome'),
      item,
      outcome: fc.constantFrom('changed', 'already', 'left-alone', 'absent', 'failed', 'unknown'),
    }),
    fc.record({ type: fc.constant('put-back-intent'), item }),
    fc.record({
      type: fc.constant('put-back'),
      item,
      outcome: fc.constantFrom('kept', 'restored', 'drifted', 'gone', 'failed'),
    }),
    fc.record({ type: fc.constant('act-intent'), item }),
    fc.record({ type: fc.constant('act-outcome'), item, outcome: fc.constantFrom('done', 'failed', 'unknown') }),
  );
  it('is the same here and there, for any events', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), events => {
        const known: Known = { byItem: {}, order: [], acts: {} };
        for (const event of events) kit.takeIn(known, event);
        const { changes, acts } = foldCase(events as unknown as (StampedEvent & CaseEvent)[]);
        expect(known.order).toEqual([...changes.keys()]);
        for (const one of changes.values()) {
          const here = known.byItem[`item ${one.item}`];
          expect(plain({ was: here?.['was'], to: here?.['to'], touched: here?.['touched'] })).toEqual(
            plain({ was: one.was, to: one.to, touched: one.touched }),
          );
          expect(here?.['putBack']).toBe(one.putBack ?? '');
        }
        // an outcome without its intent says nothing of what was to be done
        for (const act of acts.values()) expect(known.acts[`item ${act.item}`]).toBe(act.outcome);
      }),
      { numRuns: 500 },
    );
  });
});

it('things that wait for each other in a circle come last, together', () => {
  const things = [
    { item: 'a', after: ['b'] },
    { item: 'b', after: ['a'] },
    { item: 'c', after: ['c', 'nobody'] },
    { item: 'd', after: ['c'] },
  ];
  expect(kit.layersOf(things).map(layer => layer.map(({ item }) => item))).toEqual([['c'], ['d'], ['a', 'b']]);
});

it('the program carries every character, in ASCII', () => {
  const lines = ['{"a":"b\\u00f1\\\\"}', "'</script>"];
  const text = { en: 'ñ\u2028"', es: '€' };
  const program = wshKitProgram(
    {
      caseId: 'c1',
      caseName: 'Núñez',
      platform: 'windows',
      computer: '',
      system: '',
      plan: '0',
      lines,
      steps: [{ step: 's', title: text, state: 'do', groups: [{ kind: 'by-hand', text }] }],
      known: [],
      backOrder: [],
    },
    [],
    'n1',
  );
  expect(/[^\r\n\x20-\x7e]/.exec(program)).toBeNull();
  const literal = /antesalaKit\((\{[^]*\})\);\r\n$/.exec(program)?.[1];
  expect(plain(runInContext(`(${literal})`, createContext({})))).toMatchObject({
    lines,
    caseName: 'Núñez',
    steps: [{ title: text, groups: [{ kind: 'by-hand', text }] }],
  });
});
