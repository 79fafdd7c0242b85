import { resolve, join } from 'node:path';
import { folderName } from '../caselog/folder-name.js';
import { createCase } from '../caselog/open-case.js';
import { productById, products } from '../catalog/products.js';
import { parseAddress } from '../hosts/address.js';
import { readInput } from '../hosts/recorded/file.js';
import { type Text, say } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';
import { allPaths } from '../paths/all.js';
import { visible } from '../report/visible.js';
import { actor } from './actor.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';

export interface CaseNewOptions {
  readonly host: string;
  readonly to?: string;
  readonly in?: string;
  readonly json?: boolean;
}

/** Makes a case. Nothing is asked of the server yet. */
export async function runCaseNew(name: string, options: CaseNewOptions, context: Context): Promise<ExitCode> {
  const { terminal, now, version } = context;
  const folder = join(options.in ?? '.', folderName(name));
  const host = await checkedHost(options.host);
  const to = options.to ?? null;
  if (to !== null && !productById(to) && !allPaths.some(path => path.id === to)) throw unknownTarget(to);
  const log = await createCase(folder, { name, host, to, version }, { now, actor: actor() });
  await log.close();
  if (options.json) {
    const made = { schema: 'antesala.case-created/1', id: log.id, name, folder, host, to };
    await terminal.print(`${JSON.stringify(made, null, 2)}\n`);
  } else await terminal.print(visible(terminal.t(created(name, folder, host))));
  return exitCodes.done;
}

/** A file is kept with its whole path: the case is used from other folders, too. */
async function checkedHost(host: string): Promise<string> {
  const address = parseAddress(host);
  if (address.kind !== 'file') return host;
  await readInput(address.path);
  return resolve(address.path);
}

const created = (name: string, folder: string, host: string): Text =>
  say({
    en: `The case “${name}” for ${host} is in ${folder}. “antesala log” shows what has been done in it.`,
    es: `El caso «${name}» para ${host} está en ${folder}. «antesala log» muestra lo que se ha hecho en él.`,
  });

function unknownTarget(to: string): InputError {
  const ids = products.map(product => product.id);
  return new InputError(
    say({
      en: f =>
        `“${to.slice(0, 60)}” is neither a path nor a product known here. Products: ${f.list(ids, 60)}. “antesala paths” lists the paths.`,
      es: f =>
        `«${to.slice(0, 60)}» no es una ruta ni un producto conocido. Productos: ${f.list(ids, 60)}. «antesala paths» enumera las rutas.`,
    }),
  );
}
