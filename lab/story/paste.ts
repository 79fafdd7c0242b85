import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LabError } from '../run.js';
import type { Told } from './teller.js';

/**
 * Puts what commands said into the pages of a guide, so that the guide shows what really came. Before each block stands what belongs there:
 * `<!-- story: plan -->`, or only some of its lines: `<!-- story: plan 1-24 -->` (from 1; both included). Parts of other stories stay.
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
  return page.replace(block, (whole, marker: string, name: string, from?: string, to?: string) => {
    const found = told.find(one => one.name === name);
    if (!found) return whole;
    return `${marker}\n\`\`\`text\n${shown(found, from, to)}\n\`\`\``;
  });
}

const block = /(<!-- story: (\S+)(?: (\d+)-(\d+))? -->)\n```text\n[\s\S]*?\n?```/g;

function shown({ line, output, exit }: Told, from: string | undefined, to: string | undefined): string {
  const lines = neutral(output).trimEnd().split('\n');
  const [first, last] = [Number(from ?? 1), Number(to ?? lines.length)];
  if (first > last || last > lines.length) throw new LabError(`“${line}” said ${lines.length} lines, not ${last}.`);
  const body = lines.slice(first - 1, last);
  if (first > 1) body.unshift('…');
  if (last < lines.length) body.push('…');
  return [`$ ${line}`, ...body, ...(line.startsWith('cat ') ? [] : [`(exit ${exit})`])].join('\n');
}

/** Without what belongs to the computer it ran on. */
function neutral(output: string): string {
  return output.replace(/\b[\w-]+@[\w.-]+(?= {2}|\))/g, 'begona@oficina').replace(/[ \t]+$/gm, '');
}
