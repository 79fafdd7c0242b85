import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Text, say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';
import { caseSchema } from '../model/event.js';

export const caseFileName = 'case.json';
export const logFileName = 'case.jsonl';

/** `case.json`: whose folder this is, so that a log copied into another case's folder is seen. Written once. */
const caseFileShape = z.strictObject({ schema: z.literal(caseSchema), id: z.string(), name: z.string() });
export type CaseFile = z.infer<typeof caseFileShape>;

/** @throws CaseError `not-a-case`, `newer`, `damaged`, `unreadable` */
export async function readCaseFile(folder: string): Promise<CaseFile> {
  const path = join(folder, caseFileName);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new CaseError('not-a-case', notACase(folder), { cause: error });
    throw cannotRead(path, error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CaseError('damaged', damaged(path), { cause: error });
  }
  const result = caseFileShape.safeParse(value);
  if (result.success) return result.data;
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? String(value.schema) : '';
  if (/^antesala\.case\/\d+$/.test(schema) && schema !== caseSchema) throw new CaseError('newer', newer(path, schema));
  throw new CaseError('damaged', damaged(path));
}

export function cannotRead(path: string, error: unknown): CaseError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new CaseError(
    'unreadable',
    say({
      en: `${path} cannot be read (${code}). Check its rights and the disk, then try again.`,
      es: `No se puede leer ${path} (${code}). Compruebe los permisos y el disco y vuelva a intentarlo.`,
    }),
    { cause: error },
  );
}

const notACase = (folder: string): Text =>
  say({
    en: `${folder} is no case: it has no ${caseFileName}. Name the folder of a case, or make one with “antesala case new”.`,
    es: `${folder} no es un caso: no contiene ${caseFileName}. Indique la carpeta de un caso o cree uno con «antesala case new».`,
  });

const damaged = (path: string): Text =>
  say({
    en: `${path} is not as Antesala wrote it. Take it from a backup of the folder; it never changes after the case was made.`,
    es: `${path} no está como lo escribió Antesala. Recupérelo de una copia de seguridad de la carpeta; no cambia nunca desde que se creó el caso.`,
  });

const newer = (path: string, schema: string): Text =>
  say({
    en: `${path} was written by a newer version of Antesala (format ${schema}). Update Antesala and try again.`,
    es: `${path} lo escribió una versión más reciente de Antesala (formato ${schema}). Actualice Antesala y vuelva a intentarlo.`,
  });
