import type { Answer, RegistryAnswer, RegistryValue, Row, RowsAnswer, TextAnswer } from '../model/answer.js';

/** Registry data as tests write it: text = REG_SZ, number = REG_DWORD, list = REG_MULTI_SZ. */
export type Data = string | number | readonly string[] | { readonly expand: string } | { readonly binary: string };

function valueFrom(data: Data): RegistryValue {
  if (typeof data === 'string') return { type: 'sz', value: data };
  if (typeof data === 'number') return { type: 'dword', value: data };
  if ('expand' in data) return { type: 'expand', value: data.expand };
  if ('binary' in data) return { type: 'binary', value: data.binary };
  return { type: 'multi', value: data };
}

/** A registry answer from keys relative to `root` (`''` is the root itself). */
export function registry(root: string, keys: Readonly<Record<string, Readonly<Record<string, Data>>>>): RegistryAnswer {
  return {
    state: 'ok',
    ms: 3,
    keys: Object.fromEntries(
      Object.entries(keys).map(([key, values]) => [
        key === '' ? root : `${root}\\${key}`,
        Object.fromEntries(Object.entries(values).map(([name, data]) => [name, valueFrom(data)])),
      ]),
    ),
  };
}

export function rows(...all: readonly Row[]): RowsAnswer {
  return { state: 'ok', ms: 5, rows: all };
}

export function text(content: string, exit = 0): TextAnswer {
  return { state: 'ok', ms: 2, text: content, exit };
}

export const absent: Answer = { state: 'missing', ms: 0, why: 'not found' };
export const denied: Answer = { state: 'denied', ms: 0, why: 'access denied' };
export const unsupported: Answer = { state: 'unsupported', ms: 0, why: 'this executor cannot ask that' };
export const timedOut: Answer = { state: 'timeout', ms: 20_000, why: 'stopped after 20 s' };

/** A reading's value; fails the test with the reason when it is missing. */
export function valueOfReading<T>(
  reading: { state: 'known'; value: T } | { state: 'missing'; why: { readonly en: string } },
): T {
  if (reading.state === 'missing') throw new Error(`missing: ${reading.why.en}`);
  return reading.value;
}

/** How the answers of a test were got. */
export const context = {
  elevated: true,
  hostClock: '2026-03-14T10:00:00.000Z',
  gatheredAt: '2026-03-14T10:00:01.000Z',
} as const;
