import type { ProtectionProduct } from '../../facts/protection.js';
import { type Text, say, sentences } from '../../i18n/text.js';
import type { PlannedItem } from '../../model/step.js';

export const noneKnown = say({
  en: 'No antivirus or backup agent of the catalogue was recognised. One that is not in it is stopped with the services of other makers.',
  es: 'No se ha reconocido ningún antivirus ni agente de copia del catálogo. Los que no están en él se detienen con los servicios de otros fabricantes.',
});
export const nothingToPause = say({ en: 'There is nothing to pause.', es: 'No hay nada que pausar.' });
export const tasksNotRead = say({
  en: 'Schedules that start backups could not be read.',
  es: 'No se han podido leer las programaciones que inician copias.',
});

export const nothingRuns = (products: readonly ProtectionProduct[]): Text =>
  say({
    en: f => `Off already, or nothing of it to be stopped: ${f.list(products.map(one => one.name))}.`,
    es: f => `Ya inactivos, o sin nada que detener: ${f.list(products.map(one => one.name))}.`,
  });

/** How much is switched off here, and how much by people. */
export function paused(items: readonly PlannedItem[]): Text {
  const people = items.filter(item => item.kind === 'person').length;
  const own = items.length - people;
  return sentences(
    ...(own === 0
      ? []
      : [
          say({
            en: f => `${f.plural(own, '# thing is', '# things are')} switched off here.`,
            es: f => `Aquí se ${f.plural(own, 'desactiva # elemento', 'desactivan # elementos')}.`,
          }),
        ]),
    ...(people === 0
      ? []
      : [
          say({
            en: f => `A person must pause ${f.plural(people, '#', '#')}.`,
            es: f => `Una persona debe pausar ${f.plural(people, '#', '#')}.`,
          }),
        ]),
  );
}
