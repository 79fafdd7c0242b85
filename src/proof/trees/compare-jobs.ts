import { lstatSync, readdirSync } from 'node:fs';
import { type BytePath, asBytePath, inside, joined, pathBytes } from '../../backups/byte-path.js';
import { cannotLook, entryOf, isGone, lookAt } from '../../backups/folder/walk.js';
import type { BackupEntry, Problem } from '../../backups/reader.js';
import { type CompareBuffers, compareFiles } from '../compare-files.js';
import { type Judgement, judgeContent, judgeMetadata } from '../judge.js';
import { type Finding, count, emptyTally } from '../tally.js';
import type { Job, JobResult, Missing, TreePair } from './messages.js';

/** A file from here on is a job of its own, so that no thread waits while another works off several. */
const large = 8 << 20;
/** A thread gives back what is left when it has done about as much: often enough to share, seldom enough to cost nothing. */
const quota = { files: 400, bytes: 64 << 20 };

/** Compares some folders or files of two trees, as far as the quota goes. Waits for the disk: runs in a worker thread. */
export class JobComparison {
  readonly #pair: TreePair;
  readonly #buffers: CompareBuffers;
  readonly #compared: (bytes: number) => void;
  #tally = emptyTally();
  #findings: Finding[] = [];
  #missing: Missing[] = [];
  #problems: Problem[] = [];
  #newestCopy = 0;
  #files = 0;
  #bytes = 0;

  constructor(pair: TreePair, buffers: CompareBuffers, compared: (bytes: number) => void) {
    this.#pair = pair;
    this.#buffers = buffers;
    this.#compared = compared;
  }

  run(jobs: readonly Job[]): JobResult {
    const left = [...jobs];
    const given = new Set(jobs);
    while (this.#files < quota.files && this.#bytes < quota.bytes) {
      const at = left.findLastIndex(job => 'folder' in job || given.has(job));
      const [job] = at < 0 ? [] : left.splice(at, 1);
      if (!job) break;
      if ('folder' in job) left.push(...this.#folder(job.folder, job.sides));
      else this.#content(job.backup, job.original);
    }
    return {
      tally: this.#tally,
      findings: this.#findings,
      missing: this.#missing,
      problems: this.#problems,
      jobs: left,
      newestCopy: this.#newestCopy,
    };
  }

  #folder(folder: BytePath, sides: 'both' | 'backup' | 'original'): Job[] {
    const { backup, original } = this.#pair;
    const copies = sides === 'original' ? [] : this.#names(backup, folder);
    const originals = sides === 'backup' ? [] : this.#names(original, folder);
    // Without either list, everything in it would look missing or gone
    if (!copies || !originals) return [];
    const jobs: Job[] = [];
    const inBackup = new Set(copies);
    for (const name of originals) jobs.push(...this.#path(joined(folder, name), inBackup.delete(name), true));
    for (const name of inBackup) jobs.push(...this.#path(joined(folder, name), true, false));
    return jobs;
  }

  #path(path: BytePath, inBackup: boolean, inOriginal: boolean): Job[] {
    if (this.#pair.leftOut.some(one => inside(path, one) !== undefined)) return [];
    const told = this.#problems.length;
    const backup = inBackup ? lookAt(this.#pair.backup, path, this.#problems)?.entry : undefined;
    const original = inOriginal ? lookAt(this.#pair.original, path, this.#problems)?.entry : undefined;
    // a problem says already that one of them could not be looked at; both may have vanished
    if (this.#problems.length > told || (!backup && !original)) return [];
    if (backup?.changed !== undefined) this.#newestCopy = Math.max(this.#newestCopy, backup.changed);
    return [...this.#entries(path, backup, original), ...folderJobs(path, backup, original)];
  }

  #entries(path: BytePath, backup: BackupEntry | undefined, original: BackupEntry | undefined): Job[] {
    this.#files += 1;
    if (original && !backup) {
      this.#missing.push({ entry: original });
      return [];
    }
    const judged = judgeMetadata(backup, original, this.#pair.times, this.#pair.made);
    const entry = original ?? backup;
    if (judged && entry) this.#found(path, entry, judged);
    if (judged || !backup || !original) return [];
    if (original.size >= large) return [{ backup, original }];
    this.#content(backup, original);
    return [];
  }

  #content(backup: BackupEntry, original: BackupEntry): void {
    const { path, size } = original;
    const { hash, times, made } = this.#pair;
    const [copy, own] = [pathBytes(joined(this.#pair.backup, path)), pathBytes(joined(this.#pair.original, path))];
    const options = size < large ? { hash } : { hash, compared: this.#compared };
    const compared = compareFiles(copy, own, size, this.#buffers, options);
    if (size < large) this.#bytes += size;
    else this.#bytes = quota.bytes;
    let now = original;
    // written to while it was read: judged by what it says of itself now
    if (!('same' in compared && compared.same)) now = this.#lookAgain(own, original);
    const judged = judgeContent(backup, now, compared, times, made);
    const sha256 = 'same' in compared && compared.same ? compared.sha256 : undefined;
    this.#found(path, original, judged, sha256);
  }

  #found(path: BytePath, entry: BackupEntry, judged: Judgement, sha256?: string): void {
    count(this.#tally, entry.kind === 'file', entry.size, judged);
    const quiet = judged.outcome === 'identical' && judged.differs.length === 0 && sha256 === undefined;
    if (!quiet) this.#findings.push({ path, size: entry.size, ...judged, ...(sha256 ? { sha256 } : {}) });
  }

  #lookAgain(own: Buffer, original: BackupEntry): BackupEntry {
    try {
      return entryOf(original.path, lstatSync(own), undefined);
    } catch {
      return original;
    }
  }

  #names(root: BytePath, folder: BytePath): BytePath[] | undefined {
    try {
      return readdirSync(pathBytes(joined(root, folder)), 'latin1').map(asBytePath);
    } catch (error) {
      if (isGone(error)) return [];
      this.#problems.push(cannotLook(folder, error));
      return undefined;
    }
  }
}

function folderJobs(path: BytePath, backup: BackupEntry | undefined, original: BackupEntry | undefined): Job[] {
  const [copy, own] = [backup?.kind === 'folder', original?.kind === 'folder'];
  if (copy && own) return [{ folder: path, sides: 'both' }];
  return copy ? [{ folder: path, sides: 'backup' }] : own ? [{ folder: path, sides: 'original' }] : [];
}
