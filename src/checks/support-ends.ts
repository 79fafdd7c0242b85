import { microsoft } from '../catalog/microsoft-sources.js';
import { supportLeft } from '../catalog/products.js';
import { same, say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import type { Product } from '../model/path.js';
import { hint, pass, warn } from './wording/outcomes.js';

/** A target with less than this left is worth a second thought. */
const shortDays = 365;

export const supportEnds = defineCheck({
  id: 'support-ends',
  row: 'service-pack',
  title: say({ en: 'End of support', es: 'Fin del soporte' }),
  why: say({
    en: 'Without security updates a server is open to every hole found from then on. An upgrade should lead to years of them.',
    es: 'Sin actualizaciones de seguridad, un servidor queda expuesto a cada fallo que se descubra. Una actualización debería dar años de ellas.',
  }),
  platforms: ['windows', 'linux'],
  needs: {},
  sources: [
    microsoft.lifecycle,
    { title: 'Debian package distro-info-data', url: 'https://packages.debian.org/distro-info-data', proof: 'vendor' },
  ],
  sourcesFor: ({ from, to }) => [...new Set([...from.sources, ...to.sources])],
  run: (_, { from, to, now }) => (from.id === to.id ? [ofTarget(to, now)] : [ofSource(from, now), ofTarget(to, now)]),
});

function ofSource(product: Product, now: Date): Outcome {
  const { name, support } = product;
  const { state, days } = supportLeft(product, now);
  const more = { resource: product.id, label: same(name), evidence: { ends: support.ends, days } };
  if (state === 'supported') {
    return pass(
      {
        en: f => `${name} gets security updates until ${f.day(support.ends)}.`,
        es: f => `${name} recibe actualizaciones de seguridad hasta el ${f.day(support.ends)}.`,
      },
      more,
    );
  }
  const remedy = hint({
    en: 'Do not put the upgrade off, and keep this server out of reach of the Internet until then.',
    es: 'No aplace la actualización y, hasta entonces, mantenga este servidor fuera del alcance de Internet.',
  });
  const { extended } = support;
  if (state === 'extended' && extended) {
    return warn(
      'low',
      {
        en: f =>
          `Free security updates for ${name} ended on ${f.day(support.ends)}; ${extended.name} lasts until ${f.day(extended.ends)}.`,
        es: f =>
          `Las actualizaciones de seguridad gratuitas de ${name} terminaron el ${f.day(support.ends)}; ${extended.name} dura hasta el ${f.day(extended.ends)}.`,
      },
      { ...more, remedy },
    );
  }
  if (extended) {
    return warn(
      'low',
      {
        en: f =>
          `Free security updates for ${name} ended on ${f.day(support.ends)}, and ${extended.name} on ${f.day(extended.ends)}.`,
        es: f =>
          `Las actualizaciones de seguridad gratuitas de ${name} terminaron el ${f.day(support.ends)}, y ${extended.name}, el ${f.day(extended.ends)}.`,
      },
      { ...more, remedy },
    );
  }
  return warn(
    'low',
    {
      en: f => `${name} has had no security updates since ${f.day(support.ends)}.`,
      es: f => `${name} no recibe actualizaciones de seguridad desde el ${f.day(support.ends)}.`,
    },
    { ...more, remedy },
  );
}

function ofTarget(product: Product, now: Date): Outcome {
  const { name, support } = product;
  const { state, days } = supportLeft(product, now);
  const more = { resource: product.id, label: same(name), evidence: { ends: support.ends, days } };
  const remedy = hint({
    en: 'See “antesala paths” for ways to a release with years of support left; where there is none in place, plan a migration.',
    es: 'Consulte con «antesala paths» las rutas hacia una versión con años de soporte; si no hay ninguna en el mismo equipo, planifique una migración.',
  });
  const { extended } = support;
  if (state === 'extended' && extended) {
    return warn(
      'medium',
      {
        en: f =>
          `Free security updates for the target, ${name}, ended on ${f.day(support.ends)}; ${extended.name} lasts until ${f.day(extended.ends)}. Do not stay there.`,
        es: f =>
          `Las actualizaciones de seguridad gratuitas del destino, ${name}, terminaron el ${f.day(support.ends)}; ${extended.name} dura hasta el ${f.day(extended.ends)}. No se quede ahí.`,
      },
      { ...more, remedy },
    );
  }
  if (state !== 'supported') {
    return warn(
      'high',
      {
        en: f => `The target is out of support itself: ${name} since ${f.day(support.ends)}.`,
        es: f => `El propio destino ya no tiene soporte: ${name} desde el ${f.day(support.ends)}.`,
      },
      { ...more, remedy },
    );
  }
  if (days < shortDays) {
    return warn(
      'medium',
      {
        en: f => `${name} gets security updates for only ${f.plural(days, '# more day', '# more days')}.`,
        es: f => `A ${name} solo le ${f.plural(days, 'queda # día', 'quedan # días')} de actualizaciones de seguridad.`,
      },
      { ...more, remedy },
    );
  }
  return pass(
    {
      en: f => `${name} gets security updates until ${f.day(support.ends)}.`,
      es: f => `${name} recibe actualizaciones de seguridad hasta el ${f.day(support.ends)}.`,
    },
    more,
  );
}
