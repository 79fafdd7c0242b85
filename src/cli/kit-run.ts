import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { kitFiles } from '../hosts/transports/kit/kit.js';
import { say } from '../i18n/text.js';
import { allBatches } from '../engine/batches.js';
import { CliError } from './cli-error.js';
import { writeWhole } from './files.js';

/** Writes the kit and returns the names of its files. */
export async function writeKit(folder: string): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CliError(
      say({
        en: `The folder ${folder} could not be made (${code}). Choose another with --out.`,
        es: `No se pudo crear la carpeta ${folder} (${code}). Elija otra con --out.`,
      }),
    );
  }
  const nonce = randomBytes(12).toString('hex');
  const files = kitFiles(allBatches(), nonce);
  for (const [name, text] of Object.entries(files)) await writeWhole(join(folder, name), text);
  return Object.keys(files);
}
