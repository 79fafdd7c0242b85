import { checks as allChecks } from '../checks/registry.generated.js';
import { type Text, say, sentences } from '../i18n/text.js';
import { type Assessment, blocks } from '../model/assessment.js';
import type { GateReason, StampedEvent } from '../model/event.js';
import type { Finding } from '../model/finding.js';
import type { LookResult, NotDone } from '../model/instruction.js';
import type { Plan } from '../model/plan.js';
import type { Recording } from '../model/recording.js';
import { sameState } from '../model/resource.js';
import { decisionSeconds } from './ages.js';
import { type Standing, attestationOf, basisOf, basisOfItem, waiverOf } from './answers.js';
import type { ChangedFact } from '../model/comparison.js';
import { changedFacts } from './fingerprint.js';
import { foldCase } from '../caselog/state.js';
import { evidenceOf } from './evidence.js';
import { expectedByPlan } from './expected.js';
import { FactReader } from './read.js';

export interface GateInput {
  /** Gathered just now, and judged. */
  readonly recording: Recording;
  readonly assessment: Assessment;
  /** What the plan was made from; undefined when there is no plan. */
  readonly planned: { readonly plan: Plan; readonly recording: Recording } | undefined;
  readonly events: readonly StampedEvent[];
  /** What every prepared item looks like now. */
  readonly looked: ReadonlyMap<string, LookResult | NotDone>;
  readonly now: Date;
}

export interface GateDecision {
  readonly verdict: 'go' | 'no-go';
  readonly reasons: readonly GateReason[];
  /** ISO. No later than the first answer, waiver or window that it rests on. */
  readonly expires: string;
}

/** Go or no-go, with every reason. Pure. Unknown is never go. */
export function decideGate(input: GateInput): GateDecision {
  const ends: number[] = [input.now.getTime() + decisionSeconds * 1000];
  const reader = new FactReader(input.recording);
  const plan = ofPlan(input, ends);
  const asked = askedByPlan(input, plan);
  const reasons = [
    ...input.assessment.findings
      .filter(({ key }) => !asked.has(key))
      .flatMap(finding => ofFinding(finding, reader, input, ends)),
    ...plan,
    ...ofFacts(input),
  ];
  return {
    verdict: reasons.some(reason => reason.blocks) ? 'no-go' : 'go',
    reasons,
    expires: new Date(Math.min(...ends)).toISOString(),
  };
}

/** Findings whose question the plan asks as well, and has no answer to: it is asked once, there. */
function askedByPlan({ planned, assessment }: GateInput, reasons: readonly GateReason[]): ReadonlySet<string> {
  const open = new Set(reasons.filter(({ kind }) => kind === 'answer').map(({ key }) => key));
  const items = planned?.plan.steps.flatMap(step => step.items) ?? [];
  const asked = items.flatMap(item => (item.kind === 'person' && open.has(item.id) ? [item.sameAs] : []));
  return new Set(
    assessment.findings.filter(({ key, state }) => state === 'manual' && asked.includes(key)).map(({ key }) => key),
  );
}

const checkById = new Map(allChecks.map(check => [check.id, check]));

function ofFinding(finding: Finding, reader: FactReader, input: GateInput, ends: number[]): GateReason[] {
  const { key } = finding;
  if (finding.state === 'manual') {
    const basis = basisOf(finding, checkById.get(finding.check), reader);
    const answer = attestationOf(input.events, key, basis, input.now);
    const evidence = evidenceOf(input.events, finding, input.now);
    if (evidence.state === 'counts') {
      ends.push(Date.parse(evidence.until));
      return [{ key, kind: 'evidence', blocks: false, text: shown(finding, evidence.event, evidence.until) }];
    }
    // a person may know better than evidence, but not beforehand
    const overruled =
      evidence.state === 'against' && (answer.state === 'none' || answer.given.seq < evidence.event.seq);
    if (overruled) return [{ key, kind: 'evidence', blocks: true, text: notShown(finding, evidence.event) }];
    if (answer.state === 'counts' && answer.given.answer === 'yes') {
      ends.push(Date.parse(answer.given.until));
      return [{ key, kind: 'attested', blocks: false, text: attested(finding, answer.given.by, answer.given.until) }];
    }
    return [{ key, kind: 'answer', blocks: true, text: unanswered(finding, answer) }];
  }
  if (!blocks(finding)) return [];
  const basis = basisOf(finding, checkById.get(finding.check), reader);
  const waiver = waiverOf(input.events, key, basis, input.now);
  if (waiver.state === 'counts') {
    ends.push(Date.parse(waiver.given.until));
    return [{ key, kind: 'waived', blocks: false, text: waived(finding, waiver.given) }];
  }
  const text = waiver.state === 'none' ? finding.text : sentences(finding.text, voidWaiver(waiver));
  return [{ key, kind: 'finding', blocks: true, text }];
}

