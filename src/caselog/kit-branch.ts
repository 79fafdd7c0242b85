import { type Text, say } from '../i18n/text.js';
import type { StampedEvent } from '../model/event.js';

/** What a kit wrote after it and the case had gone different ways, and how much of it the case has by now. */
export interface KitBranch {
  /** The last event that both have. */
  readonly from: number;
  /** What the case does not have yet, as the kit wrote it. */
  readonly fresh: readonly StampedEvent[];
  /** How many the case has already. */
  readonly joined: number;
}

/** What is done on a server, as against what people state and decide about it. */
const acts: ReadonlySet<StampedEvent['type']> = new Set<StampedEvent['type']>([
  'run-started',
  'step-started',
  'intent',
  'outcome',
  'act-intent',
  'act-outcome',
  'step-ended',
  'run-ended',
  'handed-over',
  'put-back-intent',
  'put-back',
  'copy-kept',
]);

/**
 * What of a kit's events is to be joined to a case that has gone on since the kit carried its log away. Answers, exceptions, decisions and
 * reports may have come meanwhile; what was done on the server from here may not, since each side then acted without knowing of the other.
 *
 * @param from the last event that both have
 * @param later the case's events after it
 * @param branch the kit's events after it
 * @returns the reason when they cannot be joined
 */
export function kitBranch(
  from: number,
  later: readonly StampedEvent[],
  branch: readonly StampedEvent[],
): KitBranch | Text {
  const stranger = branch.find(event => !event.actor.startsWith('kit@'));
  if (stranger) return texts.notOfAKit(stranger.seq, stranger.actor);
  const has: StampedEvent[] = [];
  const others: StampedEvent[] = [];
  for (let at = 0; at < later.length; at += 1) {
    const event = later[at];
    if (event?.type !== 'kit-log-joined' || event.from !== from) {
      if (event) others.push(event);
      continue;
    }
    has.push(...later.slice(at + 1, at + 1 + event.events));
    at += event.events;
  }
  const acted = others.find(({ type }) => acts.has(type));
  if (acted) return texts.acted(acted.seq);
  const other = branch.findIndex((event, at) => at < has.length && told(event) !== told(has[at]));
  if (other >= 0) return texts.other(branch[other]?.seq ?? 0);
  return { from, fresh: branch.slice(has.length), joined: Math.min(has.length, branch.length) };
}

/** All but its place in a log. */
export function told(event: StampedEvent | undefined): string {
  if (!event) return '';
  const { seq: _seq, prev: _prev, ...rest } = event;
  return JSON.stringify(rest);
}

const texts = {
  notOfAKit: (seq: number, actor: string): Text =>
    say({
      en: `event ${seq} was written by ${actor} and is another one in the case: this is no kit’s record but another copy of the case. Go on in the folder in which most was done.`,
      es: `el evento ${seq} lo escribió ${actor} y es otro en el caso: esto no es lo anotado por un kit, sino otra copia del caso. Siga en la carpeta en la que más se haya hecho.`,
    }),
  acted: (seq: number): Text =>
    say({
      en: `it goes on from an event after which the server was worked on from here too (event ${seq} of the case), and neither knew of the other. The file stays valid as the record of what was done on the server: keep it with the case, and look at the server with “antesala put-back”.`,
      es: `continúa desde un evento tras el cual también se trabajó en el servidor desde aquí (evento ${seq} del caso), sin que ninguno supiera del otro. El archivo sigue siendo válido como constancia de lo que se hizo en el servidor: consérvelo junto al caso y revise el servidor con «antesala put-back».`,
    }),
  other: (seq: number): Text =>
    say({
      en: `event ${seq} is not the one that was imported from this kit before: one of the two files was changed, or there are two kits. Compare them with the kit’s log among the evidence of the case.`,
      es: `el evento ${seq} no es el que ya se importó de este kit: se modificó alguno de los dos archivos o hay dos kits. Compárelos con el registro del kit que hay entre las evidencias del caso.`,
    }),
};
