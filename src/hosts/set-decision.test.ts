import { describe, expect, it } from 'vitest';
import type { ResourceState } from '../model/resource.js';
import { absentSets, fileSets, registrySets, serviceSets } from '../testing/set-decisions.js';
import { decideSet, outcomeOfSet } from './set-decision.js';

describe('decideSet', () => {
  it.each([...serviceSets, ...absentSets, ...fileSets, ...registrySets])(
    '$name',
    ({ found, from, to, force, decision }) => {
      expect(decideSet(found, { from, to, ...(force ? { force } : {}) })).toEqual(decision);
    },
  );

  it('over all states of two fields with three values: touches nothing but our own states and mixtures', () => {
    const values = ['a', 'b', 'c'];
    const states = values.flatMap(x => values.map((y): ResourceState => ({ x, y })));
    const from = { x: 'a', y: 'a' };
    for (const to of states) {
      for (const found of states) {
        const ours = ['x', 'y'].every(name => [from, to].map((s: ResourceState) => s[name]).includes(found[name]));
        const done = found.x === to.x && found.y === to.y;
        const expected = done ? 'nothing' : ours ? 'set' : 'leave';
        expect([found, to, decideSet(found, { from: [from], to }).do]).toEqual([found, to, expected]);
        expect(decideSet(found, { from: [], to, force: true }).do).toBe(done ? 'nothing' : 'set');
      }
    }
  });
});

describe('outcomeOfSet', () => {
  const to = { start: 'auto', running: true };
  it.each<[string, ResourceState | 'absent', 'set' | 'failed']>([
    ['all is as it should be', { start: 'auto', running: true }, 'set'],
    ['a field of the host does not count', { start: 'auto', running: true, delayed: true }, 'set'],
    ['one field is not', { start: 'auto', running: false }, 'failed'],
    ['one field is not told', { start: 'auto' }, 'failed'],
    ['it vanished meanwhile', 'absent', 'failed'],
  ])('%s', (_, left, expected) => expect(outcomeOfSet(left, to)).toBe(expected));
});
