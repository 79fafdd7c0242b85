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
import { identity } from '../facts/identity.js';
import type { SimulatedHost } from '../hosts/simulated/host.js';
import type { CaseLog } from '../model/case-log.js';
import type { Comparison } from '../model/comparison.js';
import { type PlanChoices, defaultChoices } from '../model/plan-choices.js';
import type { Plan } from '../model/plan.js';
import { isBack } from '../model/put-back.js';
import type { Rehearsal } from '../model/rehearsal.js';
import type { Resource } from '../model/resource.js';
import { nobody } from './cases.js';

export interface LivedCase {
  readonly log: CaseLog;
  readonly host: SimulatedHost;
  readonly plan: Plan;
  readonly rehearsal: Rehearsal;
  /** The first run waits for answers, the second goes through. */
  readonly firstPrepared: PreparedCase;
  readonly prepared: PreparedCase;
  readonly decisions: readonly DecidedCase[];
  readonly putBack: PutBackCase;
  readonly comparison: Comparison;
}

export interface LifeOptions {
  readonly name?: string;
  readonly choices?: Partial<PlanChoices>;
  /** A service that the upgrade removes, and one that somebody sets to start by hand meanwhile; null: neither. */
  readonly gone?: string | null;
  readonly drifted?: string | null;
  /** Whether the person accepts what did not come back; it is put back once more then. */
  readonly accepts?: boolean;
  /** What the person says everywhere. */
  readonly note?: string;
  readonly by?: string;
}

const from = readRecording(readFileSync('recordings/lab-sbs2000-es.json', 'utf8'), 'before');
const to = readRecording(readFileSync('recordings/lab-sbs2003.json', 'utf8'), 'after');

/** What the lab's Wine cannot tell, as a technician would complete it. */
const usual: PlanChoices = {
  ...defaultChoices,
  window: { starts: '2026-11-25T20:00:00.000Z', ends: '2026-11-26T04:00:00.000Z', timeZone: 'Europe/Madrid' },
  leftOut: [{ id: 'log-off-users', reason: 'Nadie trabaja los sábados; se ha cerrado con llave' }],
  connection: {
    adapter: 'Conexión de área local 2 (router del proveedor)',
    addresses: '192.168.16.2/24',
    gateway: '192.168.16.1',
    dns: '192.168.16.2\n80.58.61.250',
    'mail-domains': 'gestoria-nunez.es',
    'provider-password-kept-by': 'Luis Peña, gerencia',
  },
};

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
  const choices: PlanChoices = { ...usual, ...options.choices };
  const by = options.by ?? 'Ana Núñez';
  const { plan } = await planCase(log, await gatherForCase(work, 'plan'), { now: now(), wayIn: work.wayIn, choices });
  const rehearsal = await rehearseCase(log);
  host.pass(1800);
  const firstPrepared = await prepareCase(work);
  const decisions = [await decideCase(work, by)];
  host.pass(600);
  await answerAll(work, decisions[0], by, options.note ?? 'Revisado con el cliente');
  const prepared = await prepareCase(work);
  decisions.push(await decideCase(work, by));
  host.pass(7200);
  befall(host, options);
  let putBack = await putBackCase(work);
  if (options.accepts === true) {
    const items = putBack.items.filter(one => !isBack(one)).map(({ item }) => item);
    putBack = await putBackCase(work, { accept: { items, by, reason: options.note ?? 'Ya no se usa' } });
  }
  const comparison = await compareCase(log, await gatherForCase(work, 'after'));
  const { privatePem } = newKey();
  await signCase(log, readSigningKey(privatePem), by);
  return { log, host, plan, rehearsal, firstPrepared, prepared, decisions, putBack, comparison };
}

/** Every question is answered with yes, every finding that blocks taken upon oneself. */
async function answerAll({ log, now, version }: CaseWork, decision: DecidedCase | undefined, by: string, note: string) {
  const questions = await questionsOf(log, { now: now(), version });
  const answers = questions.map(({ key }) => ({ key, answer: 'yes' as const }));
  await attest(log, answers, { by, now: now(), version, note });
  for (const { key, kind } of decision?.reasons ?? []) {
    if (kind === 'finding') await waive(log, key, note, { by, now: now(), version });
  }
}

/** The server becomes the other product and stays itself in everything else. */
function befall(host: SimulatedHost, { gone = 'ContaPlusLicencias', drifted = 'DefWatch' }: LifeOptions): void {
  const ids = Object.values(identity.on.windows?.questions ?? {}).map(question => question.id);
  const service = (name: string): Resource => ({ kind: 'service', name });
  const byHand = { start: 'manual', delayed: false, running: false };
  host.happen({
    kind: 'upgrade',
    upgrade: {
      answers: Object.fromEntries(Object.entries(to.answers).filter(([id]) => ids.includes(id))),
      gone: gone === null ? [] : [service(gone)],
      changed: drifted === null ? [] : [{ resource: service(drifted), state: byHand }],
    },
  });
}
