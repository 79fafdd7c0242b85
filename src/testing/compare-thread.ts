import { join } from 'node:path';
import { type URL, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

/** The thread that compares trees, compiled into a folder as it is for shipping. */
export function compareThread(folder: string): URL {
  const outfile = join(folder, 'compare-worker.mjs');
  buildSync({
    entryPoints: ['src/proof/trees/compare-worker.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
  });
  return pathToFileURL(outfile);
}
