import { expect, it } from 'vitest';
import { aim } from './aims.js';

const course = { events: 40, messages: 90, milliseconds: 5000 };
const aims = Array.from({ length: 1200 }, (_, n) => aim(n, course));

it('hits every event with the controller, and every message with the link', () => {
  const events = aims.flatMap(one =>
    one.what === 'controller' && one.after.kind === 'event' ? [one.after.event] : [],
  );
  const messages = aims.flatMap(one => (one.what === 'link' ? [one.message] : []));
  const upTo = (most: number) => Array.from({ length: most }, (_, n) => n + 1);
  expect([...new Set(events)].toSorted((a, b) => a - b)).toEqual(upTo(40));
  expect([...new Set(messages)].toSorted((a, b) => a - b)).toEqual(upTo(90));
});

it('spreads what is aimed at a time over the whole run, and is the same each time', () => {
  const times = aims.flatMap(one => (one.what !== 'link' && one.after.kind === 'time' ? [one.after.milliseconds] : []));
  expect(Math.min(...times)).toBeLessThan(200);
  expect(Math.max(...times)).toBeGreaterThan(4800);
  expect(times.every(time => time >= 0 && time <= 5000)).toBe(true);
  expect(aim(17, course)).toEqual(aims[17]);
});

it('kills each of the three', () => {
  expect(new Set(aims.map(({ what }) => what))).toEqual(new Set(['controller', 'link', 'program']));
});
