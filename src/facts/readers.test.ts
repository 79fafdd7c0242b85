import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../hosts/recorded/recording-text.js';
import type { Answer } from '../model/answer.js';
import { anyAnswerTo } from '../testing/arbitrary-answers.js';
import { context } from '../testing/windows-answers.js';
import { facts } from './registry.generated.js';

const recordings = readdirSync('recordings')
  .filter(name => name.endsWith('.json'))
  .map(name => readRecording(readFileSync(`recordings/${name}`, 'utf8'), name));

/** Every reader there is: one that is added later is under test without anybody thinking of it. */
const readers = facts.flatMap(fact =>
  Object.entries(fact.on).map(([platform, reader]) => ({ name: `${fact.id} on ${platform}`, reader })),
);

const samplesOf = (id: string): Answer[] => recordings.flatMap(({ answers }) => answers[id] ?? []);

describe.each(readers)('$name', ({ reader }) => {
  it('makes a reading of whatever a host may answer', () => {
    const answers = fc.record(
      Object.fromEntries(
        Object.entries(reader.questions).map(([name, question]) => [
          name,
          anyAnswerTo(question, samplesOf(question.id)),
        ]),
      ),
    );
    fc.assert(
      fc.property(answers, given => {
        const before = JSON.stringify(given);
        const reading = reader.parse(given as Readonly<Record<string, Answer>>, context);
        if (reading.state === 'missing') {
          expect(reading.why.en).not.toBe('');
          expect(reading.why.es).not.toBe(reading.why.en);
        } else {
          expect(reading.value).toBeDefined();
        }
        expect(JSON.stringify(given)).toBe(before);
        expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
