import { type Formats, formatsFor } from './formats.js';

/** The languages in which every sentence exists. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** A sentence in every language, already worded: plain data that can be stored in a report. */
export type Text = Readonly<Record<Language, string>>;

type Wording = string | ((f: Formats) => string);

/**
 * Words a sentence in both languages. A function receives that language's formats, for figures, dates and plurals.
 *
 * @example say({ en: f => `${f.have(free)} free`, es: f => `${f.have(free)} libres` })
 */
export function say(wording: Readonly<Record<Language, Wording>>): Text {
  return { en: word(wording.en, 'en'), es: word(wording.es, 'es') };
}

/** A text that reads the same in every language: a name, a path, a figure with its unit. */
export function same(value: string): Text {
  return { en: value, es: value };
}

/** Sentences one after the other, separated by a blank. */
export function sentences(...texts: readonly Text[]): Text {
  return { en: texts.map(t => t.en).join(' '), es: texts.map(t => t.es).join(' ') };
}

export function isLanguage(value: unknown): value is Language {
  return languages.some(language => language === value);
}

function word(wording: Wording, language: Language): string {
  return typeof wording === 'string' ? wording : wording(formatsFor(language));
}
