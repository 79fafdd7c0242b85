import { randomBytes } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { type BytePath, inside, pathOfText } from '../backups/byte-path.js';
import { openBackup } from '../backups/open-backup.js';
import type { BackupReader } from '../backups/reader.js';
import { type Text, say } from '../i18n/text.js';
import { seedFrom } from '../proof/draw.js';
import { PrivateFolder } from '../proof/private-folder.js';
import type { Proof } from '../proof/proof-shape.js';
import { type ProofRequest, prove } from '../proof/prove.js';
import type { Root } from '../proof/survey.js';
import { budget, percentage } from './budget.js';
import { withLog } from './case/with-case.js';
import { CliError } from './cli-error.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { writeWhole } from './files.js';
import { moment } from './numbers.js';
import { repositoryPassword } from './repository-password.js';
import { proofProgress } from './prove-progress.js';
import { rootOf } from './prove-roots.js';
import { proofText } from './prove-text.js';

export interface ProveCommandOptions {
  readonly against?: readonly string[];
  readonly exclude?: readonly string[];
  readonly all?: boolean;
  readonly hashes?: boolean;
  readonly confidence: string;
  readonly tolerate: string;
  readonly budget?: string;
  readonly seed?: string;
  readonly made?: string;
  readonly snapshot: string;
  readonly passwordFile?: string;
  readonly work?: string;
  readonly save?: string;
  readonly case?: string;
  readonly progress: 'text' | 'json';
  readonly json?: boolean;
}

/** Beside the bundle: a thread starts from a file of its own. */
const thread = new URL('../compare-worker.js', import.meta.url);

export const exitOfProof: Readonly<Record<Proof['verdict'], ExitCode>> = {
  proven: exitCodes.done,
  damaged: exitCodes.noGo,
  'not-proven': exitCodes.noFacts,
};

/** Proves a backup and prints what came of it. Ends with 1 when damage was found, and with 4 when nothing was, but too little could be shown. */
export async function runProve(backup: string, options: ProveCommandOptions, context: Context): Promise<ExitCode> {
  const settings = settingsOf(options);
  if (options.against === undefined) throw new CliError(nothingToCompare);
  // said now, not after hours of comparing
  if (options.case !== undefined) await withLog(options.case, context, () => Promise.resolve());
  const { snapshot, passwordFile } = options;
  const password = (): Promise<string> => repositoryPassword(backup, passwordFile, context);
  const reader = await openBackup(backup, { snapshot, password, signal: context.signal });
  const place = new PrivateFolder(options.work ?? tmpdir());
  try {
    const proof = await prove({
      ...settings,
      ...placesOf(reader, backup, options),
      reader,
      backup,
      place,
      thread,
      version: context.version,
      computer: hostname(),
      now: context.now,
      signal: context.signal,
      progress: proofProgress(context, options.progress),
    });
    const evidence = `${JSON.stringify(proof, null, 2)}\n`;
    if (options.save !== undefined) await writeWhole(options.save, evidence);
    if (options.case !== undefined) await keepInCase(options.case, proof, evidence, context);
    await context.terminal.print(options.json ? evidence : proofText(proof, context.terminal, options.save));
    return exitOfProof[proof.verdict];
  } finally {
    await reader.close();
    await place.close();
  }
}

/** Keeps a proof among the evidence of a case, where it answers the question for a restored backup. */
async function keepInCase(folder: string, proof: Proof, evidence: string, context: Context): Promise<void> {
  const { verdict, backup, method } = proof;
  const figures = method.kind === 'sample' ? { drawn: method.drawn, population: method.population } : {};
  const sha256 = await withLog(folder, context, log =>
    log.store({
      kind: 'proof',
      name: 'proof.json',
      bytes: Buffer.from(evidence),
      data: { verdict, backup: backup.path, ...figures },
    }),
  );
  context.terminal.progress(context.terminal.t(kept(folder, sha256)), true);
}

/** What options alone say, before anything is opened. */
function settingsOf(options: ProveCommandOptions): Pick<ProofRequest, 'aim' | 'seed' | 'all' | 'budget' | 'made'> {
  if (options.all && options.budget !== undefined) throw new CliError(allOrBudget);
  if (options.hashes && !options.all) throw new CliError(hashesOfAll);
  return {
    aim: {
      confidence: percentage(options.confidence, '--confidence'),
      share: percentage(options.tolerate, '--tolerate'),
    },
    seed: options.seed ?? seedFrom(randomBytes(32)),
    ...(options.all ? { all: { hash: options.hashes === true } } : {}),
    ...(options.budget === undefined ? {} : { budget: budget(options.budget) }),
    ...(options.made === undefined ? {} : { made: moment(options.made, '--made').getTime() }),
  };
}

/** Originals, and what of them is not compared: what was said, and the backup itself where it lies among them. */
function placesOf(
  reader: BackupReader,
  backup: string,
  options: ProveCommandOptions,
): { readonly roots: readonly Root[]; readonly leftOut: readonly BytePath[] } {
  const roots = (options.against ?? []).map(value => rootOf(value, reader.facts));
  const own = pathOfText(realpathSync(backup));
  for (const { original } of roots) if (original === own) throw new CliError(withItself(backup));
  for (const one of roots) {
    const within = roots.find(other => other !== one && inside(one.original, other.original) !== undefined);
    if (within) throw new CliError(twice(options.against ?? []));
  }
  const parts = reader.facts.parts.map(part => pathOfText(realpathSync(part)));
  const among = [own, ...parts].filter(path => roots.some(root => inside(path, root.original) !== undefined));
  return { roots, leftOut: [...(options.exclude ?? []).map(excluded), ...new Set(among)] };
}

function excluded(path: string): BytePath {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) throw new CliError(nothingToExclude(path));
  return pathOfText(realpathSync(resolve(path)));
}

const kept = (folder: string, sha256: string): Text =>
  say({
    en: `Kept in the case ${folder} as evidence ${sha256.slice(0, 12)}.`,
    es: `Guardado en el caso ${folder} como evidencia ${sha256.slice(0, 12)}.`,
  });
const nothingToCompare = say({
  en: 'Say what the backup is compared with: --against and the folder of the originals.',
  es: 'Indique con qué se compara la copia: --against y la carpeta de los originales.',
});
const allOrBudget = say({
  en: '--all compares everything, --budget only as much as fits. Use one of them.',
  es: '--all compara todo; --budget, solo lo que quepa. Use una de las dos.',
});
const hashesOfAll = say({
  en: 'A sample always has its hashes written down. Use --hashes only with --all.',
  es: 'De una muestra siempre se anotan los hashes. Use --hashes solo con --all.',
});
const withItself = (path: string): Text =>
  say({
    en: `${path} is the backup and the original at once, so a comparison proves nothing. Name the folder that was backed up with --against.`,
    es: `${path} es a la vez la copia y el original, así que compararlos no demuestra nada. Indique con --against la carpeta que se copió.`,
  });
const twice = (roots: readonly string[]): Text =>
  say({
    en: f => `Of ${f.list(roots)} one lies in another. Name each folder of originals once.`,
    es: f => `De ${f.list(roots)}, una está dentro de otra. Indique cada carpeta de originales una sola vez.`,
  });
const nothingToExclude = (path: string): Text =>
  say({
    en: `There is nothing at ${path} to leave out. Check the path given with --exclude.`,
    es: `No hay nada en ${path} que excluir. Compruebe la ruta indicada con --exclude.`,
  });
