import { say } from '../i18n/text.js';
import type { Answer } from '../model/answer.js';
import { type Fact, type Questions, type Reading, missing } from '../model/fact.js';
import type { Recording } from '../model/recording.js';

/** Reads facts out of one recording, each once and only when somebody needs it. */
export class FactReader {
  readonly #recording: Recording;
  readonly #readings = new Map<string, Reading<unknown>>();

  constructor(recording: Recording) {
    this.#recording = recording;
  }

  read<T>(fact: Fact<T>): Reading<T> {
    const found = this.#readings.get(fact.id);
    if (found) return found as Reading<T>;
    const reading = readFact(fact, this.#recording);
    this.#readings.set(fact.id, reading);
    return reading;
  }
}

function readFact<T>(fact: Fact<T>, recording: Recording): Reading<T> {
  const on = fact.on[recording.platform];
  if (!on) {
    return missing(
      say({
        en:
          recording.platform === 'windows' ? 'There is no such thing on Windows.' : 'There is no such thing on Linux.',
        es: recording.platform === 'windows' ? 'En Windows no existe.' : 'En Linux no existe.',
      }),
    );
  }
  const answers: Record<string, Answer> = {};
  for (const [name, id] of idsOf(on.questions)) {
    answers[name] = Object.hasOwn(recording.answers, id) ? (recording.answers[id] ?? notAsked) : notAsked;
  }
  try {
    return on.parse(answers, recording);
  } catch (error) {
    // A reader that throws is our fault; the other facts are still worth having.
    const detail = error instanceof Error ? error.message : String(error);
    return missing(
      say({
        en: `The answer could not be understood (${detail}). Please report this with the recording.`,
        es: `No se pudo interpretar la respuesta (${detail}). Comuníquelo, por favor, junto con la grabación.`,
      }),
    );
  }
}

const ids = new WeakMap<Questions, readonly (readonly [name: string, id: string])[]>();

/** The same questions are looked up in every recording: their list is made once. */
function idsOf(questions: Questions): readonly (readonly [name: string, id: string])[] {
  let found = ids.get(questions);
  if (!found) ids.set(questions, (found = Object.entries(questions).map(([name, { id }]) => [name, id])));
  return found;
}

/** Recordings made by an earlier version lack the questions asked since. */
const notAsked: Answer = {
  state: 'error',
  ms: 0,
  why: 'not asked: this recording was made by another version of Antesala',
};
