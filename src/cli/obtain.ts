import { createHash } from 'node:crypto';
import { parseAddress } from '../hosts/address.js';
import type { Host } from '../hosts/host.js';
import { type ReadFile, readInput } from '../hosts/recorded/file.js';
import { readRecording, writeRecording } from '../hosts/recorded/recording-text.js';
import { wireMark } from '../hosts/wire.js';
import type { Recording } from '../model/recording.js';
import type { Context } from './context.js';
import { allBatches } from '../engine/batches.js';
import { openHost } from './open-host.js';
import { type ReachOptions, gatherOptions } from './reach.js';

/** A recording with the bytes it would have as a file. */
export interface Obtained {
  readonly recording: Recording;
  readonly text: string;
  readonly sha256: string;
}

/**
 * Gets the recording of a target: asks the host, or reads a recording or the result of a kit from a file.
 *
 * @throws HostError when the host cannot be asked; InputError when the file is no good
 */
export async function obtain(
  target: string,
  options: ReachOptions,
  context: Context,
  several: boolean,
): Promise<Obtained> {
  const address = parseAddress(target);
  if (address.kind === 'file') return obtainFrom(await readInput(address.path), address.path);
  const host = await openHost(address, target, options, context);
  try {
    return whole(await gather(host, target, context, several));
  } finally {
    await host.close();
  }
}

function gather(host: Host, target: string, context: Context, several: boolean): Promise<Recording> {
  return host.gather(allBatches(), gatherOptions(context, target, several));
}

/**
 * Understands the text of a file as a recording or as the result of a kit.
 *
 * @throws InputError when the file is neither
 */
export async function obtainFrom({ text, sha256 }: ReadFile, path: string): Promise<Obtained> {
  if (text.slice(0, 65_536).includes(wireMark)) {
    const { recordingFromKit } = await import('../hosts/recorded/kit-result.js');
    const { windows, linux } = allBatches();
    return whole(recordingFromKit(text, path, windows, linux));
  }
  return { recording: readRecording(text, path), text, sha256 };
}

function whole(recording: Recording): Obtained {
  const text = writeRecording(recording);
  return { recording, text, sha256: createHash('sha256').update(text).digest('hex') };
}
