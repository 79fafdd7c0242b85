import fc from 'fast-check';
import { expect } from 'vitest';
import type { Answer } from '../model/answer.js';
import type { Reader } from '../model/fact.js';
import { absent, context, denied, text, timedOut, unsupported } from './windows-answers.js';

/**
 * Asserts that a reader makes a reading of whatever a host may print: any text, pieces of text in the right form (the parts its
 * questions name, and pieces of `samples` cut and mixed), and answers that never came.
 */
export function survivesAnything<T>(reader: Reader<T>, samples: readonly string[] = []): void {
  const names = Object.keys(reader.questions);
  const parts = [...JSON.stringify(reader.questions).matchAll(/\\n::([a-z-]+)\\\\n/g)].map(match => `::${match[1]}`);
  const pieces = samples.flatMap(sample => sample.split('\n'));
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.stringMatching(/^[ -~\t]{0,60}$/),
    fc.constantFrom('', '--', '=', ':', ...parts, ...pieces),
    fc.tuple(fc.constantFrom('', ...pieces), fc.nat(80)).map(([piece, at]) => piece.slice(at)),
  );
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    { weight: 8, arbitrary: fc.array(line, { maxLength: 16 }).map(lines => text(lines.join('\n'))) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Answer>(absent, denied, unsupported, timedOut, { state: 'ok', ms: 1, rows: [] }),
    },
  );
  fc.assert(
    fc.property(fc.tuple(...names.map(() => answer)), answers => {
      const reading = reader.parse(Object.fromEntries(names.map((name, i) => [name, answers[i] ?? absent])), context);
      if (reading.state === 'missing') expect(reading.why.es).not.toBe(reading.why.en);
      else expect(reading.value).toBeDefined();
    }),
    { numRuns: 100 },
  );
}
