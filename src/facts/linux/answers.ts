import { say } from '../../i18n/text.js';
import type { Answer } from '../../model/answer.js';
import { type Missing, missing } from '../../model/fact.js';

/** What a command or file question brought, if anything did. */
export function textOf(answer: Answer): string | undefined {
  return answer.state === 'ok' && 'text' in answer ? answer.text : undefined;
}

/** Why a question brought nothing, for the person who reads the report. */
export function whyNot(answer: Answer): Missing {
  switch (answer.state) {
    case 'denied':
      return missing(
        say({
          en: 'The account used may not read it; gather again as root.',
          es: 'La cuenta utilizada no tiene permiso para leerlo; repita la recogida como root.',
        }),
      );
    case 'timeout':
      return missing(
        say({
          en: 'The server did not answer this question in time; gather again when it is less busy.',
          es: 'El servidor no respondió a tiempo a esta pregunta; repita la recogida cuando esté menos ocupado.',
        }),
      );
    case 'missing':
    case 'unsupported':
    case 'error':
      return missing(
        say({
          en: `The server gave no answer: ${answer.why}.`,
          es: `El servidor no dio respuesta: ${answer.why}.`,
        }),
      );
    case 'ok':
      return missing(
        say({
          en: 'The answer of the server was not the one expected; please report this with the recording.',
          es: 'La respuesta del servidor no fue la esperada; comuníquelo, por favor, junto con la grabación.',
        }),
      );
  }
}

/** The output of a command made of parts (pieces.ts), as lines without empty ones. A part that was not printed is absent. */
export function partsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    if (line.startsWith('::')) {
      lines = [];
      parts.set(line.slice(2), lines);
    } else {
      lines.push(line);
    }
  }
  return parts;
}

/** Lines `Key: value` or `Key=value`, the first of each key. */
export function fieldsOf(lines: readonly string[], separator: ':' | '='): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(separator);
    if (at <= 0) continue;
    const key = line.slice(0, at).trim();
    if (!fields.has(key)) fields.set(key, line.slice(at + 1).trim());
  }
  return fields;
}

/** The value of a shell-like setting (`NAME="value"`) without its quotes. */
export function unquoted(value: string): string {
  const match = /^\s*(["'])(.*)\1\s*$/.exec(value);
  return match?.[2] ?? value.trim();
}

/** A whole number, or undefined for anything else; `-` and empty are what tools print for "none". */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined;
  return Number(text);
}

/** Seconds since 1970 as ISO time; undefined for nonsense. */
export function isoOf(seconds: number | undefined): string | undefined {
  if (seconds === undefined || !Number.isFinite(seconds) || Math.abs(seconds) > 8e12) return undefined;
  return new Date(seconds * 1000).toISOString();
}

/** Words between blanks. */
export function wordsOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(/\s+/).filter(word => word !== '');
}
