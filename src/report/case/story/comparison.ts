import { type Text, same, say } from '../../../i18n/text.js';
import type { CaseReport } from '../../../model/case-report.js';
import {
  type ComparedFact,
  type Comparison,
  type Reason,
  isExpected,
  unexpectedCount,
  unexpectedIn,
} from '../../../model/comparison.js';
import { noLongerKnown, reasonText, unknownHeading } from '../comparison-text.js';
import { type Block, type Section, cell } from './blocks.js';
import { join, none } from './words.js';

type Entry = ComparedFact['entries'][number];

/** Before and after: what nobody expected in full, the rest counted and folded. */
export function comparisonSection({ comparison }: CaseReport): Section | undefined {
  if (!comparison) return undefined;
  const { found } = comparison;
  const surprises = unexpectedCount(found);
  const expected = found.facts.map(fact => ({ ...fact, entries: fact.entries.filter(isExpected) }));
  const unknown = found.facts.flatMap(fact =>
    fact.entries.filter(({ reason }) => reason === 'not-known').map(entry => ({ title: fact.title, entry })),
  );
  const count = expected.reduce((sum, fact) => sum + fact.entries.length, 0);
  return {
    id: 'comparison',
    title: say({ en: 'Before and after', es: 'Antes y después' }),
    blocks: [
      { kind: 'text', text: when(found.before.gatheredAt, found.after.gatheredAt) },
      surprises === 0
        ? { kind: 'note', tone: 'good', text: nothing }
        : { kind: 'note', tone: 'warn', text: look(surprises) },
      ...(surprises === 0 ? [] : [surprisesTable(found)]),
      ...(unknown.length === 0 ? [] : unknownBlocks(unknown)),
      ...(count === 0
        ? []
        : [
            { kind: 'text', text: counted(found.facts), look: 'soft' } as const,
            {
              kind: 'folded',
              title: allExpected(count),
              blocks: [tableOf(expected, allExpected(count), true)],
            } as const,
          ]),
    ],
  };
}

/** What is not told any more is neither expected nor a surprise: somebody looks which of both it is. */
function unknownBlocks(entries: readonly { readonly title: Text; readonly entry: Entry }[]): readonly Block[] {
  return [
    { kind: 'text', text: unknownHeading },
    {
      kind: 'list',
      items: entries.map(({ title, entry }) =>
        cell(join([title, same(entry.entry.replaceAll('/', ' / '))], ': '), {
          under: noLongerKnown(entry.before ?? ''),
        }),
      ),
    },
  ];
}

/** What people will call about comes first, then what is missed later, then what nobody knows the weight of. */
function surprisesTable({ facts }: Comparison): Block {
  const rows = facts.flatMap(fact => unexpectedIn(fact).map(entry => ({ ...fact, entries: [entry] })));
  const weight = ({ entries: [entry] }: ComparedFact): number => {
    const at = entry?.loss ? weights.indexOf(entry.loss.severity) : -1;
    return at === -1 ? weights.length : at;
  };
  return tableOf(
    rows.toSorted((a, b) => weight(a) - weight(b)),
    unexpectedLabel,
    false,
  );
}

const weights = ['high', 'medium', 'low'] as const;

/** The entry, and of what was lost in words what became of it. */
function entryText({ entry, loss }: Entry): Text {
  if (!loss) return same(entry.replaceAll('/', ' / '));
  return say({ en: `${loss.thing}: ${loss.text.en}`, es: `${loss.thing}: ${loss.text.es}` });
}

function tableOf(facts: readonly ComparedFact[], label: Text, why: boolean): Block {
  const rows = facts.flatMap(({ title, entries }) => entries.map(entry => [title, entry] as const));
  return {
    kind: 'table',
    label,
    head: [
      say({ en: 'What', es: 'Qué' }),
      say({ en: 'Before', es: 'Antes' }),
      say({ en: 'Now', es: 'Ahora' }),
      ...(why ? [say({ en: 'Why', es: 'Por qué' })] : []),
    ],
    rows: rows.map(([title, entry]) => [
      cell(title, { under: entryText(entry) }),
      cell(valueText(entry.before, entry)),
      cell(valueText(entry.after, entry)),
      ...(why ? [cell(reasonText(entry))] : []),
    ]),
    widths: why ? [34, 24, 24, 18] : [36, 32, 32],
  };
}

/** An entry with an empty value says by being there that the thing is there. */
function valueText(value: string | undefined, { before, after }: Entry): Text {
  if (value === undefined) return before === '' || after === '' ? absent : none;
  return value === '' ? present : same(value);
}

function counted(facts: readonly ComparedFact[]): Text {
  const of = (reason: Reason): number =>
    facts.flatMap(fact => fact.entries).filter(one => one.reason === reason).length;
  const accepted = of('accepted');
  return say({
    en: f =>
      `Expected, and so not listed: ${f.number(of('upgrade'))} by the upgrade, ${f.number(of('preparation'))} by the preparation, ${accepted === 0 ? '' : `${f.number(accepted)} accepted by a person, `}${f.number(of('by-itself'))} that change by themselves.`,
    es: f =>
      `Esperados, y por eso no se enumeran: ${f.number(of('upgrade'))} por la actualización, ${f.number(of('preparation'))} por la preparación${accepted === 0 ? '' : `, ${f.number(accepted)} que acepta una persona`} y ${f.number(of('by-itself'))} que cambian por sí solos.`,
  });
}

const when = (before: string, after: string): Text =>
  say({
    en: f => `All facts of the server: on ${f.moment(before)}, before anything was done, and on ${f.moment(after)}.`,
    es: f =>
      `Todos los datos del servidor: los del ${f.moment(before)}, antes de hacer nada, y los del ${f.moment(after)}.`,
  });

const nothing = say({ en: 'Nothing changed that was not expected.', es: 'No ha cambiado nada inesperado.' });

const look = (count: number): Text =>
  say({
    en: f => `${f.plural(count, '# change', '# changes')} nobody expected. Look at each before people come to work.`,
    es: f =>
      `${f.plural(count, '# cambio inesperado. Revíselo', '# cambios inesperados. Revíselos')} antes de que empiece la jornada.`,
  });

const allExpected = (count: number): Text =>
  say({
    en: f => f.plural(count, 'The expected change', 'All # expected changes'),
    es: f => f.plural(count, 'El cambio esperado', 'Los # cambios esperados'),
  });

const unexpectedLabel = say({ en: 'Changes nobody expected', es: 'Cambios inesperados' });
const present = say({ en: 'there', es: 'existe' });
const absent = say({ en: 'no longer there', es: 'ya no existe' });
