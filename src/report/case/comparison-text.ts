import { formatsFor } from '../../i18n/formats.js';
import { type Text, say } from '../../i18n/text.js';
import {
  type ComparedEntry,
  type ComparedFact,
  type Comparison,
  type Loss,
  type Reason,
  isExpected,
  unexpectedCount,
  unexpectedIn,
} from '../../model/comparison.js';
import { acceptanceText } from './accepted-text.js';
import { visible } from '../visible.js';
import { type Style, wrapped } from './style.js';

type Shown = ComparedEntry & { readonly fact: ComparedFact };

/** Before and after for a terminal: what nobody expected, in the order in which people will call about it; the rest counted. */
export function comparisonText(comparison: Comparison, style: Style, all: boolean): string {
  const { language, colors } = style;
  const f = formatsFor(language);
  const entries = comparison.facts.flatMap(fact => fact.entries.map((entry): Shown => ({ ...entry, fact })));
  const unexpected = comparison.facts.flatMap(fact => unexpectedIn(fact).map((entry): Shown => ({ ...entry, fact })));
  const unknown = entries.filter(({ reason }) => reason === 'not-known');
  const expected = entries.filter(isExpected);
  const lines = [
    colors.dim(`${f.moment(comparison.before.gatheredAt)} → ${f.moment(comparison.after.gatheredAt)}`),
    '',
  ];
  for (const [weight, heading] of weights) {
    const here = unexpected.filter(({ loss }) => loss?.severity === weight);
    if (here.length === 0) continue;
    lines.push(colors.bold(heading[language]));
    for (const entry of here) lines.push(...wrapped(visible(said(entry, style)), style, '  ! '));
    lines.push('');
  }
  if (unknown.length > 0) {
    lines.push(colors.bold(unknownHeading[language]));
    for (const entry of unknown) lines.push(...wrapped(visible(said(entry, style)), style, '  ? '));
    lines.push('');
  }
  if (all && expected.length > 0) {
    lines.push(colors.bold(expectedHeading[language]));
    for (const entry of expected) {
      const line = `${said(entry, style)}  (${reasonText(entry)[language]})`;
      lines.push(...wrapped(visible(line), style, '    '));
    }
    lines.push('');
  } else if (expected.length > 0) {
    lines.push(...wrapped(colors.dim(more(expected.length)[language]), style, ''), '');
  }
  const count = unexpectedCount(comparison);
  lines.push(
    ...wrapped(count === 0 ? colors.green(clean[language]) : colors.yellow(summary(count)[language]), style, ''),
  );
  return `${lines.join('\n')}\n`;
}

/** What was lost in words; of anything else the entry with both values. */
function said({ fact, entry, before, after, loss, reason }: Shown, { language }: Style): string {
  const title = fact.title[language];
  if (reason === 'not-known') return `${title}: ${entry}: ${noLongerKnown(before ?? '')[language]}`;
  const values = changed(before, after)[language];
  if (!loss) return `${title}: ${entry}: ${values}`;
  // that a thing is gone is in its sentence already
  const bare = after === undefined || entry === 'missing';
  const thing = loss.thing === fact.fact ? '' : `${loss.thing}: `;
  return `${title}: ${thing}${loss.text[language]}${bare ? '' : ` (${values})`}`;
}

function changed(before: string | undefined, after: string | undefined): Text {
  // a thing with fields of its own has an empty value
  if (before === undefined && after === '') return say({ en: 'new', es: 'nuevo' });
  if (before === '' && after === undefined) return say({ en: 'gone', es: 'ya no está' });
  return say({
    en: `${before ?? '(none)'} → ${after ?? '(none)'}`,
    es: `${before ?? '(nada)'} → ${after ?? '(nada)'}`,
  });
}

const weights: readonly (readonly [Loss['severity'] | undefined, Text])[] = [
  ['high', say({ en: 'People will call about this first', es: 'Por esto llamarán primero' })],
  ['medium', say({ en: 'This will be missed later', es: 'Esto se echará en falta más adelante' })],
  ['low', say({ en: 'Gone, and perhaps not needed', es: 'Ha desaparecido y quizá no haga falta' })],
  [undefined, say({ en: 'Other changes nobody expected', es: 'Otros cambios inesperados' })],
];

const expectedHeading = say({ en: 'Expected', es: 'Esperado' });

export const noLongerKnown = (before: string): Text =>
  say({ en: `was ${before || '(empty)'}, no longer known`, es: `era ${before || '(vacío)'}; ya no se sabe` });

export const unknownHeading = say({
  en: 'No longer known: taken away, or only not readable now',
  es: 'Ya no se sabe: se ha quitado o solo no se ha podido leer ahora',
});

/** Why an entry is as it is; of what a person accepted also who, when and why. */
export function reasonText({ reason, accepted }: Pick<ComparedEntry, 'reason' | 'accepted'>): Text {
  return accepted ? acceptanceText({ ...accepted, counts: true }) : reasonTexts[reason];
}

const reasonTexts: Readonly<Record<Reason, Text>> = {
  'by-itself': say({ en: 'changes by itself', es: 'cambia por sí solo' }),
  upgrade: say({ en: 'by the upgrade', es: 'por la actualización' }),
  preparation: say({ en: 'by the preparation', es: 'por la preparación' }),
  accepted: say({ en: 'accepted', es: 'aceptado' }),
  'not-known': say({ en: 'no longer known', es: 'ya no se sabe' }),
  unexpected: say({ en: 'unexpected', es: 'inesperado' }),
};

const more = (count: number): Text =>
  say({
    en: f => `And ${f.plural(count, '# expected change', '# expected changes')}, which --all shows.`,
    es: f => `Y ${f.plural(count, '# cambio esperado, que se ve', '# cambios esperados, que se ven')} con --all.`,
  });

const clean = say({ en: 'Nothing changed that was not expected.', es: 'No ha cambiado nada inesperado.' });

const summary = (count: number): Text =>
  say({
    en: f =>
      `${f.plural(count, '# change', '# changes')} nobody expected. Look at ${f.plural(count, 'it', 'each')} before people come to work.`,
    es: f =>
      `${f.plural(count, '# cambio inesperado. Revíselo', '# cambios inesperados. Revíselos')} antes de que empiece la jornada.`,
  });
