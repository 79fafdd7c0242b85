import { checks as allChecks } from '../../checks/registry.generated.js';
import { type Text, say } from '../../i18n/text.js';
import { type Assessment, blocks } from '../../model/assessment.js';
import type { CaseLog } from '../../model/case-log.js';
import type { CaseEvent, StampedEvent } from '../../model/event.js';
import type { Finding } from '../../model/finding.js';
import { InputError } from '../../model/input-error.js';
import type { RowId } from '../../model/row.js';
import type { PlannedPerson } from '../../model/step.js';
import { ageLimitSeconds, waiverLimitSeconds } from '../ages.js';
import { type Attestation, type Standing, attestationOf, basisOf, basisOfItem } from '../answers.js';
import { assess } from '../assess.js';
import { evidenceOf } from '../evidence.js';
import { FactReader } from '../read.js';
import { type StoredPlan, caseOf, planOf, recordingOf } from './stored.js';

/** What an answer is kept under. */
interface Asked {
  readonly key: string;
  readonly basis: string;
  readonly row: RowId | undefined;
}

/** One question that a person can answer, of a finding or of the plan. */
export interface OpenQuestion extends Asked {
  readonly question: Text;
  readonly why: Text;
  /** Where the same is asked once more: one answer counts for all. */
  readonly also: readonly Asked[];
}

export interface GivenAnswer {
  readonly key: string;
  readonly answer: 'yes' | 'no';
}

export interface AnswerOptions {
  readonly by: string;
  /** ISO; no later than the age limit of its row. Left out: that limit. */
  readonly until?: string | undefined;
  readonly now: Date;
  readonly version: string;
}

/**
 * Keeps what a person states: answers to open questions, bound to the facts they rest on. All are checked before any is written.
 *
 * @throws InputError when there is no such question, one is answered twice, no name is given, or an end that is none
 */
export async function attest(
  log: CaseLog,
  answers: readonly GivenAnswer[],
  options: AnswerOptions & { readonly note?: string | undefined },
): Promise<readonly StampedEvent[]> {
  const questions = questionsIn(await judgedNow(log, options));
  const by = named(options.by);
  const given = new Map<string, CaseEvent>();
  for (const { key, answer } of answers) {
    const question = questions.find(one => one.key === key || one.also.some(other => other.key === key));
    if (!question)
      throw new InputError(
        noSuchQuestion(
          key,
          questions.map(one => one.key),
        ),
      );
    for (const asked of [question, ...question.also]) {
      const before = given.get(asked.key);
      if (before?.type === 'attested' && before.answer !== answer) throw new InputError(answeredTwice(key));
      const until = end(options, ageLimitSeconds(asked.row));
      const { key: own, basis } = asked;
      given.set(own, { type: 'attested', key: own, answer, by, note: options.note ?? null, until, basis });
    }
  }
  return log.append(...given.values());
}

/** What a question was answered; the same asked elsewhere too must be answered there as well. */
export function standingOf(events: readonly StampedEvent[], question: OpenQuestion, now: Date): Standing<Attestation> {
  const all = [question, ...question.also].map(({ key, basis }) => attestationOf(events, key, basis, now));
  return all.find(({ state }) => state !== 'counts') ?? all[0] ?? { state: 'none' };
}

/**
 * Keeps that a person takes a blocking finding upon themselves, until an end, with a reason.
 *
 * @throws InputError when no such finding blocks, or name, reason or end are missing
 */
export async function waive(log: CaseLog, key: string, reason: string, options: AnswerOptions): Promise<StampedEvent> {
  const blocking = blockersOf(await judgedNow(log, options));
  const finding = blocking.find(one => one.key === key);
  if (!finding)
    throw new InputError(
      noSuchBlocker(
        key,
        blocking.map(one => one.key),
      ),
    );
  if (reason.trim() === '') throw new InputError(noReason);
  const [event] = await log.append({
    type: 'waived',
    key,
    reason: reason.trim(),
    by: named(options.by),
    until: end(options, waiverLimitSeconds),
    basis: finding.basis,
  });
  return appended(event);
}

/** All questions of the newest recording and of the plan, answered or not; but not what evidence of the case has shown. */
export async function questionsOf(
  log: CaseLog,
  options: Pick<AnswerOptions, 'now' | 'version'>,
): Promise<OpenQuestion[]> {
  const judged = await judgedNow(log, options);
  const shown = new Set(
    judged.assessment.findings
      .filter(finding => evidenceOf(log.events, finding, options.now).state === 'counts')
      .map(({ key }) => key),
  );
  return questionsIn(judged).filter(({ key }) => !shown.has(key));
}

/** A case as its newest facts from before the upgrade are judged now. */
export interface JudgedCase {
  readonly assessment: Assessment;
  readonly reader: FactReader;
  readonly stored: StoredPlan | undefined;
}

/**
 * Judges the newest facts from before the upgrade; undefined when the case has none.
 *
 * @throws UnknownProduct
 */
