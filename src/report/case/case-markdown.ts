import type { Language, Text } from '../../i18n/text.js';
import { say } from '../../i18n/text.js';
import type { CaseReport } from '../../model/case-report.js';
import { plain } from '../plain-markdown.js';
import { visible } from '../visible.js';
import type { Block, Cell, Table } from './story/blocks.js';
import { storyOf } from './story/story.js';

/** The report of a case as GitHub-flavoured Markdown, for a ticket or a wiki; details that a page folds are left out. */
export function caseMarkdownReport(report: CaseReport, language: Language): string {
  const { title, kicker, under, verdict, sections, foot } = storyOf(report);
  const t = (text: Text): string => plain(text[language]);
  const lines = [
    `# ${t(title)}: ${t(verdict.title)}`,
    '',
    t(kicker),
    '',
    ...under.map(line => `- ${t(line)}`),
    '',
    `> **${t(verdict.title)}** ${t(verdict.text)}`,
    ...(verdict.list.length > 0 ? ['>', ...verdict.list.map(item => `> - ${t(item)}`)] : []),
    '',
    ...sections.flatMap(section => [
      `## ${t(section.title)}`,
      '',
      ...section.blocks.flatMap(block => blockLines(block, language)),
    ]),
    '---',
    '',
    t(foot),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function blockLines(block: Block, language: Language): string[] {
  switch (block.kind) {
    case 'text':
      return block.look === 'code' ? [...fenced(block.text[language]), ''] : [plain(block.text[language]), ''];
    case 'heading':
      return [`### ${plain(block.text[language])}${block.badge ? ` (${plain(block.badge.text[language])})` : ''}`, ''];
    case 'note':
      return [`> ${plain(block.text[language])}`, ''];
    case 'list':
      return [...block.items.map(item => `- ${cellText(item, language)}`), ''];
    case 'table':
      return [...tableLines(block, language), ''];
    case 'folded':
      return [];
    case 'sign-here':
      return [
        ...block.people.flatMap(person => [
          `- **${plain(person[language])}** – ${[name, date, signature].map(word => `${word[language]}: ____________`).join(' · ')}`,
        ]),
        '',
      ];
  }
}

/** A fence longer than any run of back-ticks inside. */
function fenced(text: string): string[] {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(run => run.length + 1)));
  return [fence, visible(text), fence];
}

function tableLines({ head, rows }: Table, language: Language): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head.map(title => plain(title[language]))),
    line(head.map(() => '---')),
    ...rows.map(row => line(row.map(one => cellText(one, language)))),
  ];
}

function cellText({ text, badge, under }: Cell, language: Language): string {
  const parts = [
    badge ? `**${plain(badge.text[language])}**` : '',
    plain(text[language]),
    under ? `(${plain(under[language])})` : '',
  ];
  return parts.filter(part => part !== '').join(' ');
}

const name = say({ en: 'name', es: 'nombre' });
const date = say({ en: 'date', es: 'fecha' });
const signature = say({ en: 'signature', es: 'firma' });
