import { type Text, say } from '../i18n/text.js';
import type { Proof } from './proof-shape.js';

type Finding = Proof['findings'][number];

/** What came of one file, as the rest of a sentence that begins with its name. */
export function reasonText({ outcome, reason, at, code, problem, differs = [] }: Finding): Text {
  if (problem) return problem.text;
  const changed = outcome === 'changed';
  switch (reason) {
    case 'content':
      return changed ? said.changed : differsAt(at ?? 0);
    case 'size':
      return changed ? said.changed : said.size;
    case 'target':
      return changed ? said.changed : said.target;
    case 'kind':
      return changed ? said.changed : said.kind;
    case 'missing':
      return said.missing;
    case 'new':
      return said.new;
    case 'gone':
      return said.gone;
    case 'backup-unreadable':
      return unreadable(code ?? '', said.copy);
    case 'original-unreadable':
      return unreadable(code ?? '', said.original);
    case 'no-content':
      return said.noContent;
    case 'name':
      return said.name;
    case 'backup-trouble':
      return said.size;
    case 'same':
      return differs.length > 0 ? differsIn(differs) : said.same;
  }
}

const differsAt = (at: number): Text =>
  say({
    en: f => `differs from byte ${f.number(at)} on, with the same size and time`,
    es: f => `difiere a partir del byte ${f.number(at)}, con el mismo tamaño y la misma fecha`,
  });

const unreadable = (code: string, which: Text): Text =>
  say({ en: `${which.en} cannot be read (${code})`, es: `no se puede leer ${which.es} (${code})` });

const differsIn = (differs: readonly ('times' | 'mode')[]): Text =>
  say({
    en: f => `same content, other ${f.list(differs.map(name => attributes[name].en))}`,
    es: f => `mismo contenido; difiere en ${f.list(differs.map(name => attributes[name].es))}`,
  });

const attributes = {
  times: say({ en: 'time', es: 'la fecha' }),
  mode: say({ en: 'permissions', es: 'los permisos' }),
};

const said = {
  same: say({ en: 'identical', es: 'idéntico' }),
  changed: say({ en: 'changed since the backup', es: 'ha cambiado desde la copia' }),
  size: say({ en: 'has another size in the backup', es: 'tiene otro tamaño en la copia' }),
  target: say({ en: 'points elsewhere in the backup', es: 'apunta a otro sitio en la copia' }),
  kind: say({ en: 'is something else in the backup', es: 'es otra cosa en la copia' }),
  missing: say({ en: 'is not in the backup', es: 'no está en la copia' }),
  new: say({ en: 'came after the backup', es: 'es posterior a la copia' }),
  gone: say({ en: 'is no longer there, only in the backup', es: 'ya no existe, solo está en la copia' }),
  name: say({
    en: 'has a name that is no text, which this kind of backup does not keep as it is',
    es: 'tiene un nombre que no es texto, y este tipo de copia no lo conserva tal cual',
  }),
  noContent: say({ en: 'has no content to compare', es: 'no tiene contenido que comparar' }),
  copy: say({ en: 'the copy', es: 'la copia' }),
  original: say({ en: 'the original', es: 'el original' }),
};
