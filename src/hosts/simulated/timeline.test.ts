import { expect, it } from 'vitest';
import { Timeline } from './timeline.js';

/** What happened, and at which second. */
function run(order: (clock: Timeline, note: (what: string) => () => void) => void): string[] {
  const clock = new Timeline(0);
  const noted: string[] = [];
  order(clock, what => () => void noted.push(`${what} ${clock.now / 1000}`));
  return noted;
}

it.each<[string, string[], Parameters<typeof run>[0]]>([
  [
    'in order of time, not of ordering',
    ['b 1', 'a 2'],
    (clock, note) => {
      clock.after(2, note('a'));
      clock.after(1, note('b'));
      clock.pass(3);
    },
  ],
  [
    'only what is due',
    ['a 2', 'end 2'],
    (clock, note) => {
      clock.after(2, note('a'));
      clock.after(3, note('b'));
      clock.pass(2);
      note('end')();
    },
  ],
  [
    'not what was called off',
    ['end 5'],
    (clock, note) => {
      clock.after(2, note('a'))();
      clock.pass(5);
      note('end')();
    },
  ],
  [
    'nothing after the power went',
    [],
    (clock, note) => {
      clock.after(2, note('a'));
      clock.clear();
      clock.pass(5);
    },
  ],
  [
    'what itself takes time, and orders more',
    ['a 4', 'b 5', 'end 6'],
    (clock, note) => {
      clock.after(1, () => {
        clock.pass(3);
        note('a')();
        clock.after(1, note('b'));
      });
      clock.pass(6);
      note('end')();
    },
  ],
])('happens: %s', (_, noted, order) => expect(run(order)).toEqual(noted));
