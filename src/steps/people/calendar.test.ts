import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { makeCalendar } from './calendar.js';

const event = {
  uid: 'server-1@antesala',
  stamp: '2026-11-24T12:00:00.000Z',
  starts: '2026-11-28T19:00:00.000Z',
  ends: '2026-11-29T01:00:00.000Z',
  summary: 'Upgrade',
  description: 'Save; log off, please.',
  location: 'SERVER',
};
/** As an implementation that is not ours reads it. */
function read(text: string) {
  const component = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event');
  return new ICAL.Event(component);
}

describe('a calendar', () => {
  it('is what RFC 5545 says', () =>
    expect(makeCalendar(event)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Antesala//Antesala//EN',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:server-1@antesala',
        'DTSTAMP:20261124T120000Z',
        'DTSTART:20261128T190000Z',
        'DTEND:20261129T010000Z',
        'SUMMARY:Upgrade',
        'DESCRIPTION:Save\\; log off\\, please.',
        'LOCATION:SERVER',
        'STATUS:CONFIRMED',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    ));

  it('is read back by another implementation, whatever it says', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }),
        fc.string({ unit: 'binary', maxLength: 300, size: 'max' }),
        (summary, description) => {
          const text = makeCalendar({ ...event, summary, description });
          const got = read(text);
          expect(got.summary).toBe(summary.replaceAll(/\r\n?/g, '\n').replaceAll(/[\0-\x08\x0b-\x1f\x7f]/g, ''));
          expect(got.startDate.toJSDate().toISOString()).toBe(event.starts);
          expect(got.endDate.toJSDate().toISOString()).toBe(event.ends);
          for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        },
      ),
    ));

  it.each([
    ['x'.repeat(67), [75]],
    ['x'.repeat(68), [75, 2]],
    [`${'x'.repeat(66)}ñ`, [74, 3]],
    ['x'.repeat(67 + 74 + 1), [75, 75, 2]],
  ])('folds lines of more than 75 bytes, never inside a character (%#)', (summary, lengths) => {
    // "SUMMARY:" is eight bytes
    const [, line = ''] = /(SUMMARY:[^]*?)\r\nDESCRIPTION/.exec(makeCalendar({ ...event, summary })) ?? [];
    expect(line.split('\r\n').map(one => Buffer.byteLength(one))).toEqual(lengths);
  });

  it('refuses a time that is none', () =>
    expect(() => makeCalendar({ ...event, starts: 'tomorrow' })).toThrow(RangeError));
});
