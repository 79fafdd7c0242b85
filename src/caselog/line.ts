import { hash } from 'node:crypto';
import type { CaseEvent, Stamp } from '../model/event.js';

/** `prev` of the first event. */
export const noLineBefore = '0'.repeat(64);

/** Longest line there can be, in bytes: a plan's choices with tens of thousands of recipients stay below it. */
export const longestLine = 8 * 1024 * 1024;

/**
 * One event as its line, without line end: JSON in ASCII (other characters as `\uXXXX`), so that no editor, code page or carrier on the
 * way to a Windows 2000 server can change its bytes unseen.
 */
export function toLine(stamp: Stamp, event: CaseEvent): string {
  const { seq, at, actor, prev } = stamp;
  return JSON.stringify({ seq, at, actor, prev, ...event }).replace(
    /[^\x20-\x7e]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** SHA-256 (hex) of a line without its line end: what the next line carries as `prev`. */
export function hashOf(line: string): string {
  // ASCII, so its UTF-8 bytes are its own; one call is twice as fast as a hash object
  return hash('sha256', line, 'hex');
}
