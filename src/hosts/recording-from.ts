import type { Answer } from '../model/answer.js';
import type { Batch } from '../model/question.js';
import { type Recording, recordingSchema } from '../model/recording.js';
import type { Decoded } from './decode.js';
import { maskAnswer } from './mask.js';

/** Who was asked what, and when by our clock. */
export interface Asked {
  /** The host as the user named it. */
  readonly host: string;
  readonly batch: Batch;
  readonly gatheredAt: Date;
}

/**
 * Makes a recording of decoded answers. Secrets are masked here, before anything else of ours sees them. A question whose answer
 * never came is an error that says so.
 *
 * @throws TypeError when there is no header: the caller must have said before why no executor ran
 */
export function recordingFrom(decoded: Decoded, { host, batch, gatheredAt }: Asked): Recording {
  const { header } = decoded;
  if (!header) throw new TypeError('Without a header there is nothing to record.');
  const answers = Object.create(null) as Record<string, Answer>;
  for (const { id } of batch.questions) answers[id] = decoded.answers.get(id) ?? neverCame;
  for (const [id, answer] of decoded.answers) answers[id] = answer;
  for (const [id, answer] of Object.entries(answers)) answers[id] = maskAnswer(answer);
  return {
    schema: recordingSchema,
    host,
    computer: header.computer,
    platform: header.executor === 'sh' ? 'linux' : 'windows',
    executor: header.executor,
    elevated: header.elevated,
    gatheredAt: gatheredAt.toISOString(),
    hostClock: isoOf(header.clock),
    answers,
  };
}

const neverCame: Answer = {
  state: 'error',
  ms: 0,
  why: 'the answers broke off before this one; gather again',
};

/** A clock beyond what dates can say is taken for 1970, which no check believes. */
function isoOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString();
}
