import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LabError } from '../run.js';
import type { Told } from './teller.js';

/**
 * Puts what commands said into the pages of a guide, so that the guide shows what really came. Before each block stands what belongs there:
 * `<!-- story: plan -->`, or only some of its lines: `<!-- story: plan 1-24 -->` (from 1; both included), `<!-- story: plan 1-24,-3 -->` (and the
 * last three). Parts of other stories stay.
 */
export function paste(folder: string, told: readonly Told[]): void {
  const pages = readdirSync(folder).filter(name => name.endsWith('.md'));
  for (const page of pages) {
    const path = join(folder, page);
    writeFileSync(path, pasted(readFileSync(path, 'utf8'), told));
  }
}

/** @throws LabError when the lines asked for are not there */
export function pasted(page: string, told: readonly Told[]): string {
  return page.replace(block, (whole, marker: string, name: string, wanted?: string) => {
    const found = told.find(one => one.name === name);
    if (!found) return whole;
    return `${marker}\n\`\`\`text\n${shown(found, wanted ?? '1-')}\n\`\`\``;
  });
}

const block = /(<!-- story: (\S+)(?: ([\d,-]+))? -->)\n```text\n[\s\S]*?\n?```/g;

function shown({ line, output, exit }: Told, wanted: string): string {
  const lines = neutral(output).trimEnd().split('\n');
  const body: string[] = [];
  let next = 1;
  for (const range of wanted.split(',')) {
    const [from = '', to = ''] = range.split('-');
    // `-3` are the last three
    const first = from === '' ? lines.length - Number(to) + 1 : Number(from);
    const last = from === '' || to === '' ? lines.length : Number(to);
    if (first < next || first > last || last > lines.length)
      throw new LabError(`“${line}” said ${lines.length} lines: ${range} is not among them, or not in order.`);
    if (first > next) body.push('…');
    body.push(...lines.slice(first - 1, last));
    next = last + 1;
  }
  if (next <= lines.length) body.push('…');
  return [`$ ${line}`, ...body, ...(line.startsWith('cat ') ? [] : [`(exit ${exit})`])].join('\n');
}

/** Without what belongs to the computer it ran on. */
function neutral(output: string): string {
  return output.replace(/\b[\w-]+@[\w.-]+(?= {2}|\))/g, 'begona@oficina').replace(/[ \t]+$/gm, '');
}
