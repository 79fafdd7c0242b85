import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleEvents } from '../testing/case-events.js';
import { eventShape } from './event-shapes.js';
import { noLineBefore } from './line.js';
import { surelyRight } from './quick-check.js';

const stamp = { seq: 7, at: '2026-11-25T10:00:00.000Z', actor: 'ana@taller', prev: noLineBefore };
const plain = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
const { lost: _, ...usualIntent } = sampleEvents.intent;
const quick = [
  usualIntent,
  sampleEvents.intent,
  sampleEvents.outcome,
  sampleEvents['act-intent'],
  sampleEvents['step-started'],
  sampleEvents['step-ended'],
  sampleEvents['put-back-intent'],
  sampleEvents['put-back'],
];

describe('surelyRight', () => {
  it.each(quick)('knows $type', event => {
    expect(surelyRight(plain({ ...stamp, ...event }), noLineBefore)).toBe(true);
  });

  it('leaves the others to their shapes', () => {
    expect(surelyRight(plain({ ...stamp, ...sampleEvents['gate-decided'] }), noLineBefore)).toBe(false);
    expect(surelyRight(plain({ ...stamp, type: 'constructor' }), noLineBefore)).toBe(false);
    expect(surelyRight(plain({ ...stamp, ...sampleEvents.outcome }), 'f'.repeat(64))).toBe(false);
  });

  it('never says yes where the shape says no', () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        'absent',
        'unknown',
        'changed',
        'done',
        -1,
        Number.MAX_VALUE,
        2.5,
        '2026-11-25T10:00:00.000Z',
        'f'.repeat(64),
      ),
      fc.dictionary(fc.constantFrom('kind', 'name', 'start', '__proto__', 'extra'), fc.jsonValue({ maxDepth: 1 })),
    );
    const names = [...new Set(quick.flatMap(event => Object.keys({ ...stamp, ...event }))), 'extra', '__proto__'];
    let yes = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...quick),
        fc.array(fc.tuple(fc.constantFrom(...names), fc.option(odd)), { maxLength: 3 }),
        (event, changes) => {
          const pairs = new Map(Object.entries<unknown>({ ...stamp, ...event }));
          for (const [name, value] of changes) {
            if (value === null) pairs.delete(name);
            else pairs.set(name, value);
          }
          // through text, so that names such as __proto__ become what JSON.parse makes of them
          const text = `{${[...pairs].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`;
          const value = JSON.parse(text) as Record<string, unknown>;
          if (!surelyRight(value, noLineBefore)) return;
          yes += 1;
          expect(eventShape.safeParse(value).error?.issues).toBeUndefined();
        },
      ),
      { numRuns: 5000 },
    );
    expect(yes).toBeGreaterThan(300);
  });
});
