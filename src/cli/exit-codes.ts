import { type Text, say } from '../i18n/text.js';
import type { HostErrorKind } from '../hosts/host-error.js';
import type { Verdict } from '../model/assessment.js';
import type { CaseErrorKind } from '../model/case-error.js';

/** The one table of exit codes; every help page lists it. */
export const exitCodes = {
  done: 0,
  noGo: 1,
  wrongUse: 2,
  putBackIncomplete: 3,
  noFacts: 4,
  ourFault: 5,
  stopped: 6,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodeTexts: Readonly<Record<ExitCode, Text>> = {
  0: say({ en: 'go, or done', es: 'adelante, o hecho' }),
  1: say({ en: 'no-go, damage or infection found', es: 'no adelante; daño o infección encontrados' }),
  2: say({ en: 'wrong use or bad input', es: 'uso incorrecto o entrada no válida' }),
  3: say({ en: 'putting back is incomplete', es: 'no todo se ha dejado como estaba' }),
  4: say({
    en: 'a host could not be reached, or facts are missing',
    es: 'no se pudo llegar a un servidor, o faltan datos',
  }),
  5: say({ en: 'a fault of Antesala', es: 'un fallo de Antesala' }),
  6: say({ en: 'stopped by the user or by a lock', es: 'detenido por el usuario o por un bloqueo' }),
};

export const exitOfVerdict: Readonly<Record<Verdict, ExitCode>> = {
  ready: exitCodes.done,
  'answers-needed': exitCodes.done,
  'facts-missing': exitCodes.noFacts,
  'not-ready': exitCodes.noGo,
};

export const exitOfHostError: Readonly<Record<HostErrorKind, ExitCode>> = {
  unreachable: exitCodes.noFacts,
  refused: exitCodes.noFacts,
  'unknown-host-key': exitCodes.noFacts,
  'changed-host-key': exitCodes.noFacts,
  login: exitCodes.noFacts,
  timeout: exitCodes.noFacts,
  'no-executor': exitCodes.noFacts,
  'cut-off': exitCodes.noFacts,
  'bad-address': exitCodes.wrongUse,
  stopped: exitCodes.stopped,
};

export const exitOfCaseError: Readonly<Record<CaseErrorKind, ExitCode>> = {
  'not-a-case': exitCodes.wrongUse,
  exists: exitCodes.wrongUse,
  damaged: exitCodes.noGo,
  newer: exitCodes.wrongUse,
  locked: exitCodes.stopped,
  unwritable: exitCodes.wrongUse,
  unreadable: exitCodes.wrongUse,
  'wrong-key': exitCodes.wrongUse,
};

/** Several hosts end with the code that asks for the most attention. */
export function worstExit(codes: readonly ExitCode[]): ExitCode {
  const order: readonly ExitCode[] = [6, 5, 2, 3, 1, 4, 0];
  return order.find(code => codes.includes(code)) ?? exitCodes.done;
}
