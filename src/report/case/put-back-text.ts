import { type Text, say } from '../../i18n/text.js';
import { type PutBackItem, allSettled, isAccepted, isBack } from '../../model/put-back.js';
import { visible } from '../visible.js';
import { acceptanceText, acceptedOutcomes } from './accepted-text.js';
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
  // what is accepted is settled: it stands before what is open
  const rank = (item: PutBackItem): number => (isAccepted(item) ? 1.5 : order.indexOf(item.outcome));
  for (const item of items.toSorted((a, b) => rank(a) - rank(b))) {
    lines.push(...itemLines(item, style));
  }
  if (items.length > 0) lines.push('');
  const settled = allSettled(items);
  const accepted = items.filter(isAccepted).length;
  const text = items.length === 0 ? nothing : settled ? complete(items, accepted) : incomplete(items);
  lines.push(...wrapped(settled ? colors.green(text[language]) : colors.red(text[language]), style, ''));
  return `${lines.join('\n')}\n`;
}

function itemLines(item: PutBackItem, style: Style): string[] {
  const { language, colors } = style;
  const good = isBack(item);
  const taken = isAccepted(item);
  const mark = good || taken ? colors.green('✔') : item.outcome === 'failed' ? colors.red('✖') : colors.yellow('!');
  const lines = [`${mark} ${visible(item.name)}  ${outcomeText(item)[language]}`];
  if (good) return lines;
  lines.push(
    ...wrapped(
      `${was[language]} ${stateText(item.was, language)}. ${now[language]} ${stateText(item.left, language)}.`,
      style,
      '    ',
    ),
  );
  if (item.why !== undefined) lines.push(...wrapped(visible(item.why), style, '    '));
  if (item.accepted) lines.push(...wrapped(visible(acceptanceText(item.accepted)[language]), style, '    '));
  if (!taken) lines.push(...wrapped(visible(advice[item.outcome](item.item)[language]), style, '    '));
  return lines;
}

function outcomeText(item: PutBackItem): Text {
  const { outcome } = item;
  const taken = isAccepted(item) && (outcome === 'drifted' || outcome === 'gone');
  return taken ? acceptedOutcomes[outcome] : outcomeTexts[outcome];
}

const was = say({ en: 'Before:', es: 'Antes:' });
const now = say({ en: 'Now:', es: 'Ahora:' });

const upgraded = ({ from, to }: { readonly from: string; readonly to: string }): Text =>
  say({ en: `Upgraded: ${from} → ${to}.`, es: `Actualizado: ${from} → ${to}.` });

const nothing = say({
  en: 'Nothing was touched on this server, so there is nothing to put back.',
  es: 'En este servidor no se ha tocado nada, así que no hay nada que devolver a su estado.',
});

const complete = (items: readonly PutBackItem[], accepted: number): Text =>
  accepted > 0 ? done(items.length - accepted, accepted) : allAsBefore(items);

const done = (back: number, accepted: number): Text =>
  say({
    en: f =>
      `Done: ${f.plural(back, '# item is', '# items are')} as before, ${f.number(accepted)} accepted as ${f.plural(accepted, 'it is', 'they are')}.`,
    es: f =>
      `Hecho: ${f.plural(back, '# elemento está', '# elementos están')} como antes y ${f.plural(accepted, '# se acepta como está', '# se aceptan como están')}.`,
  });

const allAsBefore = (items: readonly PutBackItem[]): Text =>
  say({
    en: f => `All of ${f.plural(items.length, '# item', '# items')} are as they were.`,
    es: f => `${f.plural(items.length, 'El único elemento está', 'Los # elementos están')} como antes.`,
  });

const incomplete = (items: readonly PutBackItem[]): Text => {
  const open = items.filter(item => !isBack(item) && !isAccepted(item)).length;
  return say({
    en: f =>
      `${f.plural(open, '# item is', '# items are')} neither as before nor accepted. ${f.plural(open, 'Decide what to do with it', 'Decide each')}, then run antesala put-back again.`,
    es: f =>
      `${f.plural(open, '# elemento no está como antes ni se ha aceptado', '# elementos no están como antes ni se han aceptado')}. Decida qué hacer con ${f.plural(open, 'él', 'cada uno')} y vuelva a ejecutar antesala put-back.`,
  });
};

const advice: Readonly<Record<PutBackItem['outcome'], (item: string) => Text>> = {
  kept: () => say({ en: '', es: '' }),
  restored: () => say({ en: '', es: '' }),
  drifted: item =>
    say({
      en: `Somebody changed it since, so it was left alone. To set it as it was: --force "${item}". To leave it as it is: --accept "${item}" --by NAME --reason TEXT.`,
      es: `Alguien lo ha cambiado después, así que no se ha tocado. Para dejarlo como estaba: --force "${item}". Para dejarlo como está: --accept "${item}" --by NOMBRE --reason TEXTO.`,
    }),
  gone: item =>
    say({
      en: `It is no longer on the server: the upgrade or somebody removed it. If it is still needed, install it again and run antesala put-back with --force "${item}". If not: --accept "${item}" --by NAME --reason TEXT.`,
      es: `Ya no está en el servidor: lo ha quitado la actualización o alguien. Si aún hace falta, instálelo de nuevo y ejecute antesala put-back con --force "${item}". Si no: --accept "${item}" --by NOMBRE --reason TEXTO.`,
    }),
  failed: () =>
    say({
      en: 'See why on the server, then run antesala put-back again.',
      es: 'Averigüe el motivo en el servidor y vuelva a ejecutar antesala put-back.',
    }),
};
