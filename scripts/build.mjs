// Bundles the command line into dist/: one small entry that answers --version at once, the rest in chunks loaded when needed.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist', { recursive: true, force: true });
const result = await build({
  // a thread needs a file of its own to start from
  entryPoints: { cli: 'src/cli/main.ts', 'compare-worker': 'src/proof/trees/compare-worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // ssh2, iconv-lite and pdfkit load parts of themselves by computed names, so they stay packages of their own
  external: ['ssh2', 'iconv-lite', 'cpu-features', 'pdfkit'],
  define: { 'process.env.ANTESALA_VERSION': JSON.stringify(version) },
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'linked',
  metafile: true,
  logLevel: 'warning',
  banner: { js: "import { createRequire as antesalaRequire } from 'node:module'; const require = antesalaRequire(import.meta.url);" },
});
writeFileSync('dist/meta.json', JSON.stringify(result.metafile));
