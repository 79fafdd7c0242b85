import { type Text, say } from '../../i18n/text.js';
import type { Answer } from '../../model/answer.js';
import type { Missing } from '../../model/fact.js';
import { missing } from '../../model/fact.js';

/**
 * Why something could not be read, with its name: for the reason of a missing fact.
 *
 * @param what the thing as a person would look for it: a WMI class, a registry key, a command
 */
export function couldNotRead(what: string, answer: Answer): Missing {
  const why = reason(answer);
  return missing(
    say({
      en: `${what} could not be read: ${why.en}`,
      es: `No se pudo leer ${what}: ${why.es}`,
    }),
  );
}

/** Why a question brought nothing, in a sentence that says what to do where something can be done. */
function reason(answer: Answer): Text {
  switch (answer.state) {
    case 'denied':
      return say({
        en: 'the account used may not read it; gather again as an elevated Administrator.',
        es: 'la cuenta utilizada no tiene permiso; repita la recogida como administrador con privilegios elevados.',
      });
    case 'timeout':
      return say({
        en: 'the server did not answer in time; gather again when it is less busy.',
        es: 'el servidor no respondió a tiempo; repita la recogida cuando esté menos ocupado.',
      });
    case 'missing':
      return say({
        en: `this system does not have it (${answer.why}).`,
        es: `este sistema no lo tiene (${answer.why}).`,
      });
    case 'unsupported':
      return say({
        en: `it cannot be asked of this system (${answer.why}).`,
        es: `no se puede consultar en este sistema (${answer.why}).`,
      });
    case 'error':
      return say({
        en: `the server answered with an error (${answer.why}).`,
        es: `el servidor dio un error (${answer.why}).`,
      });
    case 'ok':
      return 'exit' in answer && answer.exit !== 0
        ? say({
            en: `the command failed with code ${answer.exit}${words(answer.err)}.`,
            es: `la orden terminó con el código ${answer.exit}${words(answer.err)}.`,
          })
        : say({
            en: 'the answer was not the one expected; please report this with the recording.',
            es: 'la respuesta no fue la esperada; comuníquelo, por favor, junto con la grabación.',
          });
  }
}

/** The first line a command wrote to its standard error, in brackets. */
function words(err: string | undefined): string {
  const line = err?.split(/\r?\n/).find(text => text.trim() !== '');
  return line === undefined ? '' : ` (${line.trim().slice(0, 200)})`;
}
