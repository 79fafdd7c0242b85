import { lookup } from 'node:dns/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { FolderLog } from '../../caselog/folder-log.js';
import { openCase } from '../../caselog/open-case.js';
import type { CaseWork } from '../../engine/case/case-work.js';
import { caseOf } from '../../engine/case/stored.js';
import type { Progress } from '../../engine/work.js';
import { type Address, parseAddress } from '../../hosts/address.js';
import { type Text, say } from '../../i18n/text.js';
import type { StepSituation } from '../../model/step.js';
import { outcomeWord } from '../../report/case/outcome-words.js';
import { actor } from '../actor.js';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { openHost } from '../open-host.js';
import type { ReachOptions } from '../reach.js';
import { performers } from './performers.js';

/** Opens a case for writing, and closes it whatever happens. */
export async function withLog<T>(folder: string, context: Context, use: (log: FolderLog) => Promise<T>): Promise<T> {
  const log = await openCase(folder, { now: context.now, actor: actor(), write: true });
  try {
    return await use(log);
  } finally {
    await log.close();
  }
}

/**
 * Opens a case and the way to its server, and closes both.
 *
 * @throws CliError when the case's server is a file: then only the kit can work there
 */
export async function withCase<T>(
  folder: string,
  options: ReachOptions,
  context: Context,
  use: (work: CaseWork) => Promise<T>,
): Promise<T> {
  return withLog(folder, context, async log => {
    const name = caseOf(log.events).host;
    const address = parseAddress(name);
    if (address.kind === 'file') throw new CliError(noWayIn(name));
    const host = await openHost(address, name, options, context);
    try {
      return await use({
        log,
        host,
        wayIn: await wayInOf(address),
        version: context.version,
        now: context.now,
        signal: context.signal,
        tell: progress => tell(progress, context),
        pause: milliseconds => pause(milliseconds, undefined, { signal: context.signal }),
        performers: performers(log, context),
      });
    } finally {
      await host.close();
    }
  });
}

/** How the server is reached, with the address by which it is known to us: the adapter that has it must stay up. */
export async function wayInOf(address: Address): Promise<StepSituation['wayIn']> {
  if (address.kind === 'file') return { kind: 'recording' };
  if (address.kind === 'local') return { kind: 'local' };
  if (address.kind === 'lab') return { kind: 'ssh', localAddress: '127.0.0.1' };
  try {
    return { kind: 'ssh', localAddress: (await lookup(address.host)).address };
  } catch {
    return { kind: 'ssh' };
  }
}

function tell(progress: Progress, { terminal }: Context): void {
  switch (progress.kind) {
    case 'step':
      return terminal.progress(`${progress.at}/${progress.of} ${terminal.t(progress.title)}`, true);
    case 'item':
      return terminal.progress(`    ${terminal.t(progress.text)}${ending(progress, terminal)}`, true);
    case 'note':
      return terminal.progress(terminal.t(progress.text), true);
  }
}

/** ` → failed (Access denied.)` */
function ending({ outcome, why }: Extract<Progress, { kind: 'item' }>, { t }: Context['terminal']): string {
  if (outcome === undefined) return '';
  return ` → ${t(outcomeWord(outcome))}${why === undefined || why === '' ? '' : ` (${why})`}`;
}

const noWayIn = (name: string): Text =>
  say({
    en: `The server of this case is known from a file only (${name}), so nothing can be done on it from here. Use a kit: antesala kit --case CASE.`,
    es: `El servidor de este caso solo se conoce por un archivo (${name}), así que desde aquí no se puede actuar en él. Use un kit: antesala kit --case CASO.`,
  });
