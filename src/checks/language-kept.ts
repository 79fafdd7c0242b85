import { community, microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { languageName } from './wording/language-name.js';
import { ask, unread } from './wording/outcomes.js';
import { staysInPlace } from './wording/windows-paths.js';

export const languageKept = defineCheck({
  id: 'language-kept',
  row: 'service-pack',
  title: say({ en: 'Language of the medium', es: 'Idioma del medio' }),
  why: say({
    en: 'Set-up keeps applications and settings only when its language is the one Windows was installed in.',
    es: 'La instalación solo conserva aplicaciones y ajustes si su idioma es aquel en que se instaló Windows.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: { identity },
  sources: [microsoft.conversion, community.sbsCompanion],

  run: ({ identity: { language } }) => {
    if (language === undefined) {
      return unread({
        en: 'The language Windows was installed in could not be read. Look with “DISM /Online /Get-Intl”, or in About Windows on older systems.',
        es: 'No se ha podido leer el idioma en que se instaló Windows. Mírelo con «DISM /Online /Get-Intl» o, en sistemas antiguos, en Acerca de Windows.',
      });
    }
    return ask(
      {
        en: `Windows was installed in ${languageName(language, 'en')} (${language}); the medium must be in the same language.`,
        es: `Windows se instaló en ${languageName(language, 'es')} (${language}); el medio debe estar en el mismo idioma.`,
      },
      {
        en: `Is the installation medium in ${languageName(language, 'en')}?`,
        es: `¿El medio de instalación está en ${languageName(language, 'es')}?`,
      },
      { evidence: { language } },
    );
  },
});
