import { checks as allChecks } from '../checks/registry.generated.js';
import { type Identity, identity } from '../facts/identity.js';
import { facts as allFacts } from '../facts/registry.generated.js';
import { volumes } from '../facts/volumes.js';
import { type Text, same, say, sentences } from '../i18n/text.js';
import { type Assessment, type ShownVolume, reportSchema } from '../model/assessment.js';
import type { Check, Situation } from '../model/check.js';
import type { UpgradePath } from '../model/path.js';
import type { Recording } from '../model/recording.js';
import { sections } from '../model/row.js';
import { choosePath } from './choose-path.js';
import { judge } from './judge.js';
import { inReadingOrder } from './order.js';
import { FactReader } from './read.js';
import { countsOf, verdictOf, verdictText } from './verdict.js';

export interface AssessOptions {
  /** Id of a path or of a product; left out: the path we would recommend. */
  readonly to?: string | undefined;
  /** The clock to judge by. */
  readonly now: Date;
  readonly version: string;
  readonly recordingSha256?: string | undefined;
  /** Left out: all there are. */
  readonly checks?: readonly Check[];
}

/** What the host is could not be told, so there is no path to judge it against. Says what was read. */
export class UnknownProduct extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'UnknownProduct';
    this.text = text;
  }
}

/**
 * Judges one recording against one upgrade path. Pure: the same recording, path and clock give the same result.
 *
 * @throws UnknownProduct when the host is no product we know and no path was named
 * @throws InputError when `to` names nothing we know
 */
export function assess(recording: Recording, options: AssessOptions): Assessment {
  const facts = new FactReader(recording);
  const who = facts.read(identity);
  const product = who.state === 'known' ? who.value.product : undefined;
  if (product === undefined) throw unknownProduct(who.state === 'known' ? same(describe(who.value)) : who.why);
  const { path, from, to, routes } = choosePath(product, options.to, options.now);
  const situation: Situation = { path, from, to, now: options.now, recording };
  const findings = inReadingOrder((options.checks ?? allChecks).flatMap(check => judge(check, facts, situation)));
  const verdict = verdictOf(findings);
  const { answers: _answers, schema: _schema, ...head } = recording;
  return {
    schema: reportSchema,
    version: options.version,
    judgedAt: options.now.toISOString(),
    recording: head,
    recordingSha256: options.recordingSha256,
    system: who.state === 'known' ? same(who.value.name) : who.why,
    path,
    from,
    to,
    routes,
    verdict,
    verdictText: verdictText(verdict, findings),
    counts: countsOf(findings),
    sections: sections.map(section => {
      const own = findings.filter(finding => finding.section === section);
      return { section, verdict: verdictOf(own), counts: countsOf(own) };
    }),
    findings,
    shown: { volumes: shownVolumes(facts, path), missing: missingFacts(facts, recording) },
  };
}

function shownVolumes(facts: FactReader, path: UpgradePath): ShownVolume[] {
  const reading = facts.read(volumes);
  if (reading.state !== 'known') return [];
  const shown = new Set(['fixed', 'exchange-ifs']);
  return reading.value
    .filter(volume => shown.has(volume.kind))
    .map(({ name, label, kind, system, boot, sizeBytes, freeBytes }) => ({
      name,
      label,
      kind,
      system,
      sizeBytes,
      freeBytes,
      neededBytes: system ? path.requires.systemFreeBytes : boot ? path.requires.bootFreeBytes : undefined,
    }));
}

function missingFacts(facts: FactReader, recording: Recording): Assessment['shown']['missing'] {
  return allFacts.flatMap(fact => {
    if (!fact.on[recording.platform]) return [];
    const reading = facts.read(fact);
    return reading.state === 'missing' ? [{ fact: fact.id, title: fact.title, why: reading.why }] : [];
  });
}

function describe(who: Identity): string {
  return `${who.name} (${who.version})`;
}

/** @param read what was read, or why nothing was */
export function unknownProduct(read: Text): UnknownProduct {
  return new UnknownProduct(
    sentences(
      say({
        en: 'This is no product Antesala knows an upgrade for, or it could not be told which it is:',
        es: 'Antesala no conoce actualizaciones para este producto, o no se ha podido saber cuál es:',
      }),
      read,
      say({
        en: 'See “antesala paths” for the products it knows.',
        es: 'Consulte con «antesala paths» los productos que conoce.',
      }),
    ),
  );
}
