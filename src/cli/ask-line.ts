import { createInterface } from 'node:readline';
import { say } from '../i18n/text.js';
import { CliError } from './cli-error.js';
import { exitCodes } from './exit-codes.js';

/**
 * Asks for one line and shows what is typed; undefined at the end of the input.
 *
 * @throws CliError when Ctrl-C was pressed
 */
export function askLine(
  prompt: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input, output });
    lines.once('SIGINT', () => {
      reject(new CliError(stopped, exitCodes.stopped));
      lines.close();
    });
    lines.once('close', () => resolve(undefined));
    lines.question(prompt, line => {
      resolve(line);
      lines.close();
    });
  });
}

const stopped = say({
  en: 'Stopped. What was answered until then is kept.',
  es: 'Detenido. Lo que se había respondido queda anotado.',
});
