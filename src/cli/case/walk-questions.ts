import { type OpenQuestion, attest, questionsOf, standingOf } from '../../engine/case/answer-case.js';
import { type Text, say } from '../../i18n/text.js';
import { eventText } from '../../report/event-text.js';
import { visible } from '../../report/visible.js';
import { wrap } from '../../report/wrap.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { withLog } from './with-case.js';

/**
 * Asks the open questions one after the other. Each answer is written at once, so that stopping loses none; the case is free for others
 * while a person thinks.
 */
export async function walkQuestions(
  folder: string,
  options: { readonly by?: string; readonly until?: Date; readonly note?: string },
  context: Context,
  ask: NonNullable<Context['ask']>,
): Promise<ExitCode> {
  const { terminal, now, version } = context;
  const open = await withLog(folder, context, async log => {
    const all = await questionsOf(log, { now: now(), version });
    return all.filter(question => standingOf(log.events, question, now()).state !== 'counts');
  });
  let answered = 0;
  for (const [index, question] of open.entries()) {
    await terminal.print(asked(question, `${index + 1}/${open.length}`, context));
    const answer = await answerTo(ask, context);
    if (answer === 'stop') break;
    if (answer === 'skip') continue;
    const events = await withLog(folder, context, log =>
      attest(log, [{ key: question.key, answer }], {
        by: options.by ?? '',
        until: options.until?.toISOString(),
        note: options.note,
        now: now(),
        version,
      }),
    );
    for (const event of events) await terminal.print(visible(terminal.t(eventText(event))));
    answered += 1;
  }
  await terminal.print(terminal.t(open.length === 0 ? nothingOpen : ended(answered, open.length - answered)));
  return exitCodes.done;
}

function asked({ key, question, why }: OpenQuestion, at: string, { terminal }: Context): string {
  const { bold, dim } = terminal.colors;
  return [
    '',
    `${dim(at)} ${bold(visible(key))}`,
    ...wrap(visible(terminal.t(question)), terminal.width, '    '),
    ...wrap(visible(terminal.t(why)), terminal.width, '    ').map(line => dim(line)),
  ].join('\n');
}

/** Asked until it is one of the words that are allowed; the end of the input stops. */
async function answerTo(
  ask: NonNullable<Context['ask']>,
  { terminal }: Context,
): Promise<'yes' | 'no' | 'skip' | 'stop'> {
  for (;;) {
    const line = await ask(terminal.t(prompt));
    const word = line?.trim().toLowerCase().normalize('NFC');
    if (word === undefined || word === 'q') return 'stop';
    if (word === '') return 'skip';
    const answer = words[word];
    if (answer) return answer;
    await terminal.print(terminal.t(notAllowed));
  }
}

const words: Readonly<Record<string, 'yes' | 'no' | undefined>> = Object.assign(Object.create(null), {
  yes: 'yes',
  y: 'yes',
  sí: 'yes',
  si: 'yes',
  s: 'yes',
  no: 'no',
  n: 'no',
});

const prompt = say({
  en: '    yes, no, Enter to skip, q to stop: ',
  es: '    sí, no, Intro para saltarla, q para terminar: ',
});

const notAllowed = say({
  en: '    That is none of the answers allowed.',
  es: '    Esa no es ninguna de las respuestas posibles.',
});

const nothingOpen = say({
  en: 'No question is open: all are answered.',
  es: 'No queda ninguna pregunta abierta: todas están respondidas.',
});

const ended = (answered: number, left: number): Text =>
  say({
    en: f => `${f.plural(answered, '# question', '# questions')} answered, ${f.number(left)} still open.`,
    es: f =>
      `${f.plural(answered, '# pregunta respondida', '# preguntas respondidas')}; ${f.plural(left, 'queda # abierta', 'quedan # abiertas')}.`,
  });
