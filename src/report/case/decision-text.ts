import { formatsFor } from '../../i18n/formats.js';
import { type Text, say } from '../../i18n/text.js';
import type { GateReason } from '../../model/event.js';
import { visible } from '../visible.js';
import { type Style, words, wrapped } from './style.js';

/** What a gate said. */
export interface ShownDecision {
  readonly verdict: 'go' | 'no-go';
  readonly by: string;
  readonly at: string;
  readonly expires: string;
  readonly reasons: readonly GateReason[];
}

/** Go or no-go for a terminal, what blocks first. */
export function decisionText(decision: ShownDecision, style: Style): string {
  const { language, colors } = style;
  const f = formatsFor(language);
  const go = decision.verdict === 'go';
  const blocking = decision.reasons.filter(reason => reason.blocks);
  const others = decision.reasons.filter(reason => !reason.blocks);
  const lines = [
    ...blocking.flatMap(reason => reasonLines(reason, colors.red('✖'), style)),
    ...others.flatMap(reason => reasonLines(reason, colors.dim('·'), style)),
  ];
  if (lines.length > 0) lines.push('');
  const banner = go
    ? colors.bgGreen(colors.black(` ${goWord[language]} `))
    : colors.bgRed(colors.white(` ${noGoWord[language]} `));
  const text = go ? goText(decision)[language] : noGoText(blocking.length)[language];
  lines.push(`${banner} ${text}`, colors.dim(visible(`${decision.by}, ${f.moment(decision.at)}`)));
  return `${lines.join('\n')}\n`;
}

function reasonLines(reason: GateReason, mark: string, style: Style): string[] {
  const [first = '', ...rest] = wrapped(words(reason.text, style), style, '  ');
  return [`${mark} ${first.trimStart()}`, ...rest, `    ${style.colors.dim(visible(reason.key))}`];
}

const goWord = say({ en: 'GO', es: 'ADELANTE' });
const noGoWord = say({ en: 'NO-GO', es: 'NO ADELANTE' });

const goText = ({ expires }: ShownDecision): Text =>
  say({
    en: f => `Upgrade now; this decision counts until ${f.moment(expires)}.`,
    es: f => `Actualice ya; esta decisión vale hasta el ${f.moment(expires)}.`,
  });

const noGoText = (count: number): Text =>
  say({
    en: f =>
      `${f.plural(count, '# reason stands', '# reasons stand')} against it. Mend, answer (antesala attest) or take it upon you (antesala waive), then decide again.`,
    es: f =>
      `${f.plural(count, '# motivo lo impide', '# motivos lo impiden')}. Resuelva, responda (antesala attest) o asuma la excepción (antesala waive) y decida de nuevo.`,
  });
