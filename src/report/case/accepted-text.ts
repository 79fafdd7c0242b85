import { type Text, say } from '../../i18n/text.js';
import type { Acceptance } from '../../model/put-back.js';
import { outcomeTexts } from './states.js';

/** Who accepted an item, when and why; of an acceptance that counts no more also that it does not. */
export function acceptanceText({ by, at, reason, counts }: Omit<Acceptance, 'found'>): Text {
  return counts
    ? say({
        en: f => `Accepted by ${by} on ${f.moment(at)}: ${reason}`,
        es: f => `Aceptado por ${by} el ${f.moment(at)}: ${reason}`,
      })
    : say({
        en: f =>
          `It was accepted by ${by} on ${f.moment(at)} (${reason}), and has changed again since: that counts no more.`,
        es: f =>
          `Lo aceptó ${by} el ${f.moment(at)} (${reason}), pero después ha vuelto a cambiar: esa aceptación ya no vale.`,
      });
}

/** The outcome of an item that a person takes as it is. */
export const acceptedOutcomes: Readonly<Record<'drifted' | 'gone', Text>> = {
  drifted: say({
    en: `${outcomeTexts.drifted.en}, accepted`,
    es: `${outcomeTexts.drifted.es}, aceptado`,
  }),
  gone: say({ en: `${outcomeTexts.gone.en}, accepted`, es: `${outcomeTexts.gone.es}, aceptado` }),
};
