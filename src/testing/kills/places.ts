import type { StampedEvent } from '../../model/event.js';

/** Where in a run a kill fell, told by what the log says by then. */
export const killPlaces = [
  'preparing, before the first change',
  'preparing, between intent and outcome',
  'preparing, between two trips that change',
  'putting back, before the first change',
  'putting back, between intent and outcome',
  'putting back, between two trips that change',
] as const;
export type KillPlace = (typeof killPlaces)[number];

/**
 * Where a run stood.
 *
 * @param events of this run alone, as far as they are in the log; undefined when its end is among them
 */
export function placeOf(command: 'prepare' | 'put-back', events: readonly StampedEvent[]): KillPlace | undefined {
  if (events.some(event => event.type === 'run-ended')) return undefined;
  const run = command === 'prepare' ? 'preparing' : 'putting back';
  const [begins, ends] =
    command === 'prepare' ? (['intent', 'outcome'] as const) : (['put-back-intent', 'put-back'] as const);
  const open = new Set<string>();
  let begun = false;
  for (const event of events) {
    if (event.type === begins) {
      begun = true;
      open.add(event.item);
    } else if (event.type === ends) open.delete(event.item);
  }
  if (!begun) return `${run}, before the first change`;
  return open.size > 0 ? `${run}, between intent and outcome` : `${run}, between two trips that change`;
}

/** The whole lines of a log from a byte on; a torn last one is left out. */
export function eventsFrom(log: Buffer, start: number): readonly StampedEvent[] {
  const text = log.toString('latin1', start);
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as StampedEvent);
}
