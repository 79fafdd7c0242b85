import { type Text, say } from '../../i18n/text.js';
import { outcomeTexts } from './states.js';

/** How a change, an act or putting back one item ended, in a word: for lines of progress. */
export function outcomeWord(outcome: string): Text {
  return words[outcome] ?? { en: outcome, es: outcome };
}

const words: Readonly<Record<string, Text>> = {
  ...outcomeTexts,
  changed: say({ en: 'changed', es: 'cambiado' }),
  already: say({ en: 'already so', es: 'ya estaba así' }),
  'left-alone': say({ en: 'left alone', es: 'no se ha tocado' }),
  absent: say({ en: 'not there', es: 'no existe' }),
  unknown: say({ en: 'not known', es: 'no se sabe' }),
  done: say({ en: 'done', es: 'hecho' }),
};
