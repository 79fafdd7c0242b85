import { type Text, say } from '../i18n/text.js';
import type { StampedEvent } from '../model/event.js';
import { told } from './kit-branch.js';
import { hashOf } from './line.js';

export interface JoinedProblem {
  readonly seq: number;
  readonly text: Text;
}

/**
 * Whether events that were joined from a kit's log are those that the kit wrote: its lines, kept as evidence, must follow event `from` of this
 * log by their hashes, and say what the joined events say.
 *
 * @param lineAt the line of an event of this log, by its number
 * @param evidence the bytes of the kit's log; undefined when they are not there or were changed, which is told elsewhere
 */
export async function joinedProblems(
  events: readonly StampedEvent[],
  lineAt: (seq: number) => string,
  evidence: (sha256: string) => Promise<Uint8Array | undefined>,
): Promise<readonly JoinedProblem[]> {
  const problems: JoinedProblem[] = [];
  const joinedAfter = new Map<number, number>();
  for (const [at, event] of events.entries()) {
    if (event.type !== 'kit-log-joined') continue;
    const { from, seq } = event;
    const bytes = await evidence(event.sha256);
    const before = joinedAfter.get(from) ?? 0;
    joinedAfter.set(from, before + event.events);
    if (!bytes) continue;
    const branch = branchOf(Buffer.from(bytes).toString('latin1'), from, hashOf(lineAt(from)));
    if (!branch) {
      problems.push({ seq, text: texts.unchained(seq, from) });
      continue;
    }
    for (let nth = 0; nth < event.events; nth += 1) {
      const joined = events[at + 1 + nth];
      if (joined && told(joined) === told(branch[before + nth])) continue;
      problems.push({ seq: seq + 1 + nth, text: texts.other(seq + 1 + nth) });
      break;
    }
  }
  return problems;
}

/** The kit's events after one of the case; undefined when its lines do not follow it and one another. */
function branchOf(text: string, from: number, hash: string): readonly StampedEvent[] | undefined {
  const lines = text.split('\n').filter(line => line !== '');
  const events: StampedEvent[] = [];
  let prev = hash;
  for (const line of lines) {
    const event = parsed(line);
    if (!event) return undefined;
    if (event.seq <= from) continue;
    if (event.seq !== from + 1 + events.length || event.prev !== prev) return undefined;
    events.push(event);
    prev = hashOf(line);
  }
  return events;
}

function parsed(line: string): StampedEvent | undefined {
  try {
    return JSON.parse(line) as StampedEvent;
  } catch {
    return undefined;
  }
}

const texts = {
  unchained: (seq: number, from: number): Text =>
    say({
      en: `Event ${seq}: the lines of the kit that were kept as evidence do not follow event ${from} of this log by their hashes.`,
      es: `Evento ${seq}: las líneas del kit guardadas como evidencia no siguen por sus hashes al evento ${from} de este registro.`,
    }),
  other: (seq: number): Text =>
    say({
      en: `Event ${seq} is not what the kit wrote: its own lines, kept as evidence, say something else.`,
      es: `El evento ${seq} no es lo que escribió el kit: sus propias líneas, guardadas como evidencia, dicen otra cosa.`,
    }),
};
