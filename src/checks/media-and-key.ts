import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask } from './wording/outcomes.js';
import { inPlaceUpgrade } from './wording/practice.js';

export const mediaAndKey = defineCheck({
  id: 'media-and-key',
  row: 'service-pack',
  title: say({ en: 'Installation medium and key', es: 'Medio de instalación y clave' }),
  why: say({
    en: 'A medium of another language or edition, or a key that does not fit, ends the evening before it has begun.',
    es: 'Un medio de otro idioma o edición, o una clave que no corresponde, acaba con la noche antes de empezar.',
  }),
  platforms: ['windows'],
  needs: {},
  uses: { identity },
  sources: [inPlaceUpgrade],

  run: (_values, { to }, { identity: reading }) => {
    const language = reading.state === 'known' ? reading.value.language : undefined;
    return ask(
      language === undefined
        ? {
            en: 'The language of the installed system could not be read; the medium must be in the same.',
            es: 'No se ha podido leer el idioma del sistema instalado; el medio debe ser del mismo.',
          }
        : { en: `The installed system is in ${language}.`, es: `El sistema instalado está en ${language}.` },
      {
        en: `Are the medium of ${to.name} in ${language ?? 'the installed language'}, a key that fits the edition, and a way to activate at hand?`,
        es: `¿Tiene a mano el medio de ${to.name} en ${language ?? 'el idioma instalado'}, una clave de la edición correcta y forma de activarlo?`,
      },
      { evidence: { language: language ?? null } },
    );
  },
});
