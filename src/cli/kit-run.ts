import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openCase } from '../caselog/open-case.js';
import { kitCase } from '../engine/case/kit-case.js';
import { caseKitFiles } from '../hosts/transports/kit/case-kit.js';
import { kitFiles } from '../hosts/transports/kit/kit.js';
import { say } from '../i18n/text.js';
import { allBatches } from '../engine/batches.js';
import type { KitCase } from '../model/kit.js';
import { actor } from './actor.js';
import { CliError } from './cli-error.js';
import type { Context } from './context.js';
import { writeWhole } from './files.js';

/**
 * Writes the kit and returns the names of its files.
 *
 * @param caseFolder a case whose plan it is to carry as well
 */
export async function writeKit(folder: string, caseFolder: string | undefined, context: Context): Promise<string[]> {
  const kit = caseFolder === undefined ? undefined : await kitOf(caseFolder, context);
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
  const files = { ...kitFiles(allBatches(), nonce), ...(kit ? caseKitFiles(kit, nonce) : {}) };
  for (const [name, text] of Object.entries(files)) await writeWhole(join(folder, name), text);
  return Object.keys(files);
}

/** The case is only read: what the kit writes down continues its log where it ends now. */
async function kitOf(folder: string, { now }: Context): Promise<KitCase> {
  const log = await openCase(folder, { now, actor: actor(), write: false });
  return kitCase(log, now());
}
