import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { GivenAnswer } from '../../engine/case/answer-case.js';
import { type Text, say } from '../../i18n/text.js';
import { CliError } from '../cli-error.js';

/** A file of answers: `{"recent-backup": "yes"}`. */
const answersShape = z.record(z.string(), z.enum(['yes', 'no'])).refine(answers => Object.keys(answers).length > 0);

/**
 * Answers as they stand on the command line: one as `KEY yes`, several as `KEY=yes KEY=no`.
 *
 * @throws CliError when a word is neither
 */
export function answersIn(words: readonly string[]): readonly GivenAnswer[] {
  const [key, answer] = words;
  if (key !== undefined && words.length <= 2 && !isPair(key)) return [{ key, answer: yesOrNo(answer) }];
  return words.map(word => {
    const at = word.lastIndexOf('=');
    if (at < 1) throw new CliError(noPair(word));
    return { key: word.slice(0, at), answer: yesOrNo(word.slice(at + 1)) };
  });
}

/** A key may itself have an equals sign: it is a pair when an answer, or nothing, follows it. */
function isPair(word: string): boolean {
  return /=(?:|yes|no)$/.test(word);
}

/** @throws CliError when the file cannot be read, or is no object of answers */
export async function answersFrom(file: string): Promise<readonly GivenAnswer[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new CliError(cannotRead(file, String((error as NodeJS.ErrnoException).code ?? error)));
  }
  const parsed = answersShape.safeParse(jsonOf(text));
  if (!parsed.success) throw new CliError(badFile(file, parsed.error.issues[0]?.path.join('/') ?? ''));
  return Object.entries(parsed.data).map(([key, answer]) => ({ key, answer }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function yesOrNo(answer: string | undefined): 'yes' | 'no' {
  if (answer !== 'yes' && answer !== 'no') throw new CliError(neither(answer));
  return answer;
}

const neither = (answer: string | undefined): Text =>
  say({
    en: `The answer is yes or no, not “${(answer ?? '').slice(0, 40)}”. Nothing was written.`,
    es: `La respuesta es yes (sí) o no, no «${(answer ?? '').slice(0, 40)}». No se ha anotado nada.`,
  });

const noPair = (word: string): Text =>
  say({
    en: `“${word.slice(0, 100)}” is no answer. Several are given as KEY=yes KEY=no. Nothing was written.`,
    es: `«${word.slice(0, 100)}» no es una respuesta. Varias se dan como CLAVE=yes CLAVE=no. No se ha anotado nada.`,
  });

const cannotRead = (file: string, code: string): Text =>
  say({
    en: `The file with answers ${file} cannot be read (${code}).`,
    es: `No se puede leer el archivo de respuestas ${file} (${code}).`,
  });

const badFile = (file: string, where: string): Text =>
  say({
    en: `${file} holds no answers${where === '' ? '' : ` (at “${where.slice(0, 100)}”)`}: it must be JSON such as {"recent-backup": "yes"}, with yes or no. Nothing was written.`,
    es: `${file} no contiene respuestas${where === '' ? '' : ` (en «${where.slice(0, 100)}»)`}: debe ser JSON como {"recent-backup": "yes"}, con yes (sí) o no. No se ha anotado nada.`,
  });
