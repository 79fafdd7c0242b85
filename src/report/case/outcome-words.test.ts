import { expect, it } from 'vitest';
import { outcomeWord } from './outcome-words.js';

it.each([
  ['changed', 'cambiado'],
  ['restored', 'restaurado'],
  ['failed', 'fallido'],
  ['something new', 'something new'],
])('%s is %s in Spanish', (outcome, es) => expect(outcomeWord(outcome).es).toBe(es));
