import { setImmediate } from 'node:timers/promises';
import { say } from '../../i18n/text.js';
import { type BytePath, bytePath, joined, shownPath } from '../byte-path.js';
import type { BackupEntry, BackupFacts, BackupReader, Batch, Restored } from '../reader.js';
import { walk } from './walk.js';

/**
 * A backup that is a folder of plain files: made by rsync, robocopy or cp, or a snapshot that was mounted. Its files are read where they
 * lie; reading them is what restoring them would be.
 */
export class FolderReader implements BackupReader {
  readonly facts: BackupFacts;
  readonly root: BytePath;

  constructor(folder: string) {
    this.root = bytePath(Buffer.from(folder, 'utf8'));
    this.facts = {
      kind: 'folder',
      label: shownPath(this.root),
      // FAT keeps even seconds
      times: { precision: 2000, zone: 'utc' },
      paths: 'loose',
      names: 'bytes',
      parts: [],
      limits: [noStreams],
    };
  }

  async *list(signal: AbortSignal): AsyncGenerator<Batch> {
    for (const batch of walk(this.root)) {
      // The walk itself never waits, so this is where Ctrl-C and progress get their turn
      await setImmediate();
      signal.throwIfAborted();
      yield batch;
    }
  }

  async *restore(chosen: readonly BackupEntry[]): AsyncGenerator<Restored> {
    for (const entry of chosen) {
      yield entry.trouble
        ? { entry, problem: entry.trouble }
        : { entry, content: { file: joined(this.root, entry.path) } };
    }
  }

  async close(): Promise<void> {
    // nothing is held open
  }
}

const noStreams = say({
  en: 'Alternate data streams, owners and access lists are not compared in a backup that is a folder.',
  es: 'En una copia que es una carpeta no se comparan los flujos de datos alternativos, los propietarios ni las listas de control de acceso.',
});
