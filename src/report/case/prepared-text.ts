import { type Text, say } from '../../i18n/text.js';
import type { Prepared, PreparedStep } from '../../model/prepared.js';
import { type Style, words, wrapped } from './style.js';

/** How a preparation ended, for a terminal: every step, what waits for a person, and what comes next. */
export function preparedText(prepared: Prepared, style: Style): string {
  const { language, colors } = style;
  const lines = prepared.steps.flatMap(step => [
    `${mark(step, style)} ${words(step.title, style)}  ${colors.dim(outcomes[step.outcome][language])}`,
    ...step.questions.flatMap(({ id, question }) => [
      ...wrapped(`? ${words(question, style)}`, style, '    '),
      `      ${colors.dim(id)}`,
    ]),
  ]);
  lines.push('', ...wrapped(next(prepared)[language], style, ''));
  return `${lines.join('\n')}\n`;
}

function mark({ outcome }: PreparedStep, { colors }: Style): string {
  if (outcome === 'done') return colors.green('✔');
  if (outcome === 'failed') return colors.red('✖');
  return outcome === 'waiting' ? colors.cyan('?') : colors.dim('–');
}

const outcomes: Readonly<Record<PreparedStep['outcome'], Text>> = {
  done: say({ en: 'done', es: 'hecho' }),
  failed: say({ en: 'failed', es: 'fallido' }),
  nothing: say({ en: 'nothing to do', es: 'nada que hacer' }),
  'left-out': say({ en: 'left out', es: 'omitido' }),
  waiting: say({ en: 'waits for a person', es: 'espera a una persona' }),
  'not-run': say({ en: 'not run', es: 'no ejecutado' }),
};

function next({ outcome, handedOver, steps }: Prepared): Text {
  if (handedOver) {
    return say({
      en: 'Prepared. Decide now (antesala decide), and only then upgrade. Afterwards: antesala put-back.',
      es: 'Preparado. Decida ahora (antesala decide) y solo después actualice. Al terminar: antesala put-back.',
    });
  }
  if (outcome === 'stopped') {
    return say({
      en: 'Stopped. What was done stands in the case log; run antesala prepare again to go on, or antesala put-back to undo it.',
      es: 'Detenido. Lo hecho consta en el registro del caso; vuelva a ejecutar antesala prepare para seguir o antesala put-back para deshacerlo.',
    });
  }
  if (steps.some(step => step.outcome === 'failed')) {
    return say({
      en: 'A step failed, and those after it were not run. See antesala log for the reason; mend it and run antesala prepare again, leave the item out, or undo all with antesala put-back.',
      es: 'Un paso ha fallado y los siguientes no se han ejecutado. Vea el motivo con antesala log; resuélvalo y vuelva a ejecutar antesala prepare, omita el elemento o deshágalo todo con antesala put-back.',
    });
  }
  if (outcome === 'incomplete') {
    return say({
      en: 'Answer what waits (antesala attest), then run antesala prepare again.',
      es: 'Responda a lo que espera (antesala attest) y vuelva a ejecutar antesala prepare.',
    });
  }
  return say({ en: 'All steps are done.', es: 'Todos los pasos están hechos.' });
}
