import type { PutBackOutcome } from '../model/event.js';

/**
 * What putting back comes to for a thing and for what is only watched over for it (`src/steps/planning/guards.ts`), by what becomes of both
 * meanwhile. The rule of `src/engine/put-back.ts`, for the engine and for every kit.
 */
export interface GuardLife {
  readonly name: string;
  /** What is found first: the thing as we had set it, or none. */
  readonly thing: 'off' | 'absent';
  readonly guard: 'there' | 'lost';
  /** What setting the thing does. */
  readonly setting: 'keeps it' | 'loses it' | 'vanishes';
  /** The guard is lost as soon as it was written. */
  readonly neverStays?: true;
  readonly forced?: true;
  readonly outcomes: readonly [thing: PutBackOutcome, guard: PutBackOutcome];
  /** How often the guard was written. */
  readonly written: number;
}

const found = { thing: 'off', guard: 'there', setting: 'keeps it' } as const;

export const guardLives: readonly GuardLife[] = [
  { name: 'is there all the time', ...found, outcomes: ['restored', 'kept'], written: 0 },
  { name: 'was lost', ...found, guard: 'lost', outcomes: ['restored', 'restored'], written: 1 },
  { name: 'is lost with the setting', ...found, setting: 'loses it', outcomes: ['restored', 'restored'], written: 1 },
  {
    name: 'was lost and is lost again with the setting',
    ...found,
    guard: 'lost',
    setting: 'loses it',
    outcomes: ['restored', 'restored'],
    written: 2,
  },
  {
    name: 'does not stay',
    ...found,
    setting: 'loses it',
    neverStays: true,
    outcomes: ['restored', 'drifted'],
    written: 1,
  },
  {
    name: 'was lost with the thing itself',
    ...found,
    thing: 'absent',
    guard: 'lost',
    outcomes: ['gone', 'gone'],
    written: 0,
  },
  {
    name: 'was lost with the thing itself, by force',
    ...found,
    thing: 'absent',
    guard: 'lost',
    forced: true,
    outcomes: ['gone', 'gone'],
    written: 0,
  },
  { name: 'is left of a thing that is gone', ...found, thing: 'absent', outcomes: ['gone', 'kept'], written: 0 },
  {
    name: 'is lost with a thing that vanishes when it is set',
    ...found,
    setting: 'vanishes',
    outcomes: ['gone', 'gone'],
    written: 0,
  },
];
