import { foldCase } from '../../caselog/state.js';
import { say } from '../../i18n/text.js';
import type { CaseLog } from '../../model/case-log.js';
import type { Comparison } from '../../model/comparison.js';
import { InputError } from '../../model/input-error.js';
import { compareRecordings } from '../compare.js';
import { acceptedByPeople, expectedByPlan } from '../expected.js';
import type { KeptRecording } from './case-work.js';
import { upgradeBetween } from './put-back-case.js';
import { recordingWith } from './stored.js';

/**
 * Compares the server as it was when it was first planned with what a recording says of it now, and keeps the result.
 *
 * @throws InputError when the case holds no facts from before
 */
export async function compareCase(log: CaseLog, now: KeptRecording): Promise<Comparison> {
  const first = log.events.find(event => event.type === 'facts-gathered');
  if (first?.type !== 'facts-gathered' || first.recording === now.sha256) throw new InputError(nothingBefore);
  const before = await recordingWith(log, first.recording);
  const changes = [...foldCase(log.events).changes.values()];
  const open = changes.filter(({ putBack }) => putBack !== 'kept' && putBack !== 'restored');
  const upgraded = upgradeBetween(before, now.recording) !== undefined;
  const comparison = compareRecordings(
    before,
    now.recording,
    upgraded,
    expectedByPlan(open),
    acceptedByPeople(changes),
  );
  await log.store({
    kind: 'comparison',
    name: 'comparison.json',
    bytes: Buffer.from(JSON.stringify(comparison)),
    data: { unexpected: comparison.unexpected },
  });
  return comparison;
}

const nothingBefore = say({
  en: 'This case holds no facts from before to compare with. They are gathered by antesala plan.',
  es: 'Este caso no tiene datos anteriores con los que comparar. Los recoge antesala plan.',
});
