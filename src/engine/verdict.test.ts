import { describe, expect, it } from 'vitest';
import type { Severity, State } from '../model/finding.js';
import { aFinding } from '../testing/assessment.js';
import { countsOf, verdictOf, verdictText } from './verdict.js';

const of = (...list: readonly (readonly [State, Severity])[]) =>
  list.map(([state, severity]) => aFinding({ state, severity }));

describe('verdict', () => {
  it.each([
    ['nothing at all', of(), 'ready'],
    ['passes and warnings', of(['pass', 'info'], ['warn', 'high']), 'ready'],
    ['a question', of(['manual', 'medium']), 'answers-needed'],
    ['an unknown that could block', of(['unknown', 'high'], ['manual', 'medium']), 'facts-missing'],
    ['an error blocks like an unknown', of(['error', 'high']), 'facts-missing'],
    ['a light unknown does not block', of(['unknown', 'low']), 'ready'],
    ['a light failure does not block', of(['fail', 'medium']), 'ready'],
    ['a failure outweighs an unknown', of(['unknown', 'high'], ['fail', 'high']), 'not-ready'],
    ['an inhibitor', of(['fail', 'inhibitor']), 'not-ready'],
  ] as const)('%s', (_, findings, expected) => expect(verdictOf(findings)).toBe(expected));

  it('says how many, in both languages', () => {
    const one = of(['fail', 'high']);
    expect(verdictText('not-ready', one).en).toContain('1 finding blocks');
    expect(verdictText('not-ready', [...one, ...one]).es).toContain('2 hallazgos impiden');
    expect(verdictText('answers-needed', of(['manual', 'medium'])).es).toContain('Queda 1 pregunta');
    expect(verdictText('facts-missing', of(['unknown', 'high'])).en).toContain('1 point');
    expect(verdictText('ready', []).es).toContain('Nada impide');
  });

  it('counts by state', () =>
    expect(countsOf(of(['fail', 'high'], ['fail', 'low'], ['pass', 'info']))).toMatchObject({
      fail: 2,
      pass: 1,
      warn: 0,
    }));
});
