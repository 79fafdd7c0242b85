import type { Instruction, InstructionResult } from '../model/instruction.js';
import type { ResourceKind, ResourceState } from '../model/resource.js';
import { isNoAnswer, isRecord, textOf } from './decode-answer.js';
import { hidesIn } from './mask-text.js';
import type { WireHeader } from './wire.js';

/** A result line before anything of it is believed. */
export type ResultLine = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * Turns one line of the wire into the result of the instruction it belongs to. What makes no sense is an error for a `look`, which
 * touches nothing; for anything else it is no result, since nobody knows what was done.
 */
export function resultFrom(
  line: ResultLine,
  instruction: Instruction,
  header: WireHeader,
): InstructionResult | undefined {
  const ms = typeof line['ms'] === 'number' && Number.isFinite(line['ms']) ? Math.max(0, Math.round(line['ms'])) : 0;
  const { id } = instruction;
  const { did } = line;
  if (did === 'not-done' && isNoAnswer(line['state'])) {
    return { id, ms, did, state: line['state'], why: wordsOf(line['why'], header) ?? '' };
  }
  const result = told(line, instruction, header);
  if (result) return { id, ms, ...result };
  if (instruction.kind !== 'look') return undefined;
  return { id, ms, did: 'not-done', state: 'error', why: 'the result could not be understood' };
}

type Told<R = InstructionResult> = R extends InstructionResult ? Omit<R, 'id' | 'ms'> : never;

function told(line: ResultLine, instruction: Instruction, header: WireHeader): Told | undefined {
  const { did } = line;
  switch (instruction.kind) {
    case 'look': {
      const found = stateFrom(line['found'], instruction.resource.kind, header);
      return did === 'looked' && found ? { did, found } : undefined;
    }
    case 'set': {
      const { kind } = instruction.resource;
      const found = stateFrom(line['found'], kind, header);
      const left = stateFrom(line['left'], kind, header);
      if (!isSetOutcome(did) || !found || !left) return undefined;
      const why = wordsOf(line['why'], header);
      return { did, found, left, ...(why ? { why } : {}) };
    }
    case 'run':
      return did === 'ran' ? ranFrom(line, instruction, header) : undefined;
    case 'keep-copy': {
      const { path, length } = line;
      if (did !== 'kept' && did !== 'refused') return undefined;
      return typeof path === 'string' && isCount(length) ? { did, path, length } : undefined;
    }
    case 'disarm':
      return did === 'disarmed' || did === 'fired' || did === 'none' ? { did } : undefined;
  }
}

function ranFrom(
  line: ResultLine,
  { encoding }: Extract<Instruction, { kind: 'run' }>,
  header: WireHeader,
): Told | undefined {
  const { exit, cut } = line;
  const pages = encoding ?? (header.executor === 'sh' ? 'utf8' : 'oem');
  const text = textOf(line['out'], pages, header, cut === true ? 'beginning' : 'whole');
  if (text === undefined || typeof exit !== 'number' || !Number.isInteger(exit)) return undefined;
  const err = textOf(line['err'], pages, header, 'beginning');
  return {
    did: 'ran',
    exit,
    text: hidesIn(text),
    ...(err ? { err: hidesIn(err) } : {}),
    ...(cut === true ? { cut } : {}),
  };
}

/** Fields by kind, and what each may be (src/model/resource.ts). What a state is put back from must be exact: nothing else is believed. */
const fields: Readonly<Record<ResourceKind, Readonly<Record<string, readonly ('string' | 'number' | 'boolean')[]>>>> = {
  service: { start: ['string'], delayed: ['boolean'], running: ['boolean'] },
  unit: { masked: ['boolean'], enabled: ['boolean'], active: ['boolean'] },
  'registry-value': { present: ['boolean'], type: ['string'], value: ['string', 'number'] },
  file: { present: ['boolean'], base64: ['string'], mode: ['string'] },
  command: { value: ['string'] },
};

function stateFrom(wire: unknown, kind: ResourceKind, header: WireHeader): ResourceState | 'absent' | undefined {
  if (wire === 'absent') return wire;
  if (!isRecord(wire)) return undefined;
  const state: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(wire)) {
    const types = Object.hasOwn(fields[kind], name) ? fields[kind][name] : undefined;
    const read = isRecord(value) ? textOf(value, 'utf8', header, 'whole') : value;
    if (typeof read !== 'string' && typeof read !== 'number' && typeof read !== 'boolean') return undefined;
    if (!types?.some(type => typeof read === type)) return undefined;
    state[name] = read;
  }
  return Object.keys(state).length === 0 ? undefined : state;
}

/** Words of the host for a person, without secrets. */
function wordsOf(wire: unknown, header: WireHeader): string | undefined {
  const text = typeof wire === 'string' ? wire : textOf(wire, undefined, header, 'beginning');
  return text === undefined ? undefined : hidesIn(text.trim());
}

const setOutcomes: readonly unknown[] = ['nothing', 'set', 'differs', 'absent', 'failed'];

function isSetOutcome(did: unknown): did is 'nothing' | 'set' | 'differs' | 'absent' | 'failed' {
  return setOutcomes.includes(did);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
