import type { Answer } from '../model/answer.js';
import type { Missing, Reader, Reading, ReadingContext } from '../model/fact.js';
import { absent, context, valueOfReading } from './windows-answers.js';

/** Answers of a host, by the names under which a reader expects them. */
export type Given = Readonly<Record<string, Answer>>;

/** Reads a fact out of some answers; whatever is not given is absent from the host. A name no question has fails the test. */
export function readWith<T>(reader: Reader<T>, given: Given, how: Partial<ReadingContext> = {}): Reading<T> {
  const unknown = Object.keys(given).filter(name => !Object.hasOwn(reader.questions, name));
  if (unknown.length > 0) throw new Error(`no such question: ${unknown.join(', ')}`);
  const answers = Object.fromEntries(Object.keys(reader.questions).map(name => [name, given[name] ?? absent]));
  return reader.parse(answers, { ...context, ...how });
}

/** The value read; fails the test with the reason when the fact is missing. */
export function valueWith<T>(reader: Reader<T>, given: Given, how: Partial<ReadingContext> = {}): T {
  return valueOfReading(readWith(reader, given, how));
}

/** Why the fact is missing; fails the test when it is known. */
export function reasonWith<T>(reader: Reader<T>, given: Given, how: Partial<ReadingContext> = {}): Missing['why'] {
  const reading = readWith(reader, given, how);
  if (reading.state === 'known') throw new Error(`known: ${JSON.stringify(reading.value)}`);
  return reading.why;
}
