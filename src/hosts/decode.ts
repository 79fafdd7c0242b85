import type { Answer } from '../model/answer.js';
import type { Batch, Question } from '../model/question.js';
import { type AnswerLine, answerFrom } from './decode-answer.js';
import { type WireHeader, wireMark } from './wire.js';

/** What an executor printed, understood. */
export interface Decoded {
  /** Undefined when nothing of ours came: no executor ran. */
  readonly header: WireHeader | undefined;
  readonly nonce: string | undefined;
  /** By question id, in the order they came. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** The end line was seen and counts as many answers as came (and as were asked, when the batch is known). */
  readonly complete: boolean;
  /** Lines that are not ours: a banner, a message of the day, what a background job wrote. */
  readonly noise: number;
  /** Lines of ours that could not be read: cut off, or longer than any answer may be. */
  readonly damaged: number;
}

/** No line an executor prints may be longer: a question's bytes are bounded far below. */
export const longestLine = 64 * 1024 * 1024;

/**
 * Reads the output of an executor (wire.ts). Never throws, whatever it is given: what cannot be read is counted.
 *
 * @param stream bytes, or text with one character a byte; UTF-16 with a byte order mark is understood, too (a shell redirected it)
 * @param batch what was asked: tells encodings and how much of a registry export was wanted
 * @param nonce when known, no other lines are believed
 */
export function decodeAnswers(stream: Buffer | string, batch?: Batch, nonce?: string): Decoded {
  const bytes = toBytes(stream);
  const questions = new Map<string, Question>(batch?.questions.map(question => [question.id, question]));
  const answers = new Map<string, Answer>();
  let header: WireHeader | undefined;
  let mark = nonce === undefined ? undefined : Buffer.from(`${wireMark}${nonce} `, 'latin1');
  let known = nonce;
  let ended: number | undefined;
  let noise = 0;
  let damaged = 0;
  for (const line of linesOf(bytes)) {
    const start = line.indexOf(mark ?? anyMark);
    if (start < 0) {
      if (line.some(byte => byte > 0x20)) noise += 1;
      continue;
    }
    if (line.length - start > longestLine) {
      damaged += 1;
      continue;
    }
    const text = line.toString('latin1', start);
    if (!header) {
      const first = headerLine.exec(text);
      header = first ? headerFrom(parseObject(first[2] ?? '')) : undefined;
      if (header && known === undefined) {
        known = first?.[1];
        mark = Buffer.from(`${wireMark}${known} `, 'latin1');
      }
      if (!header) noise += 1;
      continue;
    }
    const value = parseObject(text.slice(mark?.length));
    const end = value?.['end'];
    if (typeof end === 'number') {
      ended = end;
    } else if (value && typeof value['id'] === 'string') {
      const id = value['id'];
      // The first word stands: a question that was stopped while it printed is answered for once more.
      if (!answers.has(id)) answers.set(id, answerFrom(value as AnswerLine, questions.get(id), header));
    } else {
      damaged += 1;
    }
  }
  const asked = batch?.questions.length ?? ended;
  const complete = header !== undefined && ended !== undefined && ended === answers.size && ended === asked;
  return { header, nonce: known, answers, complete, noise, damaged };
}

const anyMark = Buffer.from(wireMark, 'latin1');
const headerLine = /^@antesala:([A-Za-z0-9]+) (\{.*\})\s*$/;

function toBytes(stream: Buffer | string): Buffer {
  const bytes = typeof stream === 'string' ? Buffer.from(stream.replace(/^\ufeff/, ''), 'latin1') : stream;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return Buffer.from(bytes.toString('utf16le', 2), 'latin1');
  return bytes;
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  let at = 0;
  while (at < bytes.length) {
    const newline = bytes.indexOf(0x0a, at);
    const end = newline < 0 ? bytes.length : newline;
    yield bytes.subarray(at, end);
    at = end + 1;
  }
}

/** An object of JSON, or nothing for any other text. */
export function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A header with the right types in it, or none: everything after it is read with its help. */
export function headerFrom(value: Readonly<Record<string, unknown>> | undefined): WireHeader | undefined {
  if (value?.['answers'] !== 1) return undefined;
  const { executor, engine, computer, elevated, clock, oem, ansi } = value;
  if (executor !== 'sh' && executor !== 'wsh' && executor !== 'powershell') return undefined;
  return {
    answers: 1,
    executor,
    engine: typeof engine === 'string' ? engine : '',
    computer: typeof computer === 'string' ? computer : '',
    elevated: elevated === true,
    clock: typeof clock === 'number' && Number.isFinite(clock) ? clock : 0,
    ...(typeof oem === 'number' ? { oem } : {}),
    ...(typeof ansi === 'number' ? { ansi } : {}),
  };
}
