import { attest, questionsOf, standingOf } from '../../engine/case/answer-case.js';
import { type Text, say } from '../../i18n/text.js';
import { eventText } from '../../report/event-text.js';
import { wrap } from '../../report/wrap.js';
import { visible } from '../../report/visible.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { answersFrom, answersIn } from './given-answers.js';
import { walkQuestions } from './walk-questions.js';
import { withLog } from './with-case.js';

export interface AttestCommandOptions {
  readonly by?: string;
  readonly until?: Date;
  readonly note?: string;
  readonly answers?: string;
  readonly json?: boolean;
}

/** Keeps answers; without any, asks for them on a terminal, or lists the questions with what was answered so far. */
export async function runAttest(
  folder: string,
  words: readonly string[],
  options: AttestCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const { terminal, now, version, ask } = context;
  const answers = [...answersIn(words), ...(options.answers === undefined ? [] : await answersFrom(options.answers))];
  if (answers.length === 0 && options.answers === undefined) {
    const walk = ask && options.by !== undefined && options.json !== true;
    return walk ? walkQuestions(folder, options, context, ask) : listQuestions(folder, options, context);
  }
  const events = await withLog(folder, context, log =>
    attest(log, answers, {
      by: options.by ?? '',
      until: options.until?.toISOString(),
      note: options.note,
      now: now(),
      version,
    }),
  );
  for (const event of events) {
    await terminal.print(
      options.json ? JSON.stringify({ schema: 'antesala.case-event/1', event }) : visible(terminal.t(eventText(event))),
    );
  }
  return exitCodes.done;
}

async function listQuestions(folder: string, options: AttestCommandOptions, context: Context): Promise<ExitCode> {
  const { terminal, now, version } = context;
  const questions = await withLog(folder, context, async log => {
    const all = await questionsOf(log, { now: now(), version });
    return all.map(asked => {
      const standing = standingOf(log.events, asked, now());
      const { key, question } = asked;
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
