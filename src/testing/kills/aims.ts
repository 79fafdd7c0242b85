/** What is killed in a run, and when: after so many events in its log, or so long after its start. */
export type Aim =
  | { readonly what: 'controller' | 'program'; readonly after: Moment }
  | { readonly what: 'link'; readonly message: number; readonly when: 'before' | 'after' };

interface Moment {
  readonly kind: 'event' | 'time';
  /** For `event`. */
  readonly event: number;
  readonly milliseconds: number;
}

/** What a run that nobody disturbs comes to. */
export interface Course {
  readonly events: number;
  readonly messages: number;
  readonly milliseconds: number;
}

/**
 * The n-th aim: moments spread evenly over a whole run, and the same for the same n. Half of them hit the controller at an event (or up to
 * half a second after it), the others the link, the program on the server, or the controller at any time.
 */
export function aim(n: number, course: Course): Aim {
  const at = spread(n, 0.618_033_988_75);
  const later = n % 2 === 0 ? 0 : Math.round(500 * spread(n, 0.754_877_666_25));
  const event = { kind: 'event', event: upTo(course.events, at), milliseconds: later } as const;
  switch (n % 6) {
    case 1:
    case 4:
      return { what: 'link', message: upTo(course.messages, at), when: n % 6 === 1 ? 'before' : 'after' };
    case 2:
      return { what: 'program', after: { ...event, milliseconds: Math.round(500 * spread(n, 0.754_877_666_25)) } };
    case 3:
      return {
        what: 'controller',
        after: { kind: 'time', event: 0, milliseconds: Math.round(course.milliseconds * at) },
      };
    default:
      return { what: 'controller', after: event };
  }
}

/** Multiples of an irrational number leave no gap for long. */
function spread(n: number, step: number): number {
  return (n * step) % 1;
}

function upTo(most: number, share: number): number {
  return 1 + Math.floor(share * Math.max(1, most));
}
