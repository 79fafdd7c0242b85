import type { Text } from '../i18n/text.js';
import type { Answer } from './answer.js';
import type { Question } from './question.js';
import type { Platform } from './recording.js';

/** What is known, or why it is not. Never an empty value in place of "could not look". */
export type Reading<T> = { readonly state: 'known'; readonly value: T } | Missing;

export interface Missing {
  readonly state: 'missing';
  readonly why: Text;
}

/** Questions by the name under which `parse` receives their answers. */
export type Questions = Readonly<Record<string, Question>>;
export type AnswersTo<Q extends Questions> = { readonly [K in keyof Q]: Answer };

/** What else a reader may know: nothing about the upgrade, only how the answers were got. */
export interface ReadingContext {
  readonly elevated: boolean;
  /** When the host answered, by its own clock (ISO): for ages of things the host dated. */
  readonly hostClock: string;
  readonly gatheredAt: string;
}

/** How one platform tells a fact: what is asked, and a pure parse of the answers. */
export interface Reader<T> {
  readonly questions: Questions;
  parse(answers: Readonly<Record<string, Answer>>, context: ReadingContext): Reading<T>;
}

/** Ties the names of the questions to the names `parse` receives. */
export function reader<T, Q extends Questions>(definition: {
  readonly questions: Q;
  parse(answers: AnswersTo<Q>, context: ReadingContext): Reading<T>;
}): Reader<T> {
  return {
    questions: definition.questions,
    parse: (answers, context) => definition.parse(answers as AnswersTo<Q>, context),
  };
}

export interface Fact<T> {
  readonly id: string;
  readonly title: Text;
  /** A platform that is left out has no such thing (the fact is then missing and says so). */
  readonly on: Readonly<Partial<Record<Platform, Reader<T>>>>;
}

/** Declares a fact. One file a fact, named as its id; readers in `<id>.windows.ts` and `<id>.linux.ts` beside it. */
export function defineFact<T>(fact: Fact<T>): Fact<T> {
  return fact;
}

export function known<T>(value: T): Reading<T> {
  return { state: 'known', value };
}

export function missing(why: Text): Missing {
  return { state: 'missing', why };
}

export type FactValue<F> = F extends Fact<infer T> ? T : never;
