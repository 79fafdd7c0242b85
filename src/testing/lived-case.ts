import { readFileSync } from 'node:fs';
import { signCase, newKey, readSigningKey } from '../caselog/signing.js';
import { createCase } from '../caselog/open-case.js';
import { attest, questionsOf, waive } from '../engine/case/answer-case.js';
import { type CaseWork, gatherForCase } from '../engine/case/case-work.js';
import { compareCase } from '../engine/case/compare-case.js';
import { type DecidedCase, decideCase } from '../engine/case/decide-case.js';
import { planCase } from '../engine/case/plan-case.js';
import { type PreparedCase, prepareCase } from '../engine/case/prepare-case.js';
import { type PutBackCase, putBackCase } from '../engine/case/put-back-case.js';
import { rehearseCase } from '../engine/case/rehearse-case.js';
import { simulate } from '../engine/simulation/simulate.js';
import { readRecording } from '../hosts/recorded/recording-text.js';
import type { SimulatedHost } from '../hosts/simulated/host.js';
import type { CaseLog } from '../model/case-log.js';
import type { Comparison } from '../model/comparison.js';
import { type PlanChoices, defaultChoices } from '../model/plan-choices.js';
import type { Plan } from '../model/plan.js';
import type { Rehearsal } from '../model/rehearsal.js';
import type { Resource } from '../model/resource.js';
import { nobody } from './cases.js';

export interface LivedCase {
  readonly log: CaseLog;
  readonly host: SimulatedHost;
  readonly plan: Plan;
  readonly rehearsal: Rehearsal;
  readonly prepared: PreparedCase;
  readonly decisions: readonly DecidedCase[];
  readonly putBack: PutBackCase;
  readonly comparison: Comparison;
}

export interface LifeOptions {
  /** Services that the upgrade removes, and that somebody sets to start by hand meanwhile. */
  readonly gone?: string;
  readonly drifted?: string;
  readonly name?: string;
  readonly choices?: Partial<PlanChoices>;
}

const from = readRecording(readFileSync('recordings/lab-sbs2000-es.json', 'utf8'), 'before');
const to = readRecording(readFileSync('recordings/lab-sbs2003.json', 'utf8'), 'after');

/**
 * The whole life of a case in a folder: planned, rehearsed, prepared, decided twice (no-go first, then with what people state), the server
 * upgraded, put back, compared and signed. The server is simulated from the lab's Small Business Server 2000 in Spanish.
 */
export async function liveCase(folder: string, options: LifeOptions = {}): Promise<LivedCase> {
  const host = simulate(from, { name: 'ssh://administrador@sbs' });
  const now = (): Date => host.now();
  const version = '0.1.0';
  const log = await createCase(
    folder,
    { name: options.name ?? 'Gestoría Núñez', host: 'ssh://administrador@sbs', to: 'sbs2003', version },
    { now, actor: 'ana@taller' },
  );
  const work: CaseWork = {
    log,
    host,
    wayIn: { kind: 'ssh' },
    version,
    now,
    pause: milliseconds => {
      host.pass(milliseconds / 1000);
      return Promise.resolve();
    },
    performers: nobody,
  };
  const choices: PlanChoices = { ...defaultChoices, ...options.choices };
  const { plan } = await planCase(log, await gatherForCase(work, 'plan'), { now: now(), wayIn: work.wayIn, choices });
  const rehearsal = await rehearseCase(log);
  host.pass(1800);
  await prepareCase(work);
  const decisions = [await decideCase(work, 'Ana Núñez')];
  host.pass(600);
  await answerAll(log, decisions[0], { now, version });
  const prepared = await prepareCase(work);
  decisions.push(await decideCase(work, 'Ana Núñez'));
  host.pass(7200);
  befall(host, options);
  const putBack = await putBackCase(work);
  const comparison = await compareCase(log, await gatherForCase(work, 'after'));
  const { privatePem } = newKey();
  await signCase(log, readSigningKey(privatePem), 'Ana Núñez');
  return { log, host, plan, rehearsal, prepared, decisions, putBack, comparison };
}

/** Every question is answered with yes, every finding that blocks taken upon oneself. */
async function answerAll(
  log: CaseLog,
  decision: DecidedCase | undefined,
  { now, version }: { readonly now: () => Date; readonly version: string },
): Promise<void> {
  const by = 'Ana Núñez';
  for (const { key } of await questionsOf(log, { now: now(), version })) {
    await attest(log, key, 'yes', { by, now: now(), version, note: 'Revisado en el taller' });
  }
  for (const { key, kind } of decision?.reasons ?? []) {
    if (kind !== 'finding') continue;
    await waive(log, key, 'El cliente lo sabe y lo acepta', { by, now: now(), version });
  }
}

function befall(host: SimulatedHost, { gone, drifted }: LifeOptions): void {
  const service = (name: string): Resource => ({ kind: 'service', name });
  host.happen({
    kind: 'upgrade',
    upgrade: {
      recording: to,
      gone: gone === undefined ? [] : [service(gone)],
      changed:
        drifted === undefined
          ? []
          : [{ resource: service(drifted), state: { start: 'manual', delayed: false, running: false } }],
    },
  });
}
