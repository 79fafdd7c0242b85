import { type Text, same, say } from '../../../i18n/text.js';
import type { EventNames } from '../../../model/case-report.js';
import type { StampedEvent } from '../../../model/event.js';
import { eventText } from '../../event-text.js';
import { changeOutcomeTexts, putBackTexts, stepOutcomeTexts } from '../../event-words.js';
import { thingText } from './words.js';

/** An event as a story tells it: steps and things by their names, no hashes, and no reasons that stand elsewhere in the report. */
export function storyEventText(event: StampedEvent, names: EventNames): Text {
  const step = (id: string): Text => names.step(id) ?? same(id);
  const thing = (item: string): Text => thingText(names.resource(item) ?? item);
  switch (event.type) {
    case 'gate-decided':
      return decided(event);
    case 'step-started':
      return told(step(event.step), begun, null);
    case 'step-ended':
      return told(step(event.step), stepOutcomeTexts[event.outcome], null);
    case 'outcome':
      return told(thing(event.item), changeOutcomeTexts[event.outcome], event.why);
    case 'put-back':
      return told(thing(event.item), putBackTexts[event.outcome], event.why);
    case 'accepted':
      return accepted(event, thing(event.item));
    case 'plan-made':
      return planned;
    case 'signed':
      return say({
        en: `Signed electronically by ${event.by}: everything up to event ${event.seq - 1}.`,
        es: `Firmado electrónicamente por ${event.by}: todo hasta el evento ${event.seq - 1}.`,
      });
    default:
      return eventText(event);
  }
}

function decided({ verdict, by, reasons }: Extract<StampedEvent, { readonly type: 'gate-decided' }>): Text {
  const against = reasons.filter(reason => reason.blocks).length;
  if (verdict === 'go') return say({ en: `Go, decided by ${by}.`, es: `Adelante; lo decide ${by}.` });
  return say({
    en: f => `No-go, decided by ${by}: ${f.plural(against, '# reason', '# reasons')} against.`,
    es: f => `No adelante; lo decide ${by}: ${f.plural(against, '# motivo', '# motivos')} en contra.`,
  });
}

function accepted({ by, reason }: Extract<StampedEvent, { readonly type: 'accepted' }>, name: Text): Text {
  return {
    en: `${name.en}: ${by} accepts it as it was found (${reason}).`,
    es: `${name.es}: ${by} lo acepta tal como se encontró (${reason}).`,
  };
}

function told(name: Text, outcome: Text, why: string | null): Text {
  const reason = why === null || why === '' ? '' : ` (${why})`;
  return { en: `${name.en}: ${outcome.en}${reason}.`, es: `${name.es}: ${outcome.es}${reason}.` };
}

const begun = say({ en: 'begun', es: 'inicio' });
const planned = say({ en: 'Plan made.', es: 'Plan elaborado.' });
