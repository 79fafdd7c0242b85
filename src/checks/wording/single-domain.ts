import type { Outcome } from '../../model/finding.js';
import { type Text, say } from '../../i18n/text.js';
import { fail, hint, pass, unread } from './outcomes.js';

/** The five operation masters of a domain and its forest, by the names that facts give them. */
const masters: Readonly<Record<string, Text>> = {
  schema: say({ en: 'schema', es: 'esquema' }),
  naming: say({ en: 'domain naming', es: 'nombres de dominio' }),
  pdc: say({ en: 'PDC emulator', es: 'emulador de PDC' }),
  rid: say({ en: 'RID', es: 'RID' }),
  infrastructure: say({ en: 'infrastructure', es: 'infraestructura' }),
};

const newDomain = hint({
  en: 'Remove this before the upgrade, or set up Small Business Server as a new domain and move to it.',
  es: 'Elimínelo antes de actualizar, o instale Small Business Server como dominio nuevo y trasládese a él.',
});

/** The domain must be the root of its forest. */
export function forestRoot(isChild: boolean | undefined): Outcome {
  const about = { resource: 'forest-root', label: say({ en: 'root of the forest', es: 'raíz del bosque' }) };
  if (isChild === undefined) {
    return unread(
      {
        en: 'It could not be read whether this is a child domain. Look in Active Directory Domains and Trusts.',
        es: 'No se ha podido leer si es un dominio secundario. Mírelo en Dominios y confianzas de Active Directory.',
      },
      about,
    );
  }
  if (!isChild)
    return pass({ en: 'The domain is the root of its forest.', es: 'El dominio es la raíz de su bosque.' }, about);
  return fail(
    'high',
    {
      en: 'This is a child domain; Small Business Server must be at the root of its forest.',
      es: 'Es un dominio secundario; Small Business Server debe estar en la raíz de su bosque.',
    },
    { ...about, remedy: newDomain },
  );
}

/** … and trust no other. */
export function trusts(found: readonly string[] | undefined): Outcome {
  const about = { resource: 'trusts', label: say({ en: 'trusts', es: 'confianzas' }) };
  if (found === undefined) {
    return unread(
      {
        en: 'Trusts could not be read. Look in Active Directory Domains and Trusts: there must be none.',
        es: 'No se han podido leer las confianzas. Mire en Dominios y confianzas de Active Directory: no debe haber ninguna.',
      },
      { ...about, severity: 'medium' },
    );
  }
  if (found.length === 0)
    return pass({ en: 'The domain trusts no other.', es: 'El dominio no confía en ningún otro.' }, about);
  return fail(
    'high',
    { en: f => `The domain has trusts: ${f.list(found)}.`, es: f => `El dominio tiene confianzas: ${f.list(found)}.` },
    { ...about, remedy: newDomain, evidence: { trusts: found } },
  );
}

/** Whether this server holds all of them, as Small Business Server must. */
export function operationMasters(holds: readonly string[] | undefined): Outcome {
  const about = {
    resource: 'operation-masters',
    label: say({ en: 'operation masters', es: 'maestros de operaciones' }),
  };
  if (holds === undefined) {
    return unread(
      {
        en: 'The operation masters could not be read. Look with “netdom query fsmo”: this server must hold all five.',
        es: 'No se han podido leer los maestros de operaciones. Mírelos con «netdom query fsmo»: este servidor debe tener los cinco.',
      },
      about,
    );
  }
  const lacking = Object.keys(masters).filter(master => !holds.includes(master));
  if (lacking.length === 0) {
    return pass(
      { en: 'This server holds all operation masters.', es: 'Este servidor tiene todos los maestros de operaciones.' },
      about,
    );
  }
  return fail(
    'high',
    {
      en: f => `Another server holds operation masters: ${f.list(lacking.map(one => masters[one]?.en ?? one))}.`,
      es: f => `Otro servidor tiene maestros de operaciones: ${f.list(lacking.map(one => masters[one]?.es ?? one))}.`,
    },
    {
      ...about,
      remedy: hint({
        en: 'Transfer them to this server before the upgrade, with “ntdsutil roles” or the consoles of Active Directory.',
        es: 'Transfiéralos a este servidor antes de actualizar, con «ntdsutil roles» o las consolas de Active Directory.',
      }),
      evidence: { lacking },
    },
  );
}
