import { formatsFor } from '../../i18n/formats.js';
import { type Text, say } from '../../i18n/text.js';
import type { Rehearsal } from '../../model/rehearsal.js';
import { visible } from '../visible.js';
import { changeText, stateText } from './states.js';
import { type Style, wrapped } from './style.js';

/** A rehearsal for a terminal: the state it leads to, the cuts it survived, and what would not have come back. */
export function rehearsalText(rehearsal: Rehearsal, style: Style): string {
  const { language, colors } = style;
  const lines: string[] = [];
  for (const { name, was, prepared } of rehearsal.changes) {
    const change = prepared === 'absent' ? stateText('absent', language) : changeText(was, prepared, language);
    if (change !== '') lines.push(...wrapped(`${visible(name)}: ${change}`, style, '  '));
  }
  if (lines.length > 0) lines.push('');
  lines.push(...wrapped(survived(rehearsal)[language], style, ''));
  if (rehearsal.notSimulated.length > 0) {
    lines.push(...wrapped(colors.yellow(notSimulated(rehearsal.notSimulated)[language]), style, ''));
  }
  for (const { cut, name, was, left } of rehearsal.differences.slice(0, 20)) {
    const where = cut ?? whole[language];
    lines.push(
      ...wrapped(
        colors.red(`✖ ${visible(name)} (${where}): ${stateText(was, language)} → ${stateText(left, language)}`),
        style,
        '  ',
      ),
    );
  }
  const verdict =
    rehearsal.differences.length === 0 ? colors.green(good[language]) : colors.red(bad(rehearsal)[language]);
  lines.push(...wrapped(verdict, style, ''));
  return `${lines.join('\n')}\n`;
}

const survived = ({ cuts, trips, outcome }: Rehearsal): Text =>
  say({
    en: f =>
      `Rehearsed on a simulated server: the whole plan (${outcomes[outcome].en}, ${f.plural(trips, '# trip', '# trips')} to the server), then putting back; and the same with the power cut after each of ${f.plural(cuts.events, '# event', '# events')} and at ${f.number(cuts.instructions)} points of the instructions.`,
    es: f =>
      `Ensayado en un servidor simulado: el plan completo (${outcomes[outcome].es}, ${f.plural(trips, '# viaje', '# viajes')} al servidor) y la vuelta atrás; y lo mismo cortando la corriente tras cada uno de ${f.plural(cuts.events, '# evento', '# eventos')} y en ${f.number(cuts.instructions)} puntos de las instrucciones.`,
  });

const outcomes = {
  done: say({ en: 'carried out', es: 'llevado a cabo' }),
  incomplete: say({ en: 'not carried out to the end', es: 'sin llegar al final' }),
  stopped: say({ en: 'stopped', es: 'detenido' }),
} as const;

const whole = say({ en: 'nothing cut', es: 'sin corte' });

const good = say({
  en: '0 values differ from before the preparation.',
  es: '0 valores difieren de antes de la preparación.',
});

const bad = ({ differences }: Rehearsal): Text =>
  say({
    en: f =>
      `${f.plural(differences.length, '# value differs', '# values differ')} from before: do not carry out this plan. Leave out what is named above, and report this with the recording.`,
    es: f =>
      `${f.plural(differences.length, '# valor difiere', '# valores difieren')} de antes: no lleve a cabo este plan. Omita lo que se nombra arriba y comuníquelo junto con la grabación.`,
  });

const notSimulated = (items: readonly string[]): Text =>
  say({
    en: f =>
      `The recording tells too little to rehearse: ${formatsFor('en').list(items, 5)}. ${f.plural(items.length, 'It is', 'They are')} looked at on the real server before anything is set.`,
    es: f =>
      `La grabación no dice lo suficiente para ensayar: ${formatsFor('es').list(items, 5)}. En el servidor real se ${f.plural(items.length, 'mira', 'miran')} antes de cambiar nada.`,
  });
