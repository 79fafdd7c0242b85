import { openCase } from '../caselog/open-case.js';
import { isEncrypted, readSigningKey, signCase } from '../caselog/signing.js';
import { readInput } from '../hosts/recorded/file.js';
import { eventText } from '../report/event-text.js';
import { visible } from '../report/visible.js';
import { actor } from './actor.js';
import type { PassphraseOptions } from './passphrase.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { passphraseOf } from './passphrase.js';

export interface SignCommandOptions extends PassphraseOptions {
  readonly key: string;
  readonly by?: string;
}

/** Signs a case. The key is read before the case is taken, so that nobody waits for a passphrase with the lock held. */
export async function runSign(folder: string, options: SignCommandOptions, context: Context): Promise<ExitCode> {
  const { text } = await readInput(options.key);
  const passphrase = isEncrypted(text) ? await passphraseOf(options.key, options, context) : undefined;
  const key = readSigningKey(text, passphrase);
  const log = await openCase(folder, { write: true, actor: actor(), now: context.now });
  try {
    const signed = await signCase(log, key, options.by ?? actor());
    await context.terminal.print(visible(context.terminal.t(eventText(signed))));
  } finally {
    await log.close();
  }
  return exitCodes.done;
}
