import type { ProtectionProduct } from '../../facts/protection.js';
import { say } from '../../i18n/text.js';
import type { Source } from '../../model/path.js';
import type { PlannedPerson } from '../../model/step.js';
import { nameOf } from '../wording/services.js';
import type { ServiceChanges } from './service-changes.js';

/** A product that only its own console can pause, with the page that says how, where one was read. */
export function pauseByHandItem(product: ProtectionProduct, source: Source): PlannedPerson {
  const page = source.url === undefined ? '' : ` (${source.url})`;
  return {
    id: `disk-tools/${product.product}`,
    kind: 'person',
    text: say({
      en: `${product.name} (${product.vendor}) is ${product.running === undefined ? 'installed' : 'running'}. Antesala does not stop it: such products defend their services, and no document of the maker’s was read that says how to pause this one by command${page}.`,
      es: `${product.name} (${product.vendor}) está ${product.running === undefined ? 'instalado' : 'en marcha'}. Antesala no lo detiene: estos productos defienden sus servicios y no se ha leído ningún documento del fabricante que diga cómo pausarlo con una orden${page}.`,
    }),
    question: say({
      en: `Have you paused ${product.name} in its own console for the time of the upgrade, as its maker describes, or agreed with its maker that it may run, and noted to switch it on again?`,
      es: `¿Ha pausado ${product.name} en su propia consola mientras dure la actualización, como indica el fabricante, o ha acordado con él que puede seguir en marcha, y ha anotado volver a activarlo?`,
    }),
    seconds: 600,
  };
}

/** A service that would take along one we do not touch. */
export function heldItem(step: string, { service, by }: ServiceChanges['heldBy'][number]): PlannedPerson {
  const name = nameOf(service);
  const needing = nameOf(by);
  return {
    id: `${step}/${service.name}`,
    kind: 'person',
    text: say({
      en: `${name.en} cannot be stopped by itself: ${needing.en} needs it, and Antesala does not touch that one.`,
      es: `${name.es} no se puede detener sin más: lo necesita ${needing.es}, y Antesala no toca ese servicio.`,
    }),
    question: say({
      en: `Have you decided with the makers what is to be done with ${name.en} and ${needing.en} during the upgrade, and done it?`,
      es: `¿Ha decidido con los fabricantes qué hacer con ${name.es} y ${needing.es} durante la actualización, y lo ha hecho?`,
    }),
    seconds: 300,
  };
}
