import { type Text, same, say } from '../i18n/text.js';
import type { StampedEvent } from '../model/event.js';
import { type ResourceState, resourceName } from '../model/resource.js';
import { changeOutcomeTexts, putBackTexts } from './event-words.js';

type ChangeEvent = Extract<
  StampedEvent,
  { readonly type: 'intent' | 'outcome' | 'put-back-intent' | 'put-back' | 'accepted' | 'act-intent' | 'act-outcome' }
>;

/** What was done to the server, event by event. */
export function changeText(event: ChangeEvent): Text {
  switch (event.type) {
    case 'intent': {
      const name = resourceName(event.resource);
      const [found, to] = [stateText(event.found), stateText(event.to)];
      return say({
        en: `About to change ${name}: found ${found.en}; to become ${to.en}.`,
        es: `Se va a cambiar ${name}: encontrado ${found.es}; pasará a ${to.es}.`,
      });
    }
    case 'outcome':
      return withReason(event.item, changeOutcomeTexts[event.outcome], event.why);
    case 'put-back-intent': {
      const to = stateText(event.to);
      return say({
        en: `About to put back ${event.item}: to become ${to.en}.`,
        es: `Se va a restaurar ${event.item}: pasará a ${to.es}.`,
      });
    }
    case 'put-back':
      return putBackText(event);
    case 'accepted': {
      const found = stateText(event.found);
      return say({
        en: `${event.by} accepts ${event.item} as it was found, ${found.en}: ${event.reason}`,
        es: `${event.by} acepta ${event.item} tal como se encontró, ${found.es}: ${event.reason}`,
      });
    }
    case 'act-intent': {
      const what = typeof event.what === 'string' ? same(event.what) : event.what;
      return say({ en: `About to do: ${what.en}`, es: `Se va a hacer: ${what.es}` });
    }
    case 'act-outcome':
      return withReason(event.item, actOutcomes[event.outcome], event.why);
  }
}

function putBackText(event: Extract<ChangeEvent, { readonly type: 'put-back' }>): Text {
  const { item, outcome, forced, found, was, why } = event;
  const base = withReason(item, putBackTexts[outcome], why);
  const decided = say({ en: ' Somebody decided so.', es: ' Así lo decidió una persona.' });
  const both = outcome === 'drifted' || outcome === 'failed';
  const [now, before] = [stateText(found), stateText(was)];
  return {
    en: `${base.en}${forced ? decided.en : ''}${both ? ` Found ${now.en}; it had been ${before.en}.` : ''}`,
    es: `${base.es}${forced ? decided.es : ''}${both ? ` Encontrado ${now.es}; antes era ${before.es}.` : ''}`,
  };
}

function withReason(item: string, outcome: Text, why: string | null): Text {
  const reason = why === null || why === '' ? '' : ` (${why})`;
  return { en: `${item}: ${outcome.en}${reason}.`, es: `${item}: ${outcome.es}${reason}.` };
}

/** `start=auto, running=true`: fields by their own names; a long value (a file's content) only by its length. */
function stateText(state: ResourceState | 'absent' | 'unknown'): Text {
  if (state === 'absent') return say({ en: 'not there', es: 'no existente' });
  if (state === 'unknown') return say({ en: 'unknown', es: 'desconocido' });
  const shown = Object.entries(state).map(([name, value]) => {
    const text = String(value);
    return `${name}=${text.length <= longestValue ? text : `${text.slice(0, longestValue)}… (${text.length})`}`;
  });
  const text = `[${shown.join(', ')}]`;
  return { en: text, es: text };
}

const longestValue = 60;

const actOutcomes = {
  done: say({ en: 'done', es: 'hecho' }),
  failed: say({ en: 'failed', es: 'ha fallado' }),
  unknown: say({ en: 'nobody knows what became of it', es: 'no se sabe qué ha pasado' }),
};
