import type { BackupReader, Problem, RestorePlace } from '../backups/reader.js';
import { type BytePath, inside, isText, pathBytes, shownPath } from '../backups/byte-path.js';
import type { Bench } from './compare-restored.js';
import type { Findings } from './findings.js';
import { mostNamed } from './findings.js';
import { proveAll } from './prove-all.js';
import { type Budget, proveSample, speaks } from './prove-sample.js';
import type { Proof, verdicts } from './proof-shape.js';
import { type Aim, confidenceShown, sampleSize, shareShown } from './sample-size.js';
import { type Root, survey } from './survey.js';
import { type Finding, count, emptyTally } from './tally.js';
import { verdictTexts } from './wording.js';

export interface ProofRequest {
  readonly reader: BackupReader;
  /** As it was named. */
  readonly backup: string;
  readonly roots: readonly Root[];
  /** Absolute paths of originals that are not compared. */
  readonly leftOut: readonly BytePath[];
  readonly seed: string;
  readonly aim: Aim;
  /** Everything instead of a sample. */
  readonly all?: { readonly hash: boolean };
  readonly budget?: { readonly bytes?: number; readonly seconds?: number };
  /** When the backup was made, where somebody knows better than it does. */
  readonly made?: number;
  readonly place: RestorePlace;
  /** `compare-worker` as it was compiled. */
  readonly thread: URL;
  readonly version: string;
  readonly computer: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly progress: (progress: ProofProgress) => void;
}

/** What is being done, for whoever waits. */
export interface ProofProgress {
  readonly phase: 'originals' | 'backup' | 'compare';
  readonly files: number;
  readonly bytes: number;
}

/** Proves a backup against its originals, or shows that it cannot be proven. Reads both and changes neither. */
export async function prove(request: ProofRequest): Promise<Proof> {
  const { reader, now } = request;
  const started = now();
  const made = request.made ?? reader.facts.made;
  let [bytes, files] = [0, 0];
  const bench: Bench = {
    reader,
    place: request.place,
    made,
    signal: request.signal,
    compared: more => {
      bytes += more;
      request.progress({ phase: 'compare', files, bytes });
    },
  };
  const outcome = request.all
    ? await everything(request, request.all, bench, total => (files = total))
    : await sample(request, bench, started.getTime());
  const ended = now();
  const verdict = verdictOf(outcome);
  const numbers = { verdict, made: made === undefined ? null : new Date(made).toISOString(), ...outcome };
  return {
    schema: 'antesala.proof/1',
    verdict,
    text: verdictTexts(numbers),
    version: request.version,
    computer: request.computer,
    started: started.toISOString(),
    ended: ended.toISOString(),
    backup: {
      path: request.backup,
      kind: reader.facts.kind,
      label: reader.facts.label ?? null,
      writtenBy: reader.facts.writtenBy ?? null,
      made: numbers.made,
      parts: [...reader.facts.parts],
      limits: [...reader.facts.limits],
    },
    against: request.roots.map(({ original, mapped }) => ({ root: shownPath(original), mapped: shownPath(mapped) })),
    leftOut: request.leftOut.map(shownPath),
    method: outcome.method,
    files: outcome.files,
    others: outcome.others,
    always: outcome.always,
    attributesDiffer: outcome.attributesDiffer,
    bytesCompared: outcome.bytesCompared,
    seconds: (ended.getTime() - started.getTime()) / 1000,
    problems: outcome.problems.slice(0, mostNamed).map(plainProblem),
    problemCount: outcome.problemCount,
    findings: outcome.findings.map(plainFinding),
    allNamed: outcome.allNamed,
  };
}

type Counts = Proof['files'];

interface Outcomes {
  readonly method: Proof['method'];
  readonly files: Counts;
  readonly others: Counts;
  readonly always: Counts;
  readonly attributesDiffer: number;
  readonly bytesCompared: number;
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly findings: readonly Finding[];
  readonly allNamed: boolean;
}

/** Damage is damage wherever it is. Nothing is proven where something could not be looked at, or too little was. */
function verdictOf({ method, files, others, always, problems }: Outcomes): (typeof verdicts)[number] {
  if (files.damaged + others.damaged + always.damaged > 0 || problems.some(one => one.means === 'damaged'))
    return 'damaged';
  if (problems.length > 0 || always.notVerifiable > 0) return 'not-proven';
  if (method.kind === 'all') return files.notVerifiable === 0 && files.identical > 0 ? 'proven' : 'not-proven';
  return method.speaking > 0 && method.confidenceShown >= method.confidence - 1e-9 ? 'proven' : 'not-proven';
}

