import { describe, expect, it } from 'vitest';
import { say } from '../i18n/text.js';
import { type Check, defineCheck } from '../model/check.js';
import { defineFact, known, missing, reader } from '../model/fact.js';
import type { Outcome } from '../model/finding.js';
import { type Recording, recordingSchema } from '../model/recording.js';
import { aPath, aProduct } from '../testing/assessment.js';
import { judge } from './judge.js';
import { FactReader } from './read.js';

const text = say({ en: 'Text.', es: 'Texto.' });
const ask = { kind: 'command', id: 'ask', line: 'true' } as const;

const present = defineFact<number>({
  id: 'present',
  title: text,
  on: { linux: reader({ questions: { ask }, parse: () => known(7) }) },
});
const absent = defineFact<number>({
  id: 'absent',
  title: text,
  on: { linux: reader({ questions: {}, parse: () => missing(say({ en: 'No rights.', es: 'Sin permisos.' })) }) },
});
const broken = defineFact<number>({
  id: 'broken',
  title: text,
  on: {
    linux: reader<number, Readonly<Record<string, never>>>({
      questions: {},
      parse: () => {
        throw new Error('oops');
      },
    }),
  },
});
const windowsOnly = defineFact<number>({ id: 'windows-only', title: text, on: {} });

const recording: Recording = {
  schema: recordingSchema,
  host: 'h',
  computer: 'h',
  platform: 'linux',
  executor: 'sh',
  elevated: true,
  gatheredAt: '2026-01-01T00:00:00.000Z',
  hostClock: '2026-01-01T00:00:00.000Z',
  answers: {},
};
const situation = { path: aPath(), from: aProduct('debian12'), to: aProduct('debian13'), now: new Date(0), recording };
const common = { id: 'c', row: 'disk-space', title: text, why: text, platforms: ['linux'], sources: [] } as const;
const judged = (check: Parameters<typeof judge>[0]) => judge(check, new FactReader(recording), situation);

describe('judge', () => {
  it('hands over the facts a check declares', () => {
    const check = defineCheck({
      ...common,
      needs: { present },
      run: ({ present: n }) => ({ state: n === 7 ? 'pass' : 'fail', text }),
    });
    expect(judged(check)).toMatchObject([{ key: 'c', state: 'pass', severity: 'info', section: 'hardware' }]);
  });

  it('keeps all that an outcome says', () => {
    const outcome: Outcome = {
      state: 'manual',
      severity: 'low',
      resource: 'r',
      label: text,
      text,
      question: text,
      remedy: { kind: 'hint', text },
      evidence: { a: 1 },
    };
    expect(judged(defineCheck({ ...common, needs: {}, run: () => outcome }))).toEqual([
      { ...outcome, key: 'c/r', check: 'c', row: 'disk-space', section: 'hardware', title: text, sources: [] },
    ]);
  });

  it('makes several findings with keys of their own', () => {
    const check = defineCheck({
      ...common,
      needs: {},
      run: () => [
        { state: 'warn', resource: 'a', text },
        { state: 'fail', resource: 'b', text },
      ],
    });
    expect(judged(check).map(finding => [finding.key, finding.severity])).toEqual([
      ['c/a', 'medium'],
      ['c/b', 'high'],
    ]);
  });

  it.each<[string, Partial<Pick<Check, 'sourcesFor'>>, string]>([
    ['the path’s own where the check says so', { sourcesFor: () => [{ title: 'Path', proof: 'community' }] }, 'Path'],
    ['else the check’s', {}, 'Check'],
  ])('names sources: %s', (_, more, title) => {
    const sources = [{ title: 'Check', proof: 'vendor' }] as const;
    const check = defineCheck({ ...common, sources, ...more, needs: {}, run: () => ({ state: 'pass', text }) });
    expect(judged(check)[0]?.sources.map(source => source.title)).toEqual([title]);
  });

  it.each([
    ['a missing fact', absent, 'No rights.'],
    ['a reader that throws', broken, 'oops'],
    ['a fact this platform does not have', windowsOnly, 'no such thing on Linux'],
  ])('%s is unknown, never a pass, and says why', (_, fact, why) => {
    const check = defineCheck({ ...common, needs: { fact }, run: () => ({ state: 'pass', text }) });
    const [finding] = judged(check);
    expect(finding).toMatchObject({ state: 'unknown', severity: 'high' });
    expect(finding?.text.en).toContain(why);
  });

  it('hands over a missing fact it only uses', () => {
    const check = defineCheck({
      ...common,
      needs: {},
      uses: { absent },
      run: (_, __, { absent: reading }) => ({ state: 'warn', text: reading.state === 'missing' ? reading.why : text }),
    });
    expect(judged(check)[0]?.text.es).toBe('Sin permisos.');
  });

  it('turns an exception into an error that blocks', () => {
    const check = defineCheck({
      ...common,
      needs: {},
      run: () => {
        throw new Error('bad luck');
      },
    });
    expect(judged(check)).toMatchObject([{ state: 'error', severity: 'high' }]);
  });

  it.each([
    ['another platform', { platforms: ['windows'] as const }],
    ['another path', { concerns: () => false }],
  ])('says nothing about %s', (_, more) => {
    expect(judged(defineCheck({ ...common, ...more, needs: {}, run: () => ({ state: 'pass', text }) }))).toEqual([]);
  });
});
