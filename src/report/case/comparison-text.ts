import { formatsFor } from '../../i18n/formats.js';
import { type Text, same, say } from '../../i18n/text.js';
import type { Comparison, Reason } from '../../model/comparison.js';
import { visible } from '../visible.js';
import { type Style, wrapped } from './style.js';

/** Before and after for a terminal: what nobody expected in full, the rest counted. */
export function comparisonText(comparison: Comparison, style: Style, all: boolean): string {
  const { language, colors } = style;
  const f = formatsFor(language);
  const lines = [
    colors.dim(`${f.moment(comparison.before.gatheredAt)} → ${f.moment(comparison.after.gatheredAt)}`),
    '',
  ];
  for (const fact of comparison.facts) {
    const shown = fact.entries.filter(entry => all || entry.reason === 'unexpected');
    const rest = fact.entries.length - shown.length;
    if (shown.length === 0 && !all) continue;
    lines.push(colors.bold(fact.title[language]));
    for (const { entry, before, after, reason, notTold, why } of shown) {
      if (why) {
        const text = (after === undefined ? unreadBefore : unreadNow)[language];
        lines.push(...wrapped(visible(`${text} ${why[language]}`), style, '  ? '));
        continue;
      }
      const values = [before, after].map(value => valueText(value, notTold)[language]).join(' → ');
      const line = `${entry}: ${values}${all ? `  (${reasons[reason][language]})` : ''}`;
      lines.push(...wrapped(visible(line), style, reason === 'unexpected' ? '  ! ' : '    '));
    }
    if (rest > 0) lines.push(colors.dim(`    ${more(rest)[language]}`));
    lines.push('');
  }
  const count = comparison.unexpected;
  lines.push(
    ...wrapped(count === 0 ? colors.green(clean[language]) : colors.yellow(unexpected(count)[language]), style, ''),
  );
  return `${lines.join('\n')}\n`;
}

/** A thing of a list has no value of its own: it is there or it is not. */
function valueText(value: string | undefined, notTold: true | undefined): Text {
  if (value === undefined) return notTold ? untold : none;
  return value === '' ? there : same(value);
}

const none = say({ en: '(none)', es: '(nada)' });
const there = say({ en: '(there)', es: '(existe)' });
const unreadNow = say({ en: 'This could not be read now:', es: 'Ahora no se ha podido leer:' });
const unreadBefore = say({ en: 'This could not be read before:', es: 'Antes no se pudo leer:' });
const untold = say({ en: '(not told)', es: '(no consta)' });

const reasons: Readonly<Record<Reason, Text>> = {
  'by-itself': say({ en: 'changes by itself', es: 'cambia por sí solo' }),
  upgrade: say({ en: 'by the upgrade', es: 'por la actualización' }),
  preparation: say({ en: 'by the preparation', es: 'por la preparación' }),
  unexpected: say({ en: 'unexpected', es: 'inesperado' }),
};

const more = (count: number): Text =>
  say({
    en: f => `and ${f.plural(count, '# expected change', '# expected changes')}`,
    es: f => `y ${f.plural(count, '# cambio esperado', '# cambios esperados')}`,
  });

const clean = say({ en: 'Nothing changed that was not expected.', es: 'No ha cambiado nada inesperado.' });

const unexpected = (count: number): Text =>
  say({
    en: f =>
      `${f.plural(count, '# change', '# changes')} nobody expected. Look at ${f.plural(count, 'it', 'each')} before people come to work.`,
    es: f =>
      `${f.plural(count, '# cambio inesperado. Revíselo', '# cambios inesperados. Revíselos')} antes de que empiece la jornada.`,
  });
