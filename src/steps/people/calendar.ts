/** One event of a calendar, in UTC so that no time zone has to be described. */
export interface CalendarEvent {
  /** The same for the same event: a second notice replaces the first in people's calendars. */
  readonly uid: string;
  /** When this was written (ISO): RFC 5545 asks for it, and a pure function has no clock. */
  readonly stamp: string;
  readonly starts: string;
  readonly ends: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
}

/**
 * A calendar with one event, as an attachment that calendars import (RFC 5545, method PUBLISH: nothing to answer). The time does not count
 * as busy: people may do other things meanwhile.
 *
 * @throws RangeError when a time is none
 */
export function makeCalendar(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Antesala//Antesala//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `DTSTART:${utc(event.starts)}`,
    `DTEND:${utc(event.ends)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `LOCATION:${escaped(event.location)}`,
    'STATUS:CONFIRMED',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(line => `${folded(line)}\r\n`).join('');
}

/** `20261128T190000Z` */
function utc(time: string): string {
  return new Date(time)
    .toISOString()
    .replace(/\.\d{3}Z$/, 'Z')
    .replaceAll(/[-:]/g, '');
}

/** Text values (3.3.11). Other control characters have no place in one. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\0-\x08\x0b-\x1f\x7f]/g, '')
    .replaceAll(/[\\;,]/g, char => `\\${char}`)
    .replaceAll('\n', '\\n');
}

/** Lines of at most 75 bytes, the next one begun with a blank (3.1), never inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (bytes + size > 75) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += char;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}
