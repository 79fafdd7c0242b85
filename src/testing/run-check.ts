import type { Check, Situation } from '../model/check.js';
import { known, type Reading } from '../model/fact.js';
import type { Outcome } from '../model/finding.js';
import { aPath, aProduct } from './assessment.js';

/** Debian 12 to 13 on a server called "server", judged on a fixed day. */
export const linuxSituation: Situation = {
  path: aPath(),
  from: aProduct('debian12', 'Debian 12'),
  to: aProduct('debian13', 'Debian 13'),
  now: new Date('2026-11-24T12:00:00Z'),
  recording: {
    host: 'ssh://root@server',
    computer: 'server',
    platform: 'linux',
    executor: 'sh',
    elevated: true,
    gatheredAt: '2026-11-24T11:59:00.000Z',
    hostClock: '2026-11-24T11:59:00.000Z',
  },
};

/**
 * Runs a check on facts given as values and checks that whatever it says stands in both languages.
 *
 * @param values the facts it needs, by the names it gives them; those it only `uses` are handed over as known when given
 */
export function runCheck(
  check: Check,
  values: Readonly<Record<string, unknown>>,
  situation: Situation = linuxSituation,
): readonly Outcome[] {
  const readings = Object.fromEntries(
    Object.keys(check.uses).map((name): [string, Reading<unknown>] => [
      name,
      name in values ? known(values[name]) : { state: 'missing', why: { en: 'Not given.', es: 'No se dio.' } },
    ]),
  );
  const result = check.run(values, readings, situation);
  const outcomes = Array.isArray(result) ? (result as readonly Outcome[]) : [result as Outcome];
  for (const outcome of outcomes) {
    for (const text of [outcome.text, outcome.remedy?.text, outcome.question]) {
      if (!text) continue;
      if (text.en.trim() === '' || text.es.trim() === '' || text.en === text.es)
        throw new Error(`${check.id} says the same in both languages: ${text.en}`);
      if (/undefined|NaN|\[object/.test(text.en + text.es))
        throw new Error(`${check.id} says “${text.en}” / “${text.es}”`);
    }
    if ((outcome.state === 'fail' || outcome.state === 'warn') && !outcome.remedy)
      throw new Error(`${check.id} says ${outcome.state} without saying what to do`);
    if (outcome.state === 'manual' && !outcome.question) throw new Error(`${check.id} asks nothing`);
  }
  return outcomes;
}

/** The states of a check's outcomes, for tables. */
export function statesOf(
  check: Check,
  values: Readonly<Record<string, unknown>>,
  situation: Situation = linuxSituation,
): string[] {
  return runCheck(check, values, situation).map(outcome => outcome.state);
}
