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
interface Open extends More {
  readonly severity?: Severity;
  readonly remedy?: Remedy;
}

export const pass = (wording: Wording, more: More = {}): Outcome => outcome('pass', wording, more);

/** It does not concern this host. */
export const notConcerned = (wording: Wording, more: More = {}): Outcome => outcome('not-applicable', wording, more);

/** It could not be looked at; the wording says what a person can do instead. Counts as high unless told otherwise. */
export const unread = (wording: Wording, more: Open = {}): Outcome => outcome('unknown', wording, more, more.severity);

export const warn = (severity: Exclude<Severity, 'inhibitor'>, wording: Wording, more: Trouble): Outcome =>
  outcome('warn', wording, more, severity);

export const fail = (severity: 'inhibitor' | 'high' | 'medium', wording: Wording, more: Trouble): Outcome =>
  outcome('fail', wording, more, severity);

/** Only a person can know: the question is one that yes settles. */
export const ask = (wording: Wording, question: Wording, more: Open = {}): Outcome =>
  outcome('manual', wording, more, more.severity, say(question));

/** All outcomes of one layout: spreading what comes in many would take longer than most checks do. */
function outcome(
  state: Outcome['state'],
  wording: Wording,
  { resource, label, evidence, remedy }: More & { readonly remedy?: Remedy },
  severity?: Severity,
  question?: Text,
): Outcome {
  return { state, severity, resource, label, text: say(wording), remedy, evidence, question };
}

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
