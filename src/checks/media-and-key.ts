import { microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { languageName } from './wording/language-name.js';
import { ask } from './wording/outcomes.js';
import { staysInPlace } from './wording/windows-paths.js';

export const mediaAndKey = defineCheck({
  id: 'media-and-key',
  row: 'service-pack',
  title: say({ en: 'Installation medium and key', es: 'Medio de instalación y clave' }),
  why: say({
    en: 'A medium of another language or edition, or a key that does not fit, ends the evening before it has begun.',
    es: 'Un medio de otro idioma o edición, o una clave que no corresponde, echa a perder la noche antes de empezar.',
  }),
  platforms: ['windows'],
  needs: {},
  uses: { identity },
  sources: [microsoft.inPlace],

  run: (_values, { to, path }, { identity: reading }) => {
    // a new server may be in any language
    if (!staysInPlace(path)) return newServer(to.name);
    const language = reading.state === 'known' ? reading.value.language : undefined;
    const [en, es] = (['en', 'es'] as const).map(one => language && languageName(language, one));
    return ask(
      language === undefined
        ? {
            en: 'The language of the installed system could not be read; the medium must be in the same.',
            es: 'No se ha podido leer el idioma del sistema instalado; el medio debe ser del mismo.',
          }
        : { en: `The installed system is in ${en}.`, es: `El sistema instalado está en ${es}.` },
      {
        en: `Are the medium of ${to.name} in ${en ?? 'the installed language'}, a key that fits the edition, and a way to activate at hand?`,
        es: `¿Tiene a mano el medio de ${to.name} en ${es ?? 'el idioma instalado'}, una clave de la edición correcta y forma de activarlo?`,
      },
      { evidence: { language: language ?? null } },
    );
  },
});

function newServer(name: string): Outcome {
  return ask(
    {
      en: `The new server needs ${name} of its own.`,
      es: `El servidor nuevo necesita su propio ${name}.`,
    },
    {
      en: `Are the medium of ${name}, its key, the client licences and a way to activate at hand?`,
      es: `¿Tiene a mano el medio de ${name}, su clave, las licencias de cliente y forma de activarlo?`,
    },
    { evidence: { language: null } },
  );
}
