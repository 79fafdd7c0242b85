import { batchFor } from './batch.js';
import { facts } from '../facts/registry.generated.js';
import type { Batch } from '../model/question.js';
import type { Platform } from '../model/recording.js';

let made: Readonly<Record<Platform, Batch>> | undefined;

/** The questions of all facts. The same objects every time, so that executors compose their programs once for all hosts. */
export function allBatches(): Readonly<Record<Platform, Batch>> {
  made ??= { windows: batchFor('windows', facts), linux: batchFor('linux', facts) };
  return made;
}
