import { productById } from '../../catalog/products.js';
import { type Identity, identity } from '../../facts/identity.js';
import { type ChangeState, foldCase } from '../../caselog/state.js';
import { type Text, say } from '../../i18n/text.js';
import type { CaseLog } from '../../model/case-log.js';
import { InputError } from '../../model/input-error.js';
import type { Recording } from '../../model/recording.js';
import { resourceName } from '../../model/resource.js';
import { type PutBackItem, allSettled } from '../../model/put-back.js';
import { type Accepting, acceptItems, acceptanceOf, demandItems } from '../accept.js';
import { putBack } from '../put-back.js';
import { FactReader } from '../read.js';
import { type CaseWork, gatherForCase } from './case-work.js';
import { runOn } from './prepare-case.js';
import { latest, recordingWith } from './stored.js';

export interface PutBackCase {
  readonly items: readonly PutBackItem[];
  readonly complete: boolean;
  /** Whether the server is another product or build than when it was prepared. */
  readonly upgrade: { readonly from: string; readonly to: string } | undefined;
}

export interface PutBackCaseOptions {
  /** Items set as they were whatever is found. */
  readonly force?: readonly string[];
  /** Items taken as they were last found; whether they still are is looked at. */
  readonly accept?: Accepting;
}

/**
 * Puts everything back that the case's log says was touched; recognises by itself whether the upgrade has happened.
 *
 * @throws InputError when an item is forced or accepted that cannot be: before anything is done
 * @throws HostError when the server stays out of reach
 */
export async function putBackCase(work: CaseWork, options: PutBackCaseOptions = {}): Promise<PutBackCase> {
  await decide(work.log, options);
  const before = latest(
    work.log.events,
    'facts-gathered',
    ({ purpose }) => purpose !== 'put-back' && purpose !== 'after',
  );
  const plan = latest(work.log.events, 'plan-made')?.plan ?? '';
  await work.log.append({ type: 'run-started', run: 'put-back', plan });
  const kept = await gatherForCase(work, 'put-back');
  const upgrade = before && upgradeBetween(await recordingWith(work.log, before.recording), kept.recording);
  if (upgrade && !latest(work.log.events, 'upgrade-seen', seen => seen.to === upgrade.to)) {
    await work.log.append({ type: 'upgrade-seen', ...upgrade });
  }
  const items = await putBack(runOn(work, kept), { force: new Set(options.force) });
  const complete = allSettled(items);
  await work.log.append({ type: 'run-ended', run: 'put-back', outcome: complete ? 'done' : 'incomplete' });
  return { items, complete, upgrade };
}

/**
 * Of a server that only a kit reaches: keeps what a person accepts of what the kit found, and says how all stands by the log alone.
 *
 * @throws InputError when an item cannot be accepted
 */
export async function acceptInCase(log: CaseLog, accept: Accepting): Promise<PutBackCase> {
  await decide(log, { accept });
  const changes = [...foldCase(log.events).changes.values()];
  const items = changes.filter(({ touched, putBack: tried }) => touched || tried !== undefined).map(asLogged);
  const seen = latest(log.events, 'upgrade-seen');
  return { items, complete: allSettled(items), upgrade: seen && { from: seen.from, to: seen.to } };
}

function asLogged(change: ChangeState): PutBackItem {
  const { item, step, resource, was, putBackEvent } = change;
  const base = { item, step, name: resourceName(resource), was };
  if (!putBackEvent) return { ...base, outcome: 'failed', found: 'unknown', left: 'unknown', why: notPutBack };
  const { outcome, found, left, why } = putBackEvent;
  const accepted = acceptanceOf(change, outcome, left);
  return { ...base, outcome, found, left, why: why ?? undefined, ...(accepted ? { accepted } : {}) };
}

/** Stored nowhere; in the words of the log, where every language reads them. */
const notPutBack = 'the log says of no end of putting it back';

/** What a person decided, checked and written before the server is touched. */
async function decide(log: CaseLog, { force = [], accept }: PutBackCaseOptions): Promise<void> {
  demandItems(foldCase(log.events).changes, force);
  const both = accept?.items.find(item => force.includes(item));
  if (both !== undefined) throw new InputError(forcedAndAccepted(both));
  if (accept) await acceptItems(log, accept);
}

const forcedAndAccepted = (item: string): Text =>
  say({
    en: `“${item}” is either set as it was (--force) or accepted as it is (--accept), not both.`,
    es: `«${item}» se deja como estaba (--force) o se acepta como está (--accept), pero no las dos cosas.`,
  });

/** What people call it: Windows itself does not say that it is a Small Business Server. */
function nameOf({ product, name }: Identity): string {
  return (product === undefined ? undefined : productById(product)?.name) ?? name;
}

/** Recognised by product and build, not by a flag somebody set. */
export function upgradeBetween(
  before: Recording,
  after: Recording,
): { readonly from: string; readonly to: string; readonly build: string | null } | undefined {
  const [was, is] = [before, after].map(recording => new FactReader(recording).read(identity));
  if (was?.state !== 'known' || is?.state !== 'known') return undefined;
  const same = was.value.product === is.value.product && was.value.build === is.value.build;
  if (same) return undefined;
  return {
    from: nameOf(was.value),
    to: nameOf(is.value),
    build: is.value.build === undefined ? null : String(is.value.build),
  };
}
