import { dpkgPackages, packagesOf } from '../facts/linux/packages.js';
import type { ChangedEntry } from '../model/comparison.js';
import type { Recording } from '../model/recording.js';

/**
 * Says of a change that it is none of what is installed. The applications of a Linux server are the packages that somebody asked for or that
 * are not the distribution's: one that a release counts among its base system is on that list no more, and is there all the same.
 *
 * @param after the recording that is compared
 */
export function onlyCountedElsewhere(after: Recording): (fact: string, change: ChangedEntry) => boolean {
  const answer = after.answers[dpkgPackages.id];
  const installed = answer && packagesOf(answer)?.versions;
  return (fact, change) =>
    fact === 'applications' && change.after === undefined && installed?.has(change.entry) === true;
}
