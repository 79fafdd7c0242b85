import { type Text, say } from '../../i18n/text.js';
import type { ChangeOutcome, PutBackOutcome } from '../../model/event.js';
import { outcomeTexts } from './states.js';

type Outcome = ChangeOutcome | PutBackOutcome | 'done';

/** One line about a thing while a run goes on: what it was, how it ended and, when that needs a word, why. */
export function progressText(text: Text, outcome: Outcome | undefined, why: string | undefined): Text {
  if (outcome === undefined) return text;
  const word = words[outcome];
  const reason = why === undefined || why === '' ? '' : ` (${why})`;
  return say({ en: `${text.en} → ${word.en}${reason}`, es: `${text.es} → ${word.es}${reason}` });
}

const words: Readonly<Record<Outcome, Text>> = {
  ...outcomeTexts,
  done: say({ en: 'done', es: 'hecho' }),
  changed: say({ en: 'changed', es: 'cambiado' }),
  already: say({ en: 'was so already', es: 'ya estaba así' }),
  'left-alone': say({ en: 'left alone', es: 'no se ha tocado' }),
  absent: say({ en: 'not there', es: 'no existe' }),
  unknown: say({ en: 'nobody knows what became of it', es: 'no se sabe qué ha pasado' }),
};
