import { type BytePath, shownPath } from '../backups/byte-path.js';
import { type Text, say } from '../i18n/text.js';

/** Nothing of what is looked for is in the backup, but something else is: it was looked for in the wrong place. */
export function noneThere(wanted: readonly BytePath[], instead: readonly BytePath[]): Text {
  const [paths, others] = [wanted.map(path => shownPath(path) || '/'), instead.map(shownPath)];
  return say({
    en: f =>
      `Nothing of the originals is in the backup where they were looked for (${f.list(paths)})${others.length > 0 ? `; it holds ${f.list(others)}` : ''}. Say where they lie in it: --against ROOT=PLACE-IN-THE-BACKUP.`,
    es: f =>
      `En la copia no hay nada de los originales donde se han buscado (${f.list(paths)})${others.length > 0 ? `; contiene ${f.list(others)}` : ''}. Indique en qué lugar de ella están: --against CARPETA=LUGAR-EN-LA-COPIA.`,
  });
}
