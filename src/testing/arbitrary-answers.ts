import fc from 'fast-check';
import type { Answer, Cell, RegistryValue } from '../model/answer.js';
import type { Question } from '../model/question.js';
import { absent, denied, timedOut, unsupported } from './windows-answers.js';

/** What a host, or somebody who means harm, may put where a name, a number or a date is expected. */
const oddities = [
  '',
  ' ',
  '0',
  '-1',
  '4294967295',
  '99999999999999999999999999',
  '1e309',
  '20260230000000.000000+060',
  '00000000000000.000000-000',
  'C:',
  'C:\\',
  '"C:\\Program Files\\x.exe" -k',
  '\\\\?\\Volume{x}\\',
  '__proto__',
  'constructor',
  'toString',
  '\0',
  '\ud800',
  '\u202e',
  '\u001b[2J',
  '<script>',
  '%SystemRoot%',
  '{"a":[{}]}',
  '[]',
  'null',
  ';'.repeat(200),
];

const word = fc.oneof(fc.constantFrom(...oddities), fc.string({ unit: 'binary', maxLength: 24 }));
/** Numbers as JSON can write them. */
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(one => one + 0),
);
const scalar = fc.oneof({ weight: 4, arbitrary: word }, number, fc.boolean(), fc.constant(null));
const cell: fc.Arbitrary<Cell> = fc.oneof({ weight: 5, arbitrary: scalar }, fc.array(scalar, { maxLength: 3 }));

const value: fc.Arbitrary<RegistryValue> = fc.oneof(
  fc.tuple(fc.constantFrom('sz', 'expand', 'qword', 'binary', 'none'), word).map(([type, text]) => ({
    type,
    value: text,
  })),
  number.map(one => ({ type: 'dword', value: one })),
  fc.array(word, { maxLength: 4 }).map(list => ({ type: 'multi', value: list })),
) as fc.Arbitrary<RegistryValue>;

const none = fc.constantFrom<Answer>(absent, denied, timedOut, unsupported, { state: 'error', ms: 0, why: '' });

/**
 * Answers to one question as no honest host would give them: the form is right (a recording of another form is refused when it is
 * read), what stands in it is not. `samples` are answers that hosts gave; they are cut, mixed and spoiled.
 */
export function anyAnswerTo(question: Question, samples: readonly Answer[]): fc.Arbitrary<Answer> {
  const arbitraries = [none, formOf(question), ...spoiled(samples)];
  return fc.oneof(...arbitraries);
}

function formOf(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case 'registry': {
      const names = fc.constantFrom('', ...(question.values ?? []), ...oddities);
      const below = fc.oneof(
        fc.constant(''),
        word.map(name => `\\${name}`),
      );
      const keys = fc.dictionary(
        below.map(path => question.key + path),
        fc.dictionary(names, value, { maxKeys: 6 }),
        { maxKeys: 5 },
      );
      return keys.map(found => ({ state: 'ok', ms: 1, keys: found }));
    }
    case 'wmi':
    case 'file-info': {
      const columns =
        question.kind === 'wmi'
          ? question.properties
          : ['path', 'exists', 'company', 'product', 'description', 'version', 'size', 'modified'];
      const row = fc.dictionary(fc.constantFrom(...columns), cell, { maxKeys: columns.length });
      return fc.array(row, { maxLength: 4 }).map(rows => ({ state: 'ok', ms: 1, rows }));
    }
    case 'powershell':
      return fc.oneof(word, fc.json()).map(text => ({ state: 'ok', ms: 1, text }));
    default: {
      const line = fc.oneof(word, fc.constantFrom('::a', '--', 'a=b', 'a\tb\tc'));
      return fc.array(line, { maxLength: 12 }).map(lines => ({ state: 'ok', ms: 1, text: lines.join('\n'), exit: 0 }));
    }
  }
}

/** Real answers with one place changed. */
function spoiled(samples: readonly Answer[]): fc.Arbitrary<Answer>[] {
  const given = samples.filter(sample => sample.state === 'ok');
  if (given.length === 0) return [];
  return [fc.tuple(fc.constantFrom(...given), fc.nat(), fc.nat(), cell, word).map(parts => spoil(...parts))];
}

function spoil(sample: Answer, at: number, end: number, odd: Cell, text: string): Answer {
  if (sample.state !== 'ok') return sample;
  if ('text' in sample) {
    const from = at % (sample.text.length + 1);
    return { ...sample, text: sample.text.slice(0, from) + text + sample.text.slice(from + (end % 40)) };
  }
  if ('rows' in sample) {
    const index = at % Math.max(sample.rows.length, 1);
    const rows = sample.rows.map((row, i) => {
      const names = Object.keys(row);
      const name = names[end % Math.max(names.length, 1)];
      return i === index && name !== undefined ? { ...row, [name]: odd } : row;
    });
    return { ...sample, rows };
  }
  const paths = Object.keys(sample.keys);
  const path = paths[at % Math.max(paths.length, 1)] ?? '';
  const names = Object.keys(sample.keys[path] ?? {});
  const name = names[end % Math.max(names.length, 1)] ?? '';
  return { ...sample, keys: { ...sample.keys, [path]: { ...sample.keys[path], [name]: { type: 'sz', value: text } } } };
}
