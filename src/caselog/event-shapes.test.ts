import { expect, it } from 'vitest';
import type { z } from 'zod';
import type { StampedEvent } from '../model/event.js';
import { sampleEvents } from '../testing/case-events.js';
import { eventShape, eventTypes } from './event-shapes.js';
import { noLineBefore } from './line.js';

type Shape = z.infer<typeof eventShape>;
type Writable<T> = T extends readonly (infer E)[]
  ? Writable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;

// Does not compile when the shapes take less or more than the union
const shapeIsNoLooser = (event: Shape): StampedEvent => event;
const shapeIsNoStricter = (event: Writable<StampedEvent>): Shape => event;

const stamp = { seq: 7, at: '2026-11-25T10:00:00.000Z', actor: 'ana@taller', prev: noLineBefore };

it('knows exactly the types of the union', () => {
  expect([...eventTypes].toSorted()).toEqual(Object.keys(sampleEvents).toSorted());
  expect([shapeIsNoLooser, shapeIsNoStricter]).toHaveLength(2);
});

it.each(Object.values(sampleEvents))('takes $type, and nothing beside it or less', event => {
  const value = { ...stamp, ...event };
  expect(eventShape.parse(value)).toEqual(value);
  expect(eventShape.safeParse({ ...value, extra: 1 }).success).toBe(false);
  for (const name of Object.keys(value)) {
    if (name === 'lost' || name === 'data') continue;
    const { [name as 'type']: _, ...less } = value;
    expect(eventShape.safeParse(less).success, `without ${name}`).toBe(false);
  }
});

it.each([
  ['a time without a zone', { at: '2026-11-25T10:00:00.000' }],
  ['a day that is none', { at: '2026-13-25T10:00:00.000Z' }],
  ['an hour that is none', { at: '2026-11-25T24:00:00.000Z' }],
  ['a number that is not whole', { seq: 1.5 }],
  ['a hash in capitals', { prev: 'A'.repeat(64) }],
])('refuses %s', (_, wrong) => {
  expect(eventShape.safeParse({ ...stamp, ...sampleEvents['handed-over'], ...wrong }).success).toBe(false);
});
