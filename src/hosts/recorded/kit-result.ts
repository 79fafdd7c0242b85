import { say } from '../../i18n/text.js';
import { InputError } from '../../model/input-error.js';
import type { Batch } from '../../model/question.js';
import type { Recording } from '../../model/recording.js';
import { decodeAnswers } from '../decode.js';
import { recordingFrom } from '../recording-from.js';

/**
 * Makes a recording of the file that a kit left on a server. The only clock there was is the host's own, so it counts as ours, too.
 *
 * @param name how the file is called
 * @throws InputError when the file breaks off, or holds no answers
 */
export function recordingFromKit(text: string, name: string, windows: Batch, linux: Batch): Recording {
  const executor = decodeAnswers(text.slice(0, 65_536)).header?.executor;
  const batch = executor === 'sh' ? linux : windows;
  const decoded = decodeAnswers(text, batch);
  if (!decoded.header) {
    throw new InputError(
      say({
        en: `${name} looks like the result of a kit, but its beginning is missing. Copy it again from the server, or run the kit once more.`,
        es: `${name} parece el resultado de un kit, pero le falta el principio. Cópielo de nuevo del servidor o ejecute otra vez el kit.`,
      }),
    );
  }
  if (!decoded.complete) {
    throw new InputError(
      say({
        en: f =>
          `${name} breaks off after ${f.plural(decoded.answers.size, '# answer', '# answers')}: the kit was stopped, or the file was not copied whole. Copy it again, or run the kit once more.`,
        es: f =>
          `${name} se corta tras ${f.plural(decoded.answers.size, '# respuesta', '# respuestas')}: el kit se detuvo o el archivo no se copió entero. Cópielo de nuevo o ejecute otra vez el kit.`,
      }),
    );
  }
  return recordingFrom(decoded, {
    host: `kit:${decoded.header.computer}`,
    batch,
    gatheredAt: new Date(decoded.header.clock * 1000),
  });
}
