import { formatsFor } from '../../i18n/formats.js';
import { type Text, say } from '../../i18n/text.js';
import type { Plan, PlanStep } from '../../model/plan.js';
import type { PlannedItem } from '../../model/step.js';
import { changeText } from './states.js';
import { type Style, words, wrapped } from './style.js';

/** The plan for a terminal: every step, what it changes, how long, whether it can be undone, and the point of no return. */
export function planText(plan: Plan, style: Style): string {
  const { language, colors } = style;
  const f = formatsFor(language);
  const lines = [`${colors.bold(plan.path)}  ${colors.dim(f.moment(plan.madeAt))}`, ''];
  for (const [index, step] of plan.steps.entries()) {
    lines.push(...stepLines(index + 1, step, plan.pointOfNoReturn, style), '');
  }
  lines.push(...wrapped(total(plan)[language], style, ''));
  const { seconds, windowSeconds } = plan;
  if (windowSeconds !== undefined) {
    const fits = seconds <= windowSeconds;
    const text = fits ? fitsWindow(windowSeconds) : tooLong(seconds, windowSeconds);
    lines.push(...wrapped(fits ? text[language] : colors.red(text[language]), style, ''));
  }
  return `${lines.join('\n')}\n`;
}

function stepLines(number: number, step: PlanStep, noReturn: string | undefined, style: Style): string[] {
  const { colors } = style;
  const lines = [
    `${String(number).padStart(2)}. ${colors.bold(words(step.title, style))}  ${colors.dim(step.step)}  ${state(step, style)}`.trimEnd(),
    ...wrapped(words(step.text, style), style, '    '),
  ];
  for (const item of step.items) {
    if (item.id === noReturn) lines.push(`    ${colors.red(`── ${pointOfNoReturn[style.language]} ──`)}`);
    lines.push(...itemLines(item, style));
  }
  for (const out of step.leftOut) {
    lines.push(
      ...wrapped(`– ${words(out.text, style)} ${leftOutFor(out.reason)[style.language]}`, style, '    ').map(line =>
        colors.dim(line),
      ),
    );
  }
  return lines;
}

function itemLines(item: PlannedItem, style: Style): string[] {
  const { language, colors } = style;
  const f = formatsFor(language);
  const mark = item.kind === 'person' ? '?' : item.kind === 'change' ? '↔' : item.kind === 'hand-over' ? '■' : '→';
  const took = item.seconds > 0 ? colors.dim(`  ~${f.duration(item.seconds)}`) : '';
  const lines = [...wrapped(`${mark} ${words(item.text, style)}`, style, '    ')];
  if (lines.length > 0) lines[lines.length - 1] += took;
  lines.push(colors.dim(`      ${item.id}`));
  if (item.kind === 'change') {
    const change = changeText(item.from, item.to, language);
    if (change !== '') lines.push(...wrapped(change, style, '      '));
  }
  if (item.kind === 'person') lines.push(...wrapped(words(item.question, style), style, '      '));
  if (item.kind === 'run' || item.kind === 'log-off') {
    lines.push(...wrapped(`${noUndo[language]} ${words(item.irreversible, style)}`, style, '      '));
  }
  return lines;
}

function state(step: PlanStep, { language, colors }: Style): string {
  const text = states[step.state][language];
  return step.state === 'blocked' ? colors.red(text) : colors.dim(text);
}

const states: Readonly<Record<PlanStep['state'], Text>> = {
  do: say({ en: '', es: '' }),
  nothing: say({ en: '(nothing to do)', es: '(nada que hacer)' }),
  blocked: say({ en: '(blocked)', es: '(bloqueado)' }),
  'left-out': say({ en: '(left out)', es: '(omitido)' }),
};

const pointOfNoReturn = say({
  en: 'point of no return: what follows cannot be put back',
  es: 'punto sin retorno: lo que sigue no se puede deshacer',
});

const noUndo = say({ en: 'No undo.', es: 'No se puede deshacer.' });

const leftOutFor = (reason: string): Text => say({ en: `(left out: ${reason})`, es: `(omitido: ${reason})` });

function total({ steps, seconds }: Plan): Text {
  const items = steps.flatMap(step => step.items);
  const changes = items.filter(item => item.kind === 'change').length;
  const people = items.filter(item => item.kind === 'person').length;
  return say({
    en: f =>
      `${f.plural(changes, '# change', '# changes')} that can be put back, ${f.plural(people, '# question', '# questions')} for people. Estimated time: ${f.duration(seconds)}.`,
    es: f =>
      `${f.plural(changes, '# cambio reversible', '# cambios reversibles')}, ${f.plural(people, '# pregunta', '# preguntas')} para personas. Tiempo estimado: ${f.duration(seconds)}.`,
  });
}

const fitsWindow = (window: number): Text =>
  say({
    en: f => `That fits the maintenance window of ${f.duration(window)}.`,
    es: f => `Cabe en la ventana de mantenimiento, de ${f.duration(window)}.`,
  });

const tooLong = (seconds: number, window: number): Text =>
  say({
    en: f =>
      `That is more than the maintenance window of ${f.duration(window)} (needed: ${f.duration(seconds)}). Start earlier or leave something out.`,
    es: f =>
      `Es más que la ventana de mantenimiento, de ${f.duration(window)} (se necesitan ${f.duration(seconds)}). Empiece antes u omita algo.`,
  });