async function sample(request: ProofRequest, bench: Bench, started: number): Promise<Outcomes> {
  const { roots, seed, aim, budget, leftOut, signal, now, progress } = request;
  const found = await survey(
    roots,
    {
      seed,
      most: budget ? 20_000 : sampleSize(1e9, aim) * 2 + 200,
      leaveOut: file => leftOut.some(one => inside(file, one) !== undefined),
      seen: files => progress({ phase: 'originals', files, bytes: 0 }),
    },
    signal,
  );
  const needed = sampleSize(found.files, aim);
  const spend: Budget | undefined = budget && {
    ...(budget.bytes === undefined ? {} : { bytes: budget.bytes }),
    ...(budget.seconds === undefined ? {} : { until: started + budget.seconds * 1000 }),
  };
  const result = await proveSample(
    found,
    needed,
    spend,
    bench,
    () => now().getTime(),
    files => progress({ phase: 'backup', files, bytes: 0 }),
  );
  const speaking = result.drawn.filter(speaks);
  const bad = speaking.filter(one => one.outcome !== 'identical').length;
  // those that changed are not among the files the sample speaks for
  const population = found.files - (result.drawn.length - speaking.length);
  const [files, always] = [tallied(result.drawn), tallied(result.always)];
  const drawnPaths = new Set(result.drawn.map(one => one.path));
  const problems = [...found.problems, ...result.problems];
  return {
    method: {
      kind: 'sample',
      seed,
      confidence: aim.confidence,
      share: aim.share,
      population: found.files,
      populationBytes: found.bytes,
      needed,
      drawn: result.drawn.length,
      speaking: speaking.length,
      shareShown: shareShown(population, speaking.length, bad, aim.confidence),
      confidenceShown: confidenceShown(population, speaking.length, bad, aim.share),
      budget: budget ? { bytes: budget.bytes ?? null, seconds: budget.seconds ?? null } : null,
    },
    files: counts(files.files),
    others: counts(files.others),
    always: counts(always.files),
    attributesDiffer: files.attributes,
    bytesCompared: files.bytes + tallied(result.always.filter(one => !drawnPaths.has(one.path))).bytes,
    problems,
    problemCount: problems.length,
    findings: [...result.always, ...result.drawn.filter(one => one.always === undefined)],
    allNamed: true,
  };
}

async function everything(
  { roots, seed, leftOut, thread, progress }: ProofRequest,
  { hash }: { readonly hash: boolean },
  bench: Bench,
  seen: (files: number) => void,
): Promise<Outcomes> {
  const told = (findings: Findings): void => {
    const { files, bytes } = findings.tally;
    const all = Object.values(files).reduce((sum, one) => sum + one, 0);
    seen(all);
    progress({ phase: 'compare', files: all, bytes });
  };
  const findings = await proveAll(roots, { seed, hash, leftOut, thread, seen: told }, bench);
  const { tally } = findings;
  const named = findings.named();
  const most = Math.max(...Object.values(tally.files), ...Object.values(tally.others));
  return {
    method: { kind: 'all', hashes: hash },
    files: counts(tally.files),
    others: counts(tally.others),
    always: counts(emptyTally().files),
    attributesDiffer: tally.attributes,
    bytesCompared: tally.bytes,
    problems: findings.problems,
    problemCount: findings.problemCount,
    findings: named,
    allNamed: most < mostNamed || hash,
  };
}

function tallied(findings: readonly Finding[]): ReturnType<typeof emptyTally> {
  const tally = emptyTally();
  for (const one of findings) count(tally, true, one.size, one);
  return tally;
}

function counts({ 'not-verifiable': notVerifiable, ...others }: ReturnType<typeof emptyTally>['files']): Counts {
  return { ...others, notVerifiable };
}

function plainFinding({ path, differs, problem, ...rest }: Finding): Proof['findings'][number] {
  return {
    path: shownPath(path),
    ...(isText(path) ? {} : { pathBytes: pathBytes(path).toString('base64') }),
    ...rest,
    ...(differs.length > 0 ? { differs: [...differs] } : {}),
    ...(problem ? { problem: plainProblem(problem) } : {}),
  };
}

function plainProblem({ means, text, part, offset }: Problem): Proof['problems'][number] {
  return { means, text, ...(part === undefined ? {} : { part }), ...(offset === undefined ? {} : { offset }) };
}
