import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { caseFileName, logFileName } from '../caselog/case-file.js';
import { readPublicKey } from '../caselog/signing.js';
import { type Statements, statements } from '../caselog/statements.js';
import { type VerifiedReport, caseOfReport, notAReport, verifyReport } from '../caselog/verify-report.js';
import { type Verification, verifyCase } from '../caselog/verify.js';
import { readBytes, readInput } from '../hosts/recorded/file.js';
import { type Text, say } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';
import { visible } from '../report/visible.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';

export interface VerifyCommandOptions {
  readonly case?: string;
  readonly key?: string;
  readonly json?: boolean;
}

interface Verified {
  readonly folder: string;
  readonly verification: Verification;
  readonly pinned: string | undefined;
  readonly report: VerifiedReport | undefined;
  readonly said: Statements;
}

/** Verifies a case, or a report beside its case. Ends with 1 when anything is not as it was written. */
export async function runVerify(target: string, options: VerifyCommandOptions, context: Context): Promise<ExitCode> {
  const pinned = options.key === undefined ? undefined : readPublicKey((await readInput(options.key)).text);
  const verified = await verify(target, options, pinned);
  const problems = [...verified.verification.problems, ...verified.said.problems];
  const { terminal } = context;
  await terminal.print(options.json ? json(verified, problems) : text(verified, problems, context));
  return problems.length === 0 ? exitCodes.done : exitCodes.noGo;
}

async function verify(target: string, options: VerifyCommandOptions, pinned: string | undefined): Promise<Verified> {
  const isFile = (await stat(target).catch(() => undefined))?.isFile() === true;
  const ownFile = [logFileName, caseFileName].includes(basename(target));
  if (!isFile || ownFile) {
    const folder = isFile ? dirname(target) : target;
    const verification = await verifyCase(folder);
    return { folder, verification, pinned, report: undefined, said: statements(verification, pinned, undefined) };
  }
  const { bytes, sha256 } = await readBytes(target);
  const reference = caseOfReport(Buffer.from(bytes).toString('utf8'));
  const folder = options.case ?? (await caseAround(target));
  if (!reference && !options.case && !(await hasCase(folder))) throw new InputError(notAReport(target));
  const verification = await verifyCase(folder);
  const report = verifyReport(target, reference, sha256, verification);
  return { folder, verification, pinned, report, said: statements(verification, pinned, report) };
}

/** The folder of the report, or the one above it when reports have a folder of their own. */
async function caseAround(report: string): Promise<string> {
  const folder = dirname(resolve(report));
  return (await hasCase(folder)) ? folder : dirname(folder);
}

async function hasCase(folder: string): Promise<boolean> {
  return (await stat(resolve(folder, caseFileName)).catch(() => undefined)) !== undefined;
}

function text({ verification, said }: Verified, problems: Statements['problems'], { terminal }: Context): string {
  const { red, green, bold } = terminal.colors;
  const say = (text: Text): string => visible(terminal.t(text));
  const wrong = problems.map(({ text: problem }) => `${red('✖')} ${say(problem)}`);
  const head = verification.head;
  return [
    bold(visible(verification.name)),
    ...(wrong.length > 0 ? ['', bold(say(words.problems)), ...wrong] : []),
    ...(said.proven.length > 0
      ? ['', bold(say(words.proven)), ...said.proven.map(one => `${green('✔')} ${say(one)}`)]
      : []),
    '',
    bold(say(words.notProven)),
    ...said.notProven.map(one => `– ${say(one)}`),
    ...(head ? ['', say(words.head(head.seq, head.sha256))] : []),
    '',
  ].join('\n');
}

function json(verified: Verified, problems: Statements['problems']): string {
  const { folder, verification, pinned, report, said } = verified;
  const { id, name, head, evidence, signatures } = verification;
  const printed = {
    schema: 'antesala.verification/1',
    case: { id, name, folder },
    ok: problems.length === 0,
    head: head ?? null,
    evidence,
    signatures: signatures.map(signature => ({ ...signature, pinned: signature.publicKey === pinned })),
    report: report
      ? {
          file: report.file,
          case: report.reference ?? null,
          matches: report.matches,
          storedAs: report.storedAs ?? null,
        }
      : null,
    problems,
    proven: said.proven,
    notProven: said.notProven,
  };
  return `${JSON.stringify(printed, null, 2)}\n`;
}

const words = {
  problems: say({ en: 'Not as it was written', es: 'No está como se escribió' }),
  proven: say({ en: 'Proven', es: 'Demostrado' }),
  notProven: say({ en: 'Not proven', es: 'No demostrado' }),
  head: (seq: number, sha256: string): Text =>
    say({ en: `Last event: ${seq}, SHA-256 ${sha256}`, es: `Último evento: ${seq}, SHA-256 ${sha256}` }),
};
