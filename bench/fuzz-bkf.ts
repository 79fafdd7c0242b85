import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BkfReader } from '../src/backups/bkf/bkf-reader.js';
import { pathOfText } from '../src/backups/byte-path.js';
import { DamagedBackup } from '../src/backups/reader.js';
import { InputError } from '../src/model/input-error.js';
import { type BkfItem, buildBkf } from '../src/testing/bkf-backup.js';
import { pseudoRandom } from '../src/testing/reader-contract.js';

const tree: BkfItem[] = [
  { path: pathOfText('uno.txt'), kind: 'file', content: Buffer.from('uno'), modified: 1_574_000_000 },
  { path: pathOfText('dos.bin'), kind: 'file', content: pseudoRandom(9000, 'dos'), modified: 1_574_000_000 },
  { path: pathOfText('Datos'), kind: 'folder' },
  { path: pathOfText('Datos/tres'), kind: 'file', pieces: [[5000, Buffer.from('tres')]], size: 9000 },
  { path: pathOfText('ñ'.repeat(400)), kind: 'file', content: Buffer.from('largo'), modified: 1_574_000_000 },
  { path: pathOfText('Datos/cuatro'), kind: 'file', content: pseudoRandom(3000, 'cuatro') },
];

/** Longer than any of these small files may take to be read. */
const patience = 2000;

/**
 * Reads as many damaged backups as asked for: bytes changed, cut off, blocks doubled, moved or zeroed, checksums put right afterwards or not.
 * None may end in anything but a list, problems, or "this is no backup".
 */
export async function fuzzBkf(folder: string, runs: number): Promise<string> {
  const path = join(folder, 'fuzz.bkf');
  const whole = ([512, 1024] as const).flatMap(blockSize =>
    buildBkf(tree, { blockSize, checksums: blockSize === 512 }),
  );
  const random = numbers(0x5eed);
  const counts = { refused: 0, 'told as damaged': 0, 'nothing told': 0 };
  const started = Date.now();
  let slowest = 0;
  for (let run = 0; run < runs; run += 1) {
    writeFileSync(path, mutated(whole[run % whole.length] ?? Buffer.alloc(0), random));
    const from = performance.now();
    counts[await read(path)] += 1;
    slowest = Math.max(slowest, performance.now() - from);
    if (slowest > patience) throw new Error(`run ${run} took ${Math.round(slowest)} ms`);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  return [
    `${runs} mutated .bkf files in ${seconds} s, the slowest in ${slowest.toFixed(0)} ms: none threw, none ran on`,
    ...Object.entries(counts).map(([name, count]) => `  ${name}: ${count}`),
    '',
  ].join('\n');
}

async function read(path: string): Promise<'refused' | 'told as damaged' | 'nothing told'> {
  let reader: BkfReader;
  try {
    reader = new BkfReader(path);
  } catch (error) {
    if (error instanceof InputError) return 'refused';
    throw error;
  }
  const signal = new AbortController().signal;
  let told = 0;
  try {
    for await (const { entries, problems } of reader.list(signal)) {
      told += problems.length;
      const files = entries.filter(entry => entry.kind === 'file' && entry.size < 1 << 24);
      for await (const one of reader.restore(files, undefined, signal)) {
        if ('problem' in one) told += 1;
        else if ('chunks' in one.content) told += await drained(one.content.chunks);
      }
    }
  } finally {
    await reader.close();
  }
  return told > 0 ? 'told as damaged' : 'nothing told';
}

async function drained(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  try {
    let bytes = 0;
    for await (const chunk of chunks) bytes += chunk.length;
    return bytes < 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof DamagedBackup) return 1;
    throw error;
  }
}

function mutated(whole: Buffer, random: () => number): Buffer {
  let bytes = Buffer.from(whole);
  const at = (below: number): number => Math.floor(random() * below);
  for (let changes = 1 + at(3); changes > 0; changes -= 1) {
    const [block, other] = [at(bytes.length / 512) * 512, at(bytes.length / 512) * 512];
    switch (at(7)) {
      case 0:
      case 1:
        bytes[at(bytes.length)] = at(256);
        break;
      case 2:
        bytes = Buffer.from(bytes.subarray(0, at(bytes.length + 1)));
        break;
      case 3:
        bytes.fill(0, block, Math.min(bytes.length, block + 512));
        break;
      case 4:
        bytes.copy(bytes, block, other, other + 512);
        break;
      case 5:
        bytes = Buffer.concat([bytes.subarray(0, block), bytes.subarray(other)]);
        break;
      default:
        rightful(bytes, block, at, random);
    }
    if (bytes.length < 512) return bytes;
  }
  return bytes;
}

/** A change in the header of a block whose checksum is put right again, so that it is believed. */
function rightful(bytes: Buffer, block: number, at: (below: number) => number, random: () => number): void {
  if (block + 52 > bytes.length) return;
  const offset = block + at(50);
  bytes[offset] = random() < 0.5 ? 255 : at(256);
  let sum = 0;
  for (let word = 0; word < 25; word += 1) sum ^= bytes.readUInt16LE(block + word * 2);
  bytes.writeUInt16LE(sum, block + 50);
}

/** The same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