/** The preparation must be done, and still hold. */
function ofPlan({ planned, events, looked, now }: GateInput, ends: number[]): GateReason[] {
  if (!planned) return [{ key: 'plan', kind: 'plan', blocks: true, text: noPlan }];
  const { plan } = planned;
  const { changes, acts } = foldCase(events);
  const reasons: GateReason[] = [];
  const blocked = (key: string, text: Text): unknown => reasons.push({ key, kind: 'plan', blocks: true, text });
  for (const step of plan.steps) {
    if (step.state === 'blocked') blocked(step.step, sentences(step.title, step.text));
    for (const item of step.items) {
      if (item.kind === 'person') {
        const answer = attestationOf(events, item.id, basisOfItem(item), now);
        if (answer.state === 'counts' && answer.given.answer === 'yes') ends.push(Date.parse(answer.given.until));
        else reasons.push({ key: item.id, kind: 'answer', blocks: true, text: item.question });
      } else if (item.kind === 'change') {
        const state = changes.get(item.id);
        const last = lastOutcome(events, item.id);
        // What is only watched over cannot be undone by anybody: it is set again when it is missing.
        if (sameState(item.from, item.to)) continue;
        if (last === 'absent' || (last === 'already' && !state)) continue;
        const seen = looked.get(item.id);
        if (!state || state.putBack !== undefined) blocked(item.id, notDone(item.text));
        else if (seen?.did !== 'looked') blocked(item.id, sentences(item.text, notSeen(seen?.why ?? '?')));
        else if (seen.found === 'absent' || !sameState(seen.found, state.to)) blocked(item.id, undoneSince(item.text));
      } else if (item.kind !== 'hand-over' && acts.get(item.id)?.outcome !== 'done') {
        blocked(item.id, notDone(item.text));
      }
    }
  }
  return reasons;
}

function lastOutcome(events: readonly StampedEvent[], item: string): string | undefined {
  const event = events.findLast(one => one.type === 'outcome' && one.item === item);
  return event?.type === 'outcome' ? event.outcome : undefined;
}

/** What is no longer as it was when the plan was made, apart from what the preparation itself changed. */
function ofFacts({ planned, recording, events }: GateInput): GateReason[] {
  if (!planned) return [];
  const expected = expectedByPlan(foldCase(events).changes.values());
  return changedFacts(planned.recording, recording, expected).map(changed => ({
    key: `facts/${changed.fact}`,
    kind: 'facts-changed',
    // Another product or build is another upgrade.
    blocks: changed.fact === 'identity',
    text: changedSince(changed),
  }));
}

const noPlan = say({
  en: 'There is no plan yet. Make one: antesala plan.',
  es: 'Todavía no hay un plan. Hágalo con: antesala plan.',
});

const attested = (finding: Finding, by: string, until: string): Text =>
  say({
    en: f => `${finding.title.en}: ${by} answered yes; it counts until ${f.moment(until)}.`,
    es: f => `${finding.title.es}: ${by} respondió que sí; vale hasta el ${f.moment(until)}.`,
  });

const shown = (finding: Finding, { at, name }: { readonly at: string; readonly name: string }, until: string): Text =>
  say({
    en: f => `${finding.title.en}: shown on ${f.moment(at)} (${name}); it counts until ${f.moment(until)}.`,
    es: f => `${finding.title.es}: demostrado el ${f.moment(at)} (${name}); vale hasta el ${f.moment(until)}.`,
  });

const notShown = (finding: Finding, { at, name }: { readonly at: string; readonly name: string }): Text =>
  say({
    en: f =>
      `${finding.title.en}: not so, by the evidence of ${f.moment(at)} (${name}). Read it (antesala report), make a new backup, and prove that one.`,
    es: f =>
      `${finding.title.es}: según la evidencia del ${f.moment(at)} (${name}), no es así. Léala (antesala report), haga otra copia y compruébela.`,
  });

function unanswered(finding: Finding, answer: Standing<{ readonly answer: string; readonly by: string }>): Text {
  const question = finding.question ?? finding.text;
  switch (answer.state) {
    case 'none':
      return sentences(question, say({ en: 'Nobody has answered yet.', es: 'Nadie ha respondido todavía.' }));
    case 'counts':
      return sentences(
        question,
        say({ en: `${answer.given.by} answered no.`, es: `${answer.given.by} respondió que no.` }),
      );
    case 'expired':
      return sentences(
        question,
        say({ en: 'The answer is too old; answer again.', es: 'La respuesta ha caducado; responda de nuevo.' }),
      );
    case 'facts-changed':
      return sentences(
        question,
        say({
          en: 'The server has changed since it was answered; answer again.',
          es: 'El servidor ha cambiado desde que se respondió; responda de nuevo.',
        }),
      );
  }
}

const waived = (
  finding: Finding,
  given: { readonly by: string; readonly reason: string; readonly until: string },
): Text =>
  say({
    en: f => `${finding.text.en} Waived by ${given.by} until ${f.moment(given.until)}: ${given.reason}`,
    es: f => `${finding.text.es} Lo asume ${given.by} hasta el ${f.moment(given.until)}: ${given.reason}`,
  });

function voidWaiver(waiver: Standing<unknown>): Text {
  return waiver.state === 'expired'
    ? say({ en: 'The waiver has expired.', es: 'La excepción ha caducado.' })
    : say({
        en: 'The waiver does not count any more, since the server has changed.',
        es: 'La excepción ya no vale, porque el servidor ha cambiado.',
      });
}

const notDone = (text: Text): Text =>
  sentences(text, say({ en: 'Not done yet: antesala prepare.', es: 'Todavía no se ha hecho: antesala prepare.' }));

const undoneSince = (text: Text): Text =>
  sentences(
    text,
    say({
      en: 'It was done, but somebody or something has changed it since. Run antesala prepare again.',
      es: 'Se hizo, pero después alguien o algo lo ha cambiado. Vuelva a ejecutar antesala prepare.',
    }),
  );

const notSeen = (why: string): Text =>
  say({ en: `Whether it still holds could not be seen (${why}).`, es: `No se ha podido ver si sigue así (${why}).` });

function changedSince({ title, entries }: ChangedFact): Text {
  const names = [...new Set(entries.map(({ entry }) => entry.split('/')[0] ?? entry))];
  return say({
    en: f => `${title.en}: changed since the plan was made: ${f.list(names)}.`,
    es: f => `${title.es}: ha cambiado desde que se hizo el plan: ${f.list(names)}.`,
  });
}
