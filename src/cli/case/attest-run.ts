import { attest, questionsOf } from '../../engine/case/answer-case.js';
import { attestationOf } from '../../engine/answers.js';
import { type Text, say } from '../../i18n/text.js';
import { eventText } from '../../report/event-text.js';
import { wrap } from '../../report/wrap.js';
import { visible } from '../../report/visible.js';
import { CliError } from '../cli-error.js';
import type { AttestCommandOptions } from '../commands/attest.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { withLog } from './with-case.js';

/** Keeps an answer, or lists the questions with what was answered so far. */
export async function runAttest(
  folder: string,
  key: string | undefined,
  answer: string | undefined,
  options: AttestCommandOptions,
  context: Context,
): Promise<ExitCode> {
  if (key === undefined) return listQuestions(folder, options, context);
  if (answer !== 'yes' && answer !== 'no') throw new CliError(yesOrNo(answer));
  const { terminal, now, version } = context;
  const event = await withLog(folder, context, log =>
    attest(log, key, answer, {
      by: options.by ?? '',
      until: options.until?.toISOString(),
      note: options.note,
      now: now(),
      version,
    }),
  );
  await terminal.print(
    options.json ? JSON.stringify({ schema: 'antesala.case-event/1', event }) : visible(terminal.t(eventText(event))),
  );
  return exitCodes.done;
}

async function listQuestions(folder: string, options: AttestCommandOptions, context: Context): Promise<ExitCode> {
  const { terminal, now, version } = context;
  const questions = await withLog(folder, context, async log => {
    const all = await questionsOf(log, { now: now(), version });
    return all.map(({ key, question, basis }) => {
      const standing = attestationOf(log.events, key, basis, now());
      return { key, question, state: standing.state, answer: standing.state === 'none' ? null : standing.given.answer };
    });
  });
  if (options.json) {
    await terminal.print(JSON.stringify({ schema: 'antesala.questions/1', questions }, null, 2));
    return exitCodes.done;
  }
  const lines = questions.flatMap(({ key, question, state, answer }) => [
    `${answer === null || state !== 'counts' ? terminal.colors.cyan('?') : terminal.colors.green('✔')} ${terminal.colors.bold(visible(key))}  ${terminal.colors.dim(terminal.t(standingText(state, answer)))}`,
    ...wrap(visible(terminal.t(question)), terminal.width, '    '),
  ]);
  await terminal.print(lines.length > 0 ? lines.join('\n') : terminal.t(none));
  return exitCodes.done;
}

function standingText(state: string, answer: string | null): Text {
  if (answer === null) return say({ en: 'open', es: 'sin responder' });
  if (state === 'expired') return say({ en: 'answered, too old', es: 'respondida, caducada' });
  if (state === 'facts-changed') {
    return say({ en: 'answered, but the server has changed', es: 'respondida, pero el servidor ha cambiado' });
  }
  return answer === 'yes'
    ? say({ en: 'answered yes', es: 'respondida: sí' })
    : say({ en: 'answered no', es: 'respondida: no' });
}

const none = say({ en: 'This case has no questions.', es: 'Este caso no tiene preguntas.' });

const yesOrNo = (answer: string | undefined): Text =>
  say({
    en: `The answer is yes or no, not “${(answer ?? '').slice(0, 40)}”.`,
    es: `La respuesta es yes (sí) o no, no «${(answer ?? '').slice(0, 40)}».`,
  });
