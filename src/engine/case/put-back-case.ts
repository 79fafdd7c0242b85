import { productById } from '../../catalog/products.js';
import { type Identity, identity } from '../../facts/identity.js';
import type { Recording } from '../../model/recording.js';
import { type PutBackItem, allBack } from '../../model/put-back.js';
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

/**
 * Puts everything back that the case's log says was touched; recognises by itself whether the upgrade has happened.
 *
 * @param force items set as they were whatever is found
 * @throws HostError when the server stays out of reach
 */
export async function putBackCase(work: CaseWork, force: ReadonlySet<string> = new Set()): Promise<PutBackCase> {
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
  const items = await putBack(runOn(work, kept), { force });
  const complete = allBack(items);
  await work.log.append({ type: 'run-ended', run: 'put-back', outcome: complete ? 'done' : 'incomplete' });
  return { items, complete, upgrade };
}

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
