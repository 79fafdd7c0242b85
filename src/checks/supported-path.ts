import { microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { say, sentences } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ubuntuGuide, upgradeChapter } from './wording/debian.js';
import { fail, hint, unread, warn } from './wording/outcomes.js';

export const supportedPath = defineCheck({
  id: 'supported-path',
  row: 'service-pack',
  title: say({ en: 'Supported way', es: 'Ruta de actualización admitida' }),
  why: say({
    en: 'Set-up accepts only certain products to start from. Any other start ends in a refusal, or in a system that nobody supports.',
    es: 'El programa de instalación solo acepta ciertos productos de partida. Con cualquier otro se niega, o deja un sistema sin soporte.',
  }),
  platforms: ['windows', 'linux'],
  needs: { identity },
  sources: [microsoft.upgradeOverview, microsoft.bestPractices, upgradeChapter('Upgrades from Debian 12'), ubuntuGuide],
  sourcesFor: ({ path }) => path.sources,

  run: ({ identity: { product, name } }, { path, from, to }) => {
    const evidence = { path: path.id, kind: path.kind, product: product ?? null };
    if (product === undefined) {
      return unread({
        en: `It could not be told which product “${name}” is. Name the path yourself with --to.`,
        es: `No se ha podido saber qué producto es «${name}». Indique usted la ruta con --to.`,
      });
    }
    if (product !== from.id) {
      return fail(
        'inhibitor',
        {
          en: `This server is ${name}, and the path asked for starts at ${from.name}.`,
          es: `Este servidor es ${name} y la ruta pedida parte de ${from.name}.`,
        },
        {
          remedy: hint({
            en: 'Leave out --to to get the path recommended for this server.',
            es: 'Omita --to para obtener la ruta recomendada para este servidor.',
          }),
          evidence,
        },
      );
    }
    if (path.kind === 'migrate') {
      const no = say({
        en: `${from.name} cannot be upgraded in place to ${to.name}.`,
        es: `${from.name} no se puede actualizar a ${to.name} en el mismo equipo.`,
      });
      const remedy = hint({
        en: `Prepare a second machine with ${to.name} and move to it; this server stays as it is until the move is accepted.`,
        es: `Prepare un segundo equipo con ${to.name} y trasládese a él; este servidor queda como está hasta que se dé por bueno el traslado.`,
      });
      return { state: 'fail', severity: 'inhibitor', text: sentences(no, ...path.notes), remedy, evidence };
    }
    if (path.sources.every(source => source.proof === 'unverified' || source.proof === 'community')) {
      return warn(
        'high',
        {
          en: `No word of the maker was found for the way from ${from.name} to ${to.name}.`,
          es: `No se ha encontrado ninguna confirmación del fabricante para pasar de ${from.name} a ${to.name}.`,
        },
        {
          remedy: hint({
            en: 'Run the compatibility check of the installation medium first, and try the upgrade on a restored copy of the server.',
            es: 'Ejecute antes la comprobación de compatibilidad del medio de instalación y pruebe la actualización en una copia restaurada del servidor.',
          }),
          evidence,
        },
      );
    }
    const yes = say({
      en: `${from.name} can be upgraded in place to ${to.name}.`,
      es: `${from.name} se puede actualizar a ${to.name} en el mismo equipo.`,
    });
    return { state: 'pass', text: sentences(yes, ...path.notes), evidence };
  },
});
