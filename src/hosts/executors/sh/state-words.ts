import type { Resource, ResourceState } from '../../../model/resource.js';
import { shellWord } from './quote.js';

const fields = { unit: ['masked', 'enabled', 'active'], file: ['present', 'base64', 'mode'], command: ['value'] };

/** A state as three words of sh: `=` and the value, or `-` where it does not name the field. */
export function stateWords({ kind }: Resource, state: ResourceState): string[] {
  const names: readonly string[] = kind === 'unit' || kind === 'file' || kind === 'command' ? fields[kind] : [];
  return [0, 1, 2].map(at => {
    const name = names[at] ?? '';
    const value = Object.hasOwn(state, name) ? String(state[name]) : undefined;
    if (value === undefined) return '-';
    if (name === 'mode') return shellWord(`=${value.replace(/^0+(?=.)/, '')}`);
    return shellWord(`=${name === 'value' ? value.trim() : value}`);
  });
}
