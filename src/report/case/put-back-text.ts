import { type Text, say } from '../../i18n/text.js';
import { type PutBackItem, allBack } from '../../model/put-back.js';
import { visible } from '../visible.js';
import { outcomeTexts, stateText } from './states.js';
import { type Style, wrapped } from './style.js';

/** What was put back, item by item, for a terminal; what did not come back stands last, where it is read. */
export function putBackText(
  items: readonly PutBackItem[],
  upgrade: { readonly from: string; readonly to: string } | undefined,
  style: Style,
): string {
  const { language, colors } = style;
  const lines: string[] = [];
  if (upgrade) lines.push(...wrapped(visible(upgraded(upgrade)[language]), style, ''), '');
  const order = ['kept', 'restored', 'gone', 'drifted', 'failed'];
  for (const item of items.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))) {
    lines.push(...itemLines(item, style));
  }
  if (items.length > 0) lines.push('');
  const text = items.length === 0 ? nothing : allBack(items) ? complete(items) : incomplete(items);
  lines.push(...wrapped(allBack(items) ? colors.green(text[language]) : colors.red(text[language]), style, ''));
  return `${lines.join('\n')}\n`;
}

function itemLines(item: PutBackItem, style: Style): string[] {
  const { language, colors } = style;
  const good = item.outcome === 'kept' || item.outcome === 'restored';
  const mark = good ? colors.green('✔') : item.outcome === 'failed' ? colors.red('✖') : colors.yellow('!');
  const lines = [`${mark} ${visible(item.name)}  ${outcomeTexts[item.outcome][language]}`];
  if (good) return lines;
  lines.push(
    ...wrapped(
      `${was[language]} ${stateText(item.was, language)}. ${now[language]} ${stateText(item.left, language)}.`,
      style,
      '    ',
    ),
  );
  if (item.why !== undefined) lines.push(...wrapped(visible(item.why), style, '    '));
  lines.push(...wrapped(advice[item.outcome](item.item)[language], style, '    '));
  return lines;
}

const was = say({ en: 'Before:', es: 'Antes:' });
const now = say({ en: 'Now:', es: 'Ahora:' });

const upgraded = ({ from, to }: { readonly from: string; readonly to: string }): Text =>
  say({ en: `Upgraded: ${from} → ${to}.`, es: `Actualizado: ${from} → ${to}.` });

const nothing = say({
  en: 'Nothing was touched on this server, so there is nothing to put back.',
  es: 'En este servidor no se ha tocado nada, así que no hay nada que devolver a su estado.',
});

const complete = (items: readonly PutBackItem[]): Text =>
  say({
    en: f => `All of ${f.plural(items.length, '# item', '# items')} are as they were.`,
    es: f => `${f.plural(items.length, 'El único elemento está', 'Los # elementos están')} como antes.`,
  });

const incomplete = (items: readonly PutBackItem[]): Text => {
  const open = items.filter(item => item.outcome !== 'kept' && item.outcome !== 'restored').length;
  return say({
    en: f =>
      `${f.plural(open, '# item is', '# items are')} not as before. ${f.plural(open, 'Decide what to do with it', 'Decide each')}, then run antesala put-back again.`,
    es: f =>
      `${f.plural(open, '# elemento no está', '# elementos no están')} como antes. Decida qué hacer con ${f.plural(open, 'él', 'cada uno')} y vuelva a ejecutar antesala put-back.`,
  });
};

const advice: Readonly<Record<PutBackItem['outcome'], (item: string) => Text>> = {
  kept: () => say({ en: '', es: '' }),
  restored: () => say({ en: '', es: '' }),
  drifted: item =>
    say({
      en: `Somebody changed it since, so it was left alone. To set it as it was: --force "${item}".`,
      es: `Alguien lo ha cambiado después, así que no se ha tocado. Para dejarlo como estaba: --force "${item}".`,
    }),
  gone: () =>
    say({
      en: 'It is no longer on the server: the upgrade or somebody removed it. Install it again if it is still needed.',
      es: 'Ya no está en el servidor: lo ha quitado la actualización o alguien. Instálelo de nuevo si aún hace falta.',
    }),
  failed: () =>
    say({
      en: 'See why on the server, then run antesala put-back again.',
      es: 'Averigüe el motivo en el servidor y vuelva a ejecutar antesala put-back.',
    }),
};
