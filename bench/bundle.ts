import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles one of these files as what is shipped is: run from its sources, every function that is made keeps its name by an extra call.
 *
 * @returns the path of the module, in `folder`
 */
export async function bundled(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [`bench/${name}.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
  return outfile;
}
