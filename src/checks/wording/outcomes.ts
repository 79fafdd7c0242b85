import { type Text, say } from '../../i18n/text.js';
import type { Evidence, Outcome, Remedy, Severity } from '../../model/finding.js';

/** A sentence in both languages, as `say` takes it. */
export type Wording = Parameters<typeof say>[0];

interface More {
  readonly resource?: string;
  readonly label?: Text;
  readonly evidence?: Evidence;
}
interface Trouble extends More {
  readonly remedy: Remedy;
}

export const pass = (wording: Wording, more: More = {}): Outcome => ({ state: 'pass', text: say(wording), ...more });

/** It does not concern this host. */
export const notConcerned = (wording: Wording, more: More = {}): Outcome => ({
  state: 'not-applicable',
  text: say(wording),
  ...more,
});

/** It could not be looked at; the wording says what a person can do instead. Counts as high unless told otherwise. */
export const unread = (
  wording: Wording,
  more: More & { readonly severity?: Severity; readonly remedy?: Remedy } = {},
): Outcome => ({ state: 'unknown', text: say(wording), ...more });

export const warn = (severity: Exclude<Severity, 'inhibitor'>, wording: Wording, more: Trouble): Outcome => ({
  state: 'warn',
  severity,
  text: say(wording),
  ...more,
});

export const fail = (severity: 'inhibitor' | 'high' | 'medium', wording: Wording, more: Trouble): Outcome => ({
  state: 'fail',
  severity,
  text: say(wording),
  ...more,
});

/** Only a person can know: the question is one that yes settles. */
export const ask = (
  wording: Wording,
  question: Wording,
  more: More & { readonly severity?: Severity; readonly remedy?: Remedy } = {},
): Outcome => ({ state: 'manual', text: say(wording), question: say(question), ...more });

export const hint = (wording: Wording, url?: string): Remedy => ({
  kind: 'hint',
  text: say(wording),
  ...(url === undefined ? {} : { url }),
});

/** An exact command; the wording says where it runs, as whom and what it does. */
export const command = (line: string, wording: Wording): Remedy => ({
  kind: 'command',
  text: say(wording),
  command: line,
});
