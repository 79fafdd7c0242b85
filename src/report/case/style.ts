import type picocolors from 'picocolors';
import type { Language, Text } from '../../i18n/text.js';
import { visible } from '../visible.js';
import { wrap } from '../wrap.js';

/** How text for a terminal is written. */
export interface Style {
  readonly language: Language;
  readonly colors: ReturnType<typeof picocolors.createColors>;
  readonly width: number;
}

/** A text as one language says it, with what a host may have put into it made visible. */
export function words(text: Text, { language }: Style): string {
  return visible(text[language]);
}

/** A paragraph of a width, for a terminal. */
export function wrapped(text: string, { width }: Style, indent: string): string[] {
  return wrap(text, width, indent);
}
