import type { Answer, Cell, NoAnswer, RegistryValue, Row, TextAnswer } from '../model/answer.js';
import type { Question, TextEncodingName } from '../model/question.js';
import { bytesOfAnsi, decodeText } from './encoding.js';
import { readRegistryExport } from './registry-export.js';
import type { WireHeader } from './wire.js';

/** An answer line before anything of it is believed. */
export type AnswerLine = Readonly<Record<string, unknown>> & { readonly id: string };

export type Part = 'whole' | 'beginning' | 'end';

/** Turns one line of the wire into the answer a recording holds. What makes no sense becomes `error` with the reason. */
export function answerFrom(line: AnswerLine, question: Question | undefined, header: WireHeader): Answer {
  const ms = typeof line['ms'] === 'number' && Number.isFinite(line['ms']) ? Math.max(0, Math.round(line['ms'])) : 0;
  const { state } = line;
  if (isNoAnswer(state)) return { state, ms, why: typeof line['why'] === 'string' ? line['why'] : '' };
  if (state !== 'ok') return { state: 'error', ms, why: 'the answer could not be understood' };
  const given = { state, ms, ...(line['cut'] === true ? { cut: true } : {}) } as const;
  if (line['out'] !== undefined) {
    const part: Part = !given.cut ? 'whole' : question?.kind === 'file' && question.tail ? 'end' : 'beginning';
    const text = textOf(line['out'], encodingOf(question, header), header, part);
    if (text === undefined) return { state: 'error', ms, why: 'the text of the answer could not be understood' };
    const err = textOf(line['err'], encodingOf(question, header), header, 'beginning');
    const answer: TextAnswer = {
      ...given,
      text,
      ...(typeof line['exit'] === 'number' ? { exit: line['exit'] } : {}),
      ...(err ? { err } : {}),
    };
    return answer;
  }
  if (Array.isArray(line['rows'])) return { ...given, rows: line['rows'].filter(isRecord).map(rowFrom) };
  if (isRecord(line['keys'])) return { ...given, keys: mapValues(line['keys'], keyFrom) };
  if (typeof line['export'] === 'string') return fromExport(line['export'], given, question, header);
  return { state: 'error', ms, why: 'the answer could not be understood' };
}

function fromExport(
  text: string,
  given: { readonly state: 'ok'; readonly ms: number; readonly cut?: boolean },
  question: Question | undefined,
  header: WireHeader,
): Answer {
  const scope =
    question?.kind === 'registry' ? { key: question.key, depth: question.depth ?? 0, values: question.values } : {};
  const keys = readRegistryExport(text, { ...scope, ansi: header.ansi });
  if (question?.kind === 'registry' && Object.keys(keys).length === 0) {
    return { state: 'missing', ms: given.ms, why: `${question.key} is not in the registry` };
  }
  return { ...given, keys };
}

/** Commands on Windows write in the console's code page; everything else is found out from the bytes. */
function encodingOf(question: Question | undefined, header: WireHeader): TextEncodingName | undefined {
  if (question?.kind === 'command') return question.encoding ?? (header.executor === 'sh' ? 'utf8' : 'oem');
  return question?.kind === 'file' ? question.encoding : undefined;
}

/** Text as an executor sent it; undefined when it is none. */
export function textOf(
  wire: unknown,
  encoding: TextEncodingName | undefined,
  header: WireHeader,
  part: Part,
): string | undefined {
  if (!isRecord(wire)) return undefined;
  if (typeof wire['text'] === 'string') return wire['text'];
  if (typeof wire['b64'] === 'string') return decodeText(Buffer.from(wire['b64'], 'base64'), encoding, header, part);
  if (typeof wire['ansi'] === 'string') return decodeText(bytesOfAnsi(wire['ansi'], header), encoding, header, part);
  return undefined;
}

function rowFrom(row: Readonly<Record<string, unknown>>): Row {
  return mapValues(row, cellFrom);
}

function cellFrom(value: unknown): Cell {
  return Array.isArray(value) ? value.map(simple) : simple(value);
}

function simple(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function keyFrom(values: unknown): Readonly<Record<string, RegistryValue>> {
  const kept = Object.create(null) as Record<string, RegistryValue>;
  if (!isRecord(values)) return kept;
  for (const [name, value] of Object.entries(values)) if (isRegistryValue(value)) kept[name] = value;
  return kept;
}

function isRegistryValue(value: unknown): value is RegistryValue {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'dword':
      return typeof value['value'] === 'number';
    case 'multi':
      return Array.isArray(value['value']) && value['value'].every(text => typeof text === 'string');
    case 'sz':
    case 'expand':
    case 'qword':
    case 'binary':
    case 'none':
      return typeof value['value'] === 'string';
    default:
      return false;
  }
}

/** Without a prototype, so that a name like `__proto__` is only a name. */
function mapValues<T>(record: Readonly<Record<string, unknown>>, map: (value: unknown) => T): Record<string, T> {
  const mapped = Object.create(null) as Record<string, T>;
  for (const [name, value] of Object.entries(record)) mapped[name] = map(value);
  return mapped;
}

const noAnswers: readonly unknown[] = ['missing', 'denied', 'timeout', 'error', 'unsupported'];

export function isNoAnswer(state: unknown): state is NoAnswer['state'] {
  return noAnswers.includes(state);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
