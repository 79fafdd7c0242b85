import { type Text, say, sentences } from '../i18n/text.js';
import type { Check, Needs, Situation } from '../model/check.js';
import type { Fact, Reading } from '../model/fact.js';
import type { Finding, Outcome, Severity, State } from '../model/finding.js';
import { rowSections } from '../model/row.js';
import type { FactReader } from './read.js';

/** Runs one check. A needed fact that is missing makes it `unknown`, an exception `error`: neither ever passes. */
export function judge(check: Check, facts: FactReader, situation: Situation): Finding[] {
  if (!concerns(check, situation)) return [];
  const values: Record<string, unknown> = {};
  const gaps: Text[] = [];
  for (const [name, fact] of entriesOf(check.needs)) {
    const reading = facts.read(fact);
    if (reading.state === 'known') values[name] = reading.value;
    else gaps.push(sentences(say({ en: `${fact.title.en}:`, es: `${fact.title.es}:` }), reading.why));
  }
  if (gaps.length > 0) return [finding(check, situation, { state: 'unknown', text: couldNotRead(gaps) })];
  try {
    const result = check.run(values, readingsOf(check.uses, facts), situation);
    return (Array.isArray(result) ? (result as readonly Outcome[]) : [result as Outcome]).map(outcome =>
      finding(check, situation, outcome),
    );
  } catch (error) {
    return [finding(check, situation, { state: 'error', text: threw(error) })];
  }
}

function concerns(check: Check, { path, from, to, recording }: Situation): boolean {
  return check.platforms.includes(recording.platform) && (check.concerns?.(path, from, to) ?? true);
}

function readingsOf(uses: Needs, facts: FactReader): Record<string, Reading<unknown>> {
  const readings: Record<string, Reading<unknown>> = {};
  for (const [name, fact] of entriesOf(uses)) readings[name] = facts.read(fact);
  return readings;
}

type Entries = readonly (readonly [name: string, fact: Fact<unknown>])[];
const entries = new WeakMap<Needs, Entries>();

/** What a check declares is the same for every host: its list is made once. */
function entriesOf(needs: Needs): Entries {
  let found = entries.get(needs);
  if (!found) entries.set(needs, (found = Object.entries(needs)));
  return found;
}

function finding(
  check: Check,
  situation: Situation,
  outcome: Omit<Outcome, 'state'> & { readonly state: State },
): Finding {
  // written out rather than spread: so all findings are objects of one layout, which engines read several times as fast
  return {
    key: outcome.resource === undefined ? check.id : `${check.id}/${outcome.resource}`,
    check: check.id,
    row: check.row,
    section: rowSections[check.row],
    title: check.title,
    state: outcome.state,
    severity: outcome.severity ?? usualSeverity[outcome.state],
    resource: outcome.resource,
    label: outcome.label,
    text: outcome.text,
    remedy: outcome.remedy,
    evidence: outcome.evidence,
    question: outcome.question,
    sources: check.sourcesFor?.(situation) ?? check.sources,
  };
}

const usualSeverity: Readonly<Record<State, Severity>> = {
  fail: 'high',
  error: 'high',
  unknown: 'high',
  manual: 'medium',
  warn: 'medium',
  pass: 'info',
  'not-applicable': 'info',
  skipped: 'info',
};

function couldNotRead(gaps: readonly Text[]): Text {
  return sentences(say({ en: 'This could not be judged.', es: 'No se ha podido comprobar.' }), ...gaps);
}

function threw(error: unknown): Text {
  const detail = error instanceof Error ? error.message : String(error);
  return say({
    en: `The check itself failed (${detail}). This is a fault of Antesala: please report it with the recording.`,
    es: `Ha fallado la propia comprobación (${detail}). Es un fallo de Antesala: comuníquelo, por favor, junto con la grabación.`,
  });
}
