import { type Text, say } from '../i18n/text.js';
import type { Proof } from '../proof/proof-shape.js';
import { reasonText } from '../proof/reason-texts.js';
import { visible } from '../report/visible.js';
import type { Terminal } from './terminal.js';

/** No longer list fits a screen; the evidence has all of them. */
const mostShown = 20;

/** A proof for people at a terminal. */
export function proofText(proof: Proof, terminal: Terminal, saved: string | undefined): string {
  const { red, green, yellow, bold } = terminal.colors;
  const t = (text: Text): string => visible(terminal.t(text));
  const mark = { proven: green('✔'), damaged: red('✖'), 'not-proven': yellow('?') }[proof.verdict];
  const [first, ...rest] = proof.text;
  const bad = proof.findings.filter(one => one.outcome === 'damaged' || one.outcome === 'not-verifiable');
  const shown = bad.slice(0, mostShown);
  const problems = proof.problems.slice(0, mostShown);
  return [
    `${mark} ${bold(first ? t(first) : '')}`,
    ...rest.map(text => `  ${t(text)}`),
    ...(shown.length + problems.length > 0 ? [''] : []),
    ...problems.map(
      problem => `${problem.means === 'damaged' ? red('✖') : yellow('?')} ${t(problem.text)}${where(problem)}`,
    ),
    ...shown.map(
      one =>
        `${one.outcome === 'damaged' ? red('✖') : yellow('?')} ${visible(one.path)}: ${t(reasonText(one))}${one.problem ? where(one.problem) : ''}`,
    ),
    ...(bad.length > shown.length ? [`  ${t(more(bad.length - shown.length))}`] : []),
    ...(proof.problemCount > problems.length ? [`  ${t(more(proof.problemCount - problems.length))}`] : []),
    '',
    t(cost(proof)),
    ...(proof.method.kind === 'sample' ? [t(seed(proof.method.seed))] : []),
    ...proof.backup.limits.map(limit => t(limit)),
    ...(saved === undefined ? [] : [t(savedTo(saved))]),
    '',
  ].join('\n');
}

function where({ part, offset }: Proof['problems'][number]): string {
  if (part === undefined) return '';
  return offset === undefined ? ` (${visible(part)})` : ` (${visible(part)} @ ${offset})`;
}

const more = (count: number): Text =>
  say({
    en: f => `and ${f.plural(count, '# more', '# more')}; --json and --save list them`,
    es: f => `y ${f.plural(count, 'otro más', 'otros #')}; --json y --save los enumeran`,
  });

const cost = ({ bytesCompared, seconds }: Proof): Text =>
  say({
    en: f => `Compared ${f.have(bytesCompared)} in ${f.duration(Math.max(1, Math.round(seconds)))}.`,
    es: f => `Comparados ${f.have(bytesCompared)} en ${f.duration(Math.max(1, Math.round(seconds)))}.`,
  });

const seed = (value: string): Text =>
  say({
    en: `Drawn with the seed ${value}; --seed ${value} draws the same files again.`,
    es: `Elegidos con la semilla ${value}; --seed ${value} elige de nuevo los mismos archivos.`,
  });

const savedTo = (path: string): Text => say({ en: `The evidence is in ${path}.`, es: `La evidencia está en ${path}.` });
