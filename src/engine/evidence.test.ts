import { describe, expect, it } from 'vitest';
import type { StampedEvent } from '../model/event.js';
import { evidenceOf } from './evidence.js';

const stored = (at: string, verdict: string | undefined): StampedEvent => ({
  seq: 1,
  at,
  actor: 'ana@taller',
  prev: '0'.repeat(64),
  type: 'evidence-stored',
  sha256: 'a'.repeat(64),
  bytes: 1,
  kind: 'proof',
  name: 'proof.json',
  ...(verdict === undefined ? {} : { data: { verdict } }),
});
const now = new Date('2026-11-25T20:00:00.000Z');
const asked = { check: 'backup-proof', row: 'backup-proof' } as const;

describe('evidence to a question', () => {
  it.each<[string, StampedEvent[], string]>([
    ['none', [], 'none'],
    ['of today', [stored('2026-11-25T08:00:00.000Z', 'proven')], 'counts'],
    ['of two days ago', [stored('2026-11-23T08:00:00.000Z', 'proven')], 'expired'],
    ['of damage, however old', [stored('2026-11-01T08:00:00.000Z', 'damaged')], 'against'],
    ['without a verdict', [stored('2026-11-25T08:00:00.000Z', undefined)], 'against'],
  ])('%s', (_, events, state) => expect(evidenceOf(events, asked, now).state).toBe(state));

  it('counts a day', () =>
    expect(evidenceOf([stored('2026-11-25T08:00:00.000Z', 'proven')], asked, now)).toMatchObject({
      until: '2026-11-26T08:00:00.000Z',
    }));

  it('is none of another question', () =>
    expect(evidenceOf([stored('2026-11-25T08:00:00.000Z', 'proven')], { ...asked, check: 'x' }, now).state).toBe(
      'none',
    ));
});
