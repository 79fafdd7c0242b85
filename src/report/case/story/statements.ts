import { type Text, same, say } from '../../../i18n/text.js';
import type { CaseReport, ReportedStatement } from '../../../model/case-report.js';
import { type Badge, type Block, type Section, type Tone, cell } from './blocks.js';
import { none, shortTime } from './words.js';

/** What people answered and took upon themselves; whether it still counts. What was replaced later is folded away. */
export function statementSection({ statements }: CaseReport): Section | undefined {
  if (statements.length === 0) return undefined;
  const current = statements.filter(({ standing }) => standing !== 'replaced');
  const replaced = statements.filter(({ standing }) => standing === 'replaced');
  const waivers = current.filter(({ kind }) => kind === 'waiver');
  const answers = current.filter(({ kind }) => kind === 'answer');
  return {
    id: 'statements',
    title: say({ en: 'What people stated', es: 'Qué han declarado las personas' }),
    blocks: [
      { kind: 'text', text: explained },
      ...(waivers.length === 0 ? [] : [{ kind: 'heading', text: waiverTitle } as const, tableOf(waivers, waiverTitle)]),
      ...(answers.length === 0 ? [] : [{ kind: 'heading', text: answerTitle } as const, tableOf(answers, answerTitle)]),
      ...(replaced.length === 0
        ? []
        : [
            {
              kind: 'folded',
              title: replacedTitle(replaced.length),
              blocks: [tableOf(replaced, answerTitle)],
            } as const,
          ]),
    ],
  };
}

function tableOf(statements: readonly ReportedStatement[], label: Text): Block {
  return {
    kind: 'table',
    label,
    head: [
      say({ en: 'About', es: 'Sobre qué' }),
      say({ en: 'Said', es: 'Declaración' }),
      say({ en: 'By', es: 'Quién' }),
      say({ en: 'Until (UTC)', es: 'Hasta (UTC)' }),
      say({ en: 'Counts', es: 'Vale' }),
    ],
    rows: statements.map(statement => [
      cell(statement.about ?? same(statement.key), statement.about ? { under: same(statement.key) } : {}),
      cell(
        saidText(statement),
        statement.note === null || statement.answer === null ? {} : { under: same(statement.note) },
      ),
      cell(same(statement.by), { under: shortTime(statement.at) }),
      cell(shortTime(statement.until)),
      cell(same(''), { badge: badges[statement.standing] }),
    ]),
    widths: [40, 20, 16, 13, 11],
  };
}

function saidText({ answer, note }: ReportedStatement): Text {
  if (answer === null) return note === null ? none : same(note);
  return answer === 'yes' ? yes : no;
}

const yes = say({ en: 'Yes', es: 'Sí' });
const no = say({ en: 'No', es: 'No' });

const badge = (tone: Tone, en: string, es: string): Badge => ({ tone, text: say({ en, es }) });

const badges: Readonly<Record<ReportedStatement['standing'], Badge>> = {
  counts: badge('good', 'yes', 'sí'),
  expired: badge('warn', 'expired', 'ha caducado'),
  'facts-changed': badge('warn', 'no: the server changed', 'no: el servidor ha cambiado'),
  replaced: badge('quiet', 'replaced', 'sustituida'),
  'not-asked': badge('quiet', 'no longer asked', 'ya no se pregunta'),
};

const explained = say({
  en: 'Each statement rests on the server as it was then, and has an end. Antesala cannot check whether it is true.',
  es: 'Cada declaración se basa en el servidor tal como estaba entonces y tiene un plazo. Antesala no puede comprobar si es cierta.',
});

const waiverTitle = say({ en: 'Waivers: problems taken upon oneself', es: 'Excepciones: problemas que alguien asume' });
const answerTitle = say({ en: 'Answers', es: 'Respuestas' });

const replacedTitle = (count: number): Text =>
  say({
    en: f => f.plural(count, '# statement that was replaced later', '# statements that were replaced later'),
    es: f => f.plural(count, '# declaración sustituida después', '# declaraciones sustituidas después'),
  });
