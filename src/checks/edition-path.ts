import { microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, fail, hint, pass, unread } from './wording/outcomes.js';
import { toModernWindows } from './wording/windows-paths.js';

export const editionPath = defineCheck({
  id: 'edition-path',
  row: 'service-pack',
  title: say({ en: 'Edition', es: 'Edición' }),
  why: say({
    en: 'Standard may become Datacenter, Datacenter never Standard, and Storage Server cannot be upgraded in place at all.',
    es: 'Standard puede pasar a Datacenter, Datacenter nunca a Standard, y Storage Server no admite actualización en el mismo equipo.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { identity },
  sources: [microsoft.conversion, microsoft.upgradeOverview, microsoft.upgradePaths2016],

  run: ({ identity: { edition, name } }, { to }) => {
    const evidence = { edition: edition ?? null };
    if (edition === undefined) {
      return unread({
        en: 'The edition could not be read. Look with “DISM /Online /Get-CurrentEdition”: the medium must offer the same or a higher one.',
        es: 'No se ha podido leer la edición. Mírela con «DISM /Online /Get-CurrentEdition»: el medio debe ofrecer la misma o una superior.',
      });
    }
    if (edition === 'storage') {
      return fail(
        'inhibitor',
        {
          en: `${name} is a Storage Server edition, which cannot be upgraded in place.`,
          es: `${name} es una edición Storage Server, que no se puede actualizar en el mismo equipo.`,
        },
        {
          remedy: hint({
            en: 'Set up a new server and move the shares to it, for example with the Storage Migration Service.',
            es: 'Instale un servidor nuevo y traslade a él los recursos compartidos, por ejemplo con el servicio de migración de almacenamiento.',
          }),
          evidence,
        },
      );
    }
    if (edition === 'standard') {
      return pass(
        {
          en: `Standard can become ${to.name} Standard or Datacenter.`,
          es: `Standard puede pasar a ${to.name} Standard o Datacenter.`,
        },
        { evidence },
      );
    }
    if (edition === 'essentials' && to.family === 'essentials') {
      return pass(
        { en: `Essentials can become ${to.name}.`, es: `Essentials puede pasar a ${to.name}.` },
        { evidence },
      );
    }
    if (edition === 'datacenter') {
      return ask(
        {
          en: 'Datacenter can only become Datacenter; with a key or choice of Standard, files and applications cannot be kept.',
          es: 'Datacenter solo puede pasar a Datacenter; si se elige Standard o se usa su clave, no se conservan archivos ni aplicaciones.',
        },
        {
          en: `Is the key at hand one for ${to.name} Datacenter?`,
          es: `¿La clave disponible es de ${to.name} Datacenter?`,
        },
        { evidence },
      );
    }
    return ask(
      {
        en: `The edition “${edition}” has rules of its own that Microsoft’s current table does not tell.`,
        es: `La edición «${edition}» tiene reglas propias que la tabla actual de Microsoft no recoge.`,
      },
      {
        en: `Have you confirmed that this edition may become the one of ${to.name} you hold a key for?`,
        es: `¿Ha confirmado que esta edición puede pasar a la de ${to.name} de la que tiene clave?`,
      },
      { evidence },
    );
  },
});
