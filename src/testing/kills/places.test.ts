import { expect, it } from 'vitest';
import { sampleEvents } from '../case-events.js';
import type { CaseEvent, StampedEvent } from '../../model/event.js';
import { eventsFrom, placeOf } from './places.js';

const stamp = { seq: 1, at: '2027-01-01T00:00:00.000Z', actor: 'a@b', prev: '0'.repeat(64) };
const stamped = (...events: readonly CaseEvent[]): readonly StampedEvent[] =>
  events.map(event => ({ ...stamp, ...event }));
const { intent, outcome } = sampleEvents;
const begun = sampleEvents['put-back-intent'];
const ended = sampleEvents['put-back'];
const started: CaseEvent = { type: 'run-started', run: 'prepare', plan: '' };

it.each<[string, 'prepare' | 'put-back', readonly CaseEvent[], string | undefined]>([
  ['nothing written yet', 'prepare', [], 'preparing, before the first change'],
  ['only the start', 'prepare', [started], 'preparing, before the first change'],
  ['what was off already', 'prepare', [started, outcome], 'preparing, before the first change'],
  ['an intent', 'prepare', [started, intent], 'preparing, between intent and outcome'],
  ['an outcome', 'prepare', [intent, outcome], 'preparing, between two trips that change'],
  ['one of two', 'prepare', [intent, { ...intent, item: 'b' }, outcome], 'preparing, between intent and outcome'],
  ['the end', 'prepare', [intent, outcome, { type: 'run-ended', run: 'prepare', outcome: 'done' }], undefined],
  ['what is kept', 'put-back', [ended], 'putting back, before the first change'],
  ['an intent to put back', 'put-back', [begun], 'putting back, between intent and outcome'],
  ['what is back', 'put-back', [begun, ended], 'putting back, between two trips that change'],
])('a log with %s', (_, command, events, expected) => {
  const items = events.map(event => ('item' in event && event.item !== 'b' ? { ...event, item: 'a' } : event));
  expect(placeOf(command, stamped(...items))).toBe(expected);
});

it('reads whole lines from a byte on, without the torn one', () => {
  expect(eventsFrom(Buffer.from('{"seq":1}\n{"seq":2}\n{"se'), 10)).toEqual([{ seq: 2 }]);
  expect(eventsFrom(Buffer.from('{"seq":1}\n'), 10)).toEqual([]);
});
