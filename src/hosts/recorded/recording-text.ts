import { languages, say } from '../../i18n/text.js';
import type { Answer, Answers } from '../../model/answer.js';
import { InputError } from '../../model/input-error.js';
import { type Recording, recordingSchema } from '../../model/recording.js';

/** A recording as the text of its file: one answer a line, the same bytes for the same recording. */
export function writeRecording(recording: Recording): string {
  const { answers, ...head } = recording;
  const opening = JSON.stringify(head).slice(0, -1);
  const lines = Object.keys(answers).map(id => `${JSON.stringify(id)}:${JSON.stringify(answers[id])}`);
  return `${opening},"answers":{\n${lines.join(',\n')}\n}}\n`;
}

/**
 * Reads the text of a recording.
 *
 * @param name how the file is called, for the sentence when it is no good
 * @throws InputError when it is truncated, of a later version, or no recording at all
 */
export function readRecording(text: string, name: string): Recording {
  const value = parseJson(text, name);
  if (!isRecord(value)) throw notARecording(name);
  const schema = value['schema'];
  if (schema !== recordingSchema) throw otherSchema(schema, name);
  for (const [field, right] of Object.entries(fields)) {
    if (!right(value[field])) throw badField(field, name);
  }
  const { composed } = value;
  if (composed !== undefined && !isComposed(composed)) throw badField('composed', name);
  const known = value as unknown as Recording;
  // field by field: what else stands in the file gets no further
  return {
    schema,
    host: known.host,
    computer: known.computer,
    platform: known.platform,
    executor: known.executor,
    elevated: known.elevated,
    gatheredAt: known.gatheredAt,
    hostClock: known.hostClock,
    ...(known.composed ? { composed: { note: known.composed.note, sources: known.composed.sources } } : {}),
    answers: checkedAnswers(value['answers'] as Record<string, unknown>, name),
  };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // V8 gives up with a RangeError on deep nesting; everything else is a syntax error with its place
    const detail =
      error instanceof RangeError ? 'nested too deeply' : error instanceof Error ? error.message : String(error);
    throw new InputError(
      say({
        en: `${name} is not a whole recording: it breaks off or is damaged (${detail.slice(0, 200)}). Copy it again from where it was made, or gather again.`,
        es: `${name} no es una grabación completa: está cortada o dañada (${detail.slice(0, 200)}). Cópiela de nuevo desde donde se hizo, o vuelva a recogerla.`,
      }),
      { cause: error },
    );
  }
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTime = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));

const fields: Readonly<Record<string, (value: unknown) => boolean>> = {
  host: isText,
  computer: isText,
  platform: value => value === 'windows' || value === 'linux',
  executor: value => value === 'sh' || value === 'wsh' || value === 'powershell',
  elevated: value => typeof value === 'boolean',
  gatheredAt: isTime,
  hostClock: isTime,
  answers: isRecord,
};

function checkedAnswers(given: Record<string, unknown>, name: string): Answers {
  const answers: Record<string, Answer> = Object.create(null) as Record<string, Answer>;
  for (const id of Object.keys(given)) {
    const answer = given[id];
    if (!isAnswer(answer)) throw badField(`answers.${id}`, name);
    answers[id] = answer;
  }
  return answers;
}

const noAnswers = new Set(['missing', 'denied', 'timeout', 'error', 'unsupported']);

function isAnswer(value: unknown): value is Answer {
  if (!isRecord(value) || typeof value['ms'] !== 'number') return false;
  if (value['state'] !== 'ok') return noAnswers.has(String(value['state'])) && isText(value['why']);
  const { cut } = value;
  if (cut !== undefined && typeof cut !== 'boolean') return false;
  if (value['text'] !== undefined) return isTextAnswer(value);
  if (value['rows'] !== undefined) return Array.isArray(value['rows']) && value['rows'].every(isRow);
  return (
    isRecord(value['keys']) &&
    Object.values(value['keys']).every(key => isRecord(key) && Object.values(key).every(isRegistryValue))
  );
}

function isTextAnswer({ text, exit, err }: Record<string, unknown>): boolean {
  return isText(text) && (exit === undefined || typeof exit === 'number') && (err === undefined || isText(err));
}

function isRow(value: unknown): boolean {
  if (!isRecord(value)) return false;
  for (const name of Object.keys(value)) {
    const cell = value[name];
    if (typeof cell === 'object' && cell !== null && !(Array.isArray(cell) && cell.every(isScalar))) return false;
  }
  return true;
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isRegistryValue(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (value['type'] === 'dword') return typeof value['value'] === 'number';
  if (value['type'] === 'multi') return Array.isArray(value['value']) && value['value'].every(isText);
  return isText(value['type']) && isText(value['value']);
}

function isComposed(value: unknown): boolean {
  return (
    isRecord(value) && isWording(value['note']) && Array.isArray(value['sources']) && value['sources'].every(isText)
  );
}

function isWording(value: unknown): boolean {
  return isRecord(value) && languages.every(language => isText(value[language]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notARecording(name: string): InputError {
  return new InputError(
    say({
      en: `${name} is not a recording. Give a host, a recording made by “antesala gather”, or the result of a kit.`,
      es: `${name} no es una grabación. Indique un servidor, una grabación hecha con «antesala gather» o el resultado de un kit.`,
    }),
  );
}

function otherSchema(schema: unknown, name: string): InputError {
  if (typeof schema !== 'string' || !schema.startsWith('antesala.recording/')) return notARecording(name);
  const shown = schema.slice(0, 60);
  return new InputError(
    say({
      en: `${name} was made by another version of Antesala (${shown}); this one reads ${recordingSchema}. Update Antesala, or gather again with this one.`,
      es: `${name} se hizo con otra versión de Antesala (${shown}); esta lee ${recordingSchema}. Actualice Antesala o vuelva a recoger los datos con esta.`,
    }),
  );
}

function badField(field: string, name: string): InputError {
  const shown = field.slice(0, 80);
  return new InputError(
    say({
      en: `${name} is a recording, but “${shown}” in it is missing or damaged. Gather again; a recording is not meant to be edited by hand.`,
      es: `${name} es una grabación, pero «${shown}» falta o está dañado. Vuelva a recogerla; una grabación no debe editarse a mano.`,
    }),
  );
}
