import { createCipheriv, createHash } from 'node:crypto';
import { linkSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How large a tree is to be; 1 is the small business of the issue: 20,000 small files, 200 of 1–20 MB, 4 of 500 MB. */
export interface OfficeTree {
  readonly seed: string;
  readonly scale: number;
}

const folders = ['Contabilidad', 'Facturación', 'Nóminas', 'Clientes', 'Compras', 'Dirección', 'Diseño', 'Almacén'];
const kinds = [
  'Factura nº',
  'Presupuesto',
  'Acta de reunión',
  'Carta a Ibáñez e Hijos',
  'Balance – año',
  'Niño Jesús, S.L.',
];
const endings = ['.doc', '.xls', '.pdf', '.txt', '.jpg', '.msg'];

/** Writes the same tree for the same seed: Spanish names, long paths, empty files and folders, links. Returns how many files it has. */
export function writeOfficeTree(root: string, { seed, scale }: OfficeTree): number {
  const random = numbers(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const bytes = createCipheriv('aes-256-ctr', createHash('sha256').update(seed).digest(), Buffer.alloc(16)).update(
    Buffer.alloc(24 << 20),
  );
  let files = 0;
  const write = (path: string, size: number): void => {
    const start = Math.floor(random() * (1 << 20));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, size <= 22 << 20 ? bytes.subarray(start, start + size) : repeated(bytes, size));
    const time = 1_100_000_000 + Math.floor(random() * 150_000_000);
    utimesSync(path, time, time);
    files += 1;
  };
  const small = Math.round(20_000 * scale);
  for (let n = 0; n < small; n += 1) {
    const folder = join(
      root,
      pick(folders),
      `Año ${1998 + Math.floor(random() * 12)}`,
      `Expediente ${Math.floor(random() * 25)}`,
    );
    // most office files are small, some are not: a square of a square, up to 200 KB
    write(join(folder, `${pick(kinds)} ${n}${pick(endings)}`), n % 100 === 0 ? 0 : Math.floor(200_000 * random() ** 4));
  }
  for (let n = 0; n < Math.round(200 * scale); n += 1)
    write(join(root, 'Diseño', 'Fotos', `Catálogo ${n}.psd`), Math.floor((1 + 19 * random()) * 1e6));
  for (let n = 0; n < Math.round(4 * scale); n += 1) write(join(root, 'Correo', `archivo ${n}.pst`), 500e6);
  const deep = Array.from({ length: 12 }, (_, n) => `carpeta con un nombre bastante largo ${n}`);
  write(join(root, ...deep, 'al fondo.txt'), 1000);
  mkdirSync(join(root, 'Carpeta vacía'), { recursive: true });
  symlinkSync('Contabilidad', join(root, 'Enlace a Contabilidad'));
  linkSync(join(root, ...deep, 'al fondo.txt'), join(root, 'también arriba.txt'));
  return files + 1;
}

function repeated(bytes: Buffer, size: number): Buffer {
  const all = Buffer.allocUnsafe(size);
  for (let at = 0; at < size; at += bytes.length) bytes.copy(all, at);
  return all;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
