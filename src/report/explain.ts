import type picocolors from 'picocolors';
import { type Language, type Text, say } from '../i18n/text.js';
import type { Check } from '../model/check.js';
import { rowIds, rowSections, rowTitles, sectionTitles, sections } from '../model/row.js';
import { plainTable } from './table.js';
import { proofTexts, titleOf } from './wording.js';

export const checksSchema = 'antesala.checks/1';

interface Look {
  readonly language: Language;
  readonly colors: ReturnType<typeof picocolors.createColors>;
}

/** One check in words. */
export function explainOne(check: Check, { language, colors }: Look): string {
  const facts = [...Object.values(check.needs), ...Object.values(check.uses)].map(
    fact => `${fact.title[language]} (${fact.id})`,
  );
  return [
    `${colors.bold(check.title[language])}  ${colors.dim(check.id)}`,
    '',
    check.why[language],
    '',
    `${words.step[language]}: ${rowTitles[check.row][language]} · ${sectionTitles[rowSections[check.row]][language]}`,
    `${words.platforms[language]}: ${check.platforms.join(', ')}`,
    `${words.facts[language]}: ${facts.join(', ') || '–'}`,
    ...check.sources.map(
      source =>
        `${words.source[language]}: ${titleOf(source)[language]}${source.url ? ` ${source.url}` : ''} (${proofTexts[source.proof][language]})`,
    ),
    '',
  ].join('\n');
}

/** All checks by section and row of the paper. */
export function explainAll(checks: readonly Check[], { language, colors }: Look): string {
  const lines: string[] = [];
  for (const section of sections) {
    lines.push(colors.bold(colors.underline(sectionTitles[section][language])));
    const own = rowIds
      .filter(row => rowSections[row] === section)
      .flatMap(row => checks.filter(check => check.row === row))
      .map(check => [`  ${check.id}`, check.title[language], check.platforms.join(', ')]);
    lines.push(plainTable([], own), '');
  }
  return lines.join('\n');
}

export function explainedJson(checks: readonly Check[]): string {
  const plain = checks.map(({ id, row, title, why, platforms, needs, uses, sources }) => ({
    id,
    row,
    section: rowSections[row],
    title,
    why,
    platforms,
    facts: [...Object.values(needs), ...Object.values(uses)].map(fact => fact.id),
    sources,
  }));
  return `${JSON.stringify({ schema: checksSchema, checks: plain }, null, 2)}\n`;
}

const words: Readonly<{ step: Text; platforms: Text; facts: Text; source: Text }> = {
  step: say({ en: 'Step', es: 'Paso' }),
  platforms: say({ en: 'Platforms', es: 'Plataformas' }),
  facts: say({ en: 'Facts', es: 'Datos' }),
  source: say({ en: 'Source', es: 'Fuente' }),
};
