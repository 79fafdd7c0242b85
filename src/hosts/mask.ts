import type { Answer, Cell, RegistryValue } from '../model/answer.js';
import { hidesIn, isSecretName, masked } from './mask-text.js';

/** An answer without the secrets in it: what is recorded, shown and carried. Masking twice changes nothing more. */
export function maskAnswer(answer: Answer): Answer {
  if (answer.state !== 'ok') return answer.why === '' ? answer : { ...answer, why: hidesIn(answer.why) };
  if ('text' in answer) {
    return {
      ...answer,
      text: hidesIn(answer.text),
      ...(answer.err === undefined ? {} : { err: hidesIn(answer.err) }),
    };
  }
  if ('rows' in answer) return { ...answer, rows: answer.rows.map(row => mapped(row, maskCell)) };
  return { ...answer, keys: mapped(answer.keys, (_path, values) => mapped(values, maskValue)) };
}

function maskCell(column: string, cell: Cell): Cell {
  const one = (value: string | number | boolean | null): string | number | boolean | null =>
    typeof value !== 'string' || value === '' ? value : isSecretName(column) ? masked : hidesIn(value);
  return typeof cell === 'object' && cell !== null ? cell.map(one) : one(cell);
}

/** Numbers stay: a password is never one of them, and `PasswordExpiryWarning` is. */
function maskValue(name: string, value: RegistryValue): RegistryValue {
  if (value.type === 'dword' || value.type === 'qword') return value;
  const secret = isSecretName(name);
  if (value.type === 'multi') {
    return { ...value, value: value.value.map(text => (secret && text !== '' ? masked : hidesIn(text))) };
  }
  if (secret && value.value !== '') return { ...value, value: masked };
  return value.type === 'binary' || value.type === 'none' ? value : { ...value, value: hidesIn(value.value) };
}

/** A copy without a prototype, since names come from the host. */
function mapped<T>(record: Readonly<Record<string, T>>, map: (name: string, value: T) => T): Record<string, T> {
  const copy = Object.create(null) as Record<string, T>;
  for (const name of Object.keys(record)) copy[name] = map(name, record[name] as T);
  return copy;
}