export async function judgedCase(
  log: CaseLog,
  { now, version }: Pick<AnswerOptions, 'now' | 'version'>,
): Promise<JudgedCase | undefined> {
  const kept = await recordingOf(log, ['assess', 'plan', 'prepare', 'gate']);
  if (!kept) return undefined;
  const stored = await planOf(log);
  const to = stored?.plan.path ?? caseOf(log.events).to ?? undefined;
  const assessment = assess(kept.recording, { to, now, version, recordingSha256: kept.sha256 });
  return { assessment, reader: new FactReader(kept.recording), stored };
}

/** What blocks, and what a waiver of it would rest on. */
export function blockersOf({
  assessment,
  reader,
}: JudgedCase): readonly { readonly key: string; readonly text: Text; readonly basis: string }[] {
  return assessment.findings
    .filter(blocks)
    .map(finding => ({ key: finding.key, text: finding.text, basis: basisOf(finding, checkOf(finding), reader) }));
}

export function questionsIn({ assessment, reader, stored }: JudgedCase): OpenQuestion[] {
  const people = (stored?.plan.steps ?? [])
    .flatMap(step => step.items)
    .filter((item): item is PlannedPerson => item.kind === 'person');
  const ofFindings = assessment.findings
    .filter(finding => finding.state === 'manual')
    .map(finding => ({
      key: finding.key,
      question: finding.question ?? finding.text,
      why: checkOf(finding)?.why ?? finding.text,
      basis: basisOf(finding, checkOf(finding), reader),
      row: finding.row,
      also: [],
    }));
  const ofPlan = people.map(item => ({
    key: item.id,
    question: item.question,
    why: item.text,
    basis: basisOfItem(item),
    row: undefined,
    also: ofFindings.filter(({ key }) => key === item.sameAs).map(({ key, basis, row }) => ({ key, basis, row })),
  }));
  return [...ofFindings.filter(({ key }) => !people.some(({ sameAs }) => sameAs === key)), ...ofPlan];
}

const checkOf = (finding: Finding) => allChecks.find(check => check.id === finding.check);

/** @throws InputError when the case has no facts yet */
async function judgedNow(log: CaseLog, options: Pick<AnswerOptions, 'now' | 'version'>): Promise<JudgedCase> {
  const judged = await judgedCase(log, options);
  if (!judged) throw new InputError(noFacts);
  return judged;
}

function named(by: string): string {
  if (by.trim() === '') throw new InputError(noName);
  return by.trim();
}

/** An end that is asked for may be sooner than the limit, never later. */
function end({ until, now }: AnswerOptions, limitSeconds: number): string {
  const limit = now.getTime() + limitSeconds * 1000;
  if (until === undefined) return new Date(limit).toISOString();
  const asked = Date.parse(until);
  if (Number.isNaN(asked) || asked <= now.getTime()) throw new InputError(badEnd(until));
  if (asked > limit) throw new InputError(tooFar(new Date(limit).toISOString()));
  return new Date(asked).toISOString();
}

function appended(event: StampedEvent | undefined): StampedEvent {
  if (!event) throw new Error('An event was appended and none came back.');
  return event;
}

const noFacts = say({
  en: 'This case has no facts of its server yet. Gather them first: antesala plan CASE.',
  es: 'Este caso todavía no tiene datos de su servidor. Recójalos primero: antesala plan CASO.',
});

const noName = say({
  en: 'An answer has a name: say who gives it with --by.',
  es: 'Una respuesta lleva un nombre: indique quién la da con --by.',
});

const noReason = say({
  en: 'A waiver needs a reason (--reason) that somebody else understands.',
  es: 'Una excepción necesita un motivo (--reason) que otra persona entienda.',
});

const noSuchQuestion = (key: string, keys: readonly string[]): Text =>
  say({
    en: f => `There is no question “${key.slice(0, 100)}” in this case. Open are: ${f.list(keys, 30)}.`,
    es: f => `En este caso no hay ninguna pregunta «${key.slice(0, 100)}». Hay estas: ${f.list(keys, 30)}.`,
  });

const answeredTwice = (key: string): Text =>
  say({
    en: `“${key.slice(0, 100)}” is answered with yes and with no. Nothing was written; give one answer.`,
    es: `«${key.slice(0, 100)}» se responde con sí y con no. No se ha anotado nada; dé una sola respuesta.`,
  });

const noSuchBlocker = (key: string, keys: readonly string[]): Text =>
  keys.length === 0
    ? say({
        en: 'Nothing blocks in this case, so there is nothing to waive.',
        es: 'En este caso nada impide la actualización, así que no hay nada que exceptuar.',
      })
    : say({
        en: f => `“${key.slice(0, 100)}” blocks nothing here. What blocks: ${f.list(keys, 30)}.`,
        es: f => `«${key.slice(0, 100)}» no impide nada aquí. Lo que impide la actualización: ${f.list(keys, 30)}.`,
      });

const badEnd = (until: string): Text =>
  say({
    en: `“${until.slice(0, 40)}” is no moment in the future. Give one such as 2027-01-15 or 2027-01-15T20:00Z.`,
    es: `«${until.slice(0, 40)}» no es un momento futuro. Indique uno como 2027-01-15 o 2027-01-15T20:00Z.`,
  });

const tooFar = (limit: string): Text =>
  say({
    en: f => `It cannot count for that long: ${f.moment(limit)} at the latest.`,
    es: f => `No puede valer tanto tiempo: como máximo, hasta el ${f.moment(limit)}.`,
  });
