import { type Text, say } from '../../i18n/text.js';
import type { CaseReport } from '../../model/case-report.js';
import { visible } from '../visible.js';
import { putBackSection } from './story/put-back.js';
import { decisionSection } from './story/decisions.js';
import { verdictOf } from './story/verdict.js';
import { footText } from './story/checking.js';
import type { Block, Cell, Section, Tone } from './story/blocks.js';
import { type Style, words, wrapped } from './style.js';

/** How a case stands, for a terminal: the verdict and what is open, the decision, what became of every item, what happened. */
export function caseText(report: CaseReport, style: Style, all: boolean): string {
  const { language, colors } = style;
  const { server } = report;
  const verdict = verdictOf(report);
  const where = server ? `${server.computer}  ${server.from} → ${server.to}` : report.host;
  const lines = [
    `${colors.bold(visible(report.name))}  ${colors.dim(visible(where))}`,
    '',
    paint(verdict.tone, style)(words(verdict.title, style).toUpperCase()),
    ...wrapped(words(verdict.text, style), style, ''),
    ...verdict.list.flatMap(item => wrapped(`• ${words(item, style)}`, style, '  ')),
    '',
    ...sectionLines(putBackSection(report), style),
    ...sectionLines(decisionSection(report), style),
    colors.bold(colors.underline(happened[language])),
    ...report.timeline
      .filter(event => all || event.main)
      .flatMap(({ at, actor, text }) =>
        wrapped(
          `${at.slice(0, 16).replace('T', ' ')}  ${words(text, style)}  ${colors.dim(visible(actor))}`,
          style,
          '  ',
        ),
      ),
    '',
    colors.dim(words(footText(report), style)),
    ...wrapped(words(whole, style), style, ''),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines(section: Section | undefined, style: Style): string[] {
  if (!section) return [];
  const { bold, underline } = style.colors;
  return [
    bold(underline(words(section.title, style))),
    ...section.blocks.flatMap(block => blockLines(block, style)),
    '',
  ];
}

/** Rows of a table are told one after the other: a terminal is too narrow for six columns. */
function blockLines(block: Block, style: Style): string[] {
  switch (block.kind) {
    case 'table':
      return block.rows.flatMap(row => rowLines(row, style, block.head));
    case 'list':
      return block.items.flatMap(item => rowLines([item], style));
    case 'heading':
      return [style.colors.bold(words(block.text, style))];
    case 'text':
    case 'note':
      return wrapped(words(block.text, style), style, '');
    case 'folded':
    case 'sign-here':
      return [];
  }
}

function rowLines(row: readonly Cell[], style: Style, head: readonly Text[] = []): string[] {
  const badges = row.flatMap(({ badge }) => (badge ? [paint(badge.tone, style)(words(badge.text, style))] : []));
  const [first, ...rest] = row.flatMap((one, index) => {
    const [text, title] = [words(one.text, style), head[index]];
    if (text === '') return [];
    return [index === 0 || !title ? text : `${words(title, style)}: ${text}`];
  });
  const under = row.flatMap(one => (one.under ? [words(one.under, style)] : []));
  return [
    ...wrapped([...badges, first ?? ''].join('  '), style, '  '),
    ...(rest.length > 0 ? wrapped(rest.join(' · '), style, '      ') : []),
    ...(under.length > 0 ? wrapped(style.colors.dim(under.join(' · ')), style, '      ') : []),
  ];
}

function paint(tone: Tone, { colors }: Style): (text: string) => string {
  const paints = {
    good: colors.green,
    bad: colors.red,
    warn: colors.yellow,
    ask: colors.cyan,
    quiet: colors.dim,
  } as const;
  return paints[tone];
}

const happened = say({ en: 'What happened (UTC)', es: 'Qué ha pasado (UTC)' });

const whole = say({
  en: 'The whole report, to hand over: antesala report CASE -f pdf -o FILE (also html, markdown, json).',
  es: 'El informe completo, para entregar: antesala report CASO -f pdf -o ARCHIVO (también html, markdown, json).',
});
