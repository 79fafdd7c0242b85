import { type Text, say } from '../../../i18n/text.js';
import type { CaseReport, CaseStage, ReportedPutBack } from '../../../model/case-report.js';
import { isAccepted, isBack } from '../../../model/put-back.js';
import { outcomeTexts } from '../states.js';
import type { Tone, Verdict } from './blocks.js';
import { unexpectedCount } from '../../../model/comparison.js';
import { join, thingText } from './words.js';

/** How the case stands: what somebody reads who reads nothing else. */
export function verdictOf(report: CaseReport): Verdict {
  const { stage } = report;
  const title = stage === 'put-back' && (report.putBack ?? []).some(isAccepted) ? settled : titles[stage];
  return { tone: tones[stage], title, text: sentence(report), list: open(report) };
}

const tones: Readonly<Record<CaseStage, Tone>> = {
  created: 'quiet',
  planned: 'quiet',
  preparing: 'warn',
  prepared: 'ask',
  'decided-go': 'good',
  'decided-no-go': 'bad',
  upgraded: 'warn',
  'put-back-incomplete': 'bad',
  'put-back': 'good',
};

const titles: Readonly<Record<CaseStage, Text>> = {
  created: say({ en: 'Nothing planned yet', es: 'Todavía sin plan' }),
  planned: say({ en: 'Planned', es: 'Planificado' }),
  preparing: say({ en: 'Preparation begun, not finished', es: 'Preparación empezada y sin terminar' }),
  prepared: say({ en: 'Prepared, not decided yet', es: 'Preparado, pendiente de decisión' }),
  'decided-go': say({ en: 'Go', es: 'Adelante' }),
  'decided-no-go': say({ en: 'No-go', es: 'No adelante' }),
  upgraded: say({ en: 'Upgraded, nothing put back yet', es: 'Actualizado, pendiente de restaurar' }),
  'put-back-incomplete': say({ en: 'Not everything is back as it was', es: 'No todo ha quedado como estaba' }),
  'put-back': say({ en: 'Everything is back as it was', es: 'Todo ha quedado como estaba' }),
};

const settled = say({
  en: 'Everything is back as it was, or accepted as it is',
  es: 'Todo ha quedado como estaba o se ha aceptado como está',
});

function sentence(report: CaseReport): Text {
  const items = report.putBack ?? [];
  const [decision] = report.decisions;
  switch (report.stage) {
    case 'created':
      return say({
        en: 'Nothing has been done on the server. Next: antesala plan.',
        es: 'No se ha hecho nada en el servidor. Lo siguiente: antesala plan.',
      });
    case 'planned':
      return say({
        en: 'What is to be done is known; nothing has been done on the server. Next: antesala rehearse, then antesala prepare.',
        es: 'Ya se sabe qué hay que hacer; en el servidor no se ha hecho nada. Lo siguiente: antesala rehearse y después antesala prepare.',
      });
    case 'preparing':
      return say({
        en: 'The server is partly prepared. Go on with antesala prepare, or undo it with antesala put-back.',
        es: 'El servidor está preparado a medias. Continúe con antesala prepare o deshágalo con antesala put-back.',
      });
    case 'prepared':
      return say({
        en: 'The server is prepared. Decide before it is upgraded: antesala decide.',
        es: 'El servidor está preparado. Decida antes de actualizarlo: antesala decide.',
      });
    case 'decided-go':
      return say({
        en: f => `The server may be upgraded until ${f.moment(decision?.expires ?? '')}; later, decide again.`,
        es: f =>
          `El servidor se puede actualizar hasta el ${f.moment(decision?.expires ?? '')}; después, decida de nuevo.`,
      });
    case 'decided-no-go':
      return say({
        en: f => `${f.plural(blocking(report), '# reason stands', '# reasons stand')} against the upgrade.`,
        es: f => `${f.plural(blocking(report), '# motivo impide', '# motivos impiden')} la actualización.`,
      });
    case 'upgraded':
      return say({
        en: 'The server is the new product by now. What the preparation switched off is still off. Next: antesala put-back.',
        es: 'El servidor ya tiene el nuevo producto. Lo que desactivó la preparación sigue desactivado. Lo siguiente: antesala put-back.',
      });
    case 'put-back-incomplete':
      return say({
        en: f =>
          `${f.number(notBack(items).length)} of ${f.plural(items.length, '# thing', '# things')} the preparation touched ${f.plural(notBack(items).length, 'is', 'are')} neither as before nor accepted. Decide each, then run antesala put-back again.`,
        es: f =>
          `De ${f.plural(items.length, '# elemento modificado', '# elementos modificados')} por la preparación, ${f.plural(notBack(items).length, '# no está como antes ni se ha aceptado', '# no están como antes ni se han aceptado')}. Decida cada uno y vuelva a ejecutar antesala put-back.`,
      });
    case 'put-back': {
      const accepted = items.filter(isAccepted).length;
      if (accepted > 0) return doneAndAccepted(items.length, accepted);
      return say({
        en: f =>
          `All ${f.plural(items.length, '# thing', '# things')} the preparation touched ${f.plural(items.length, 'is', 'are')} as before.`,
        es: f =>
          `${f.plural(items.length, 'El único elemento modificado', 'Los # elementos modificados')} por la preparación ${f.plural(items.length, 'está', 'están')} como antes.`,
      });
    }
  }
}

const doneAndAccepted = (all: number, accepted: number): Text =>
  say({
    en: f =>
      `Of ${f.plural(all, '# thing', '# things')} the preparation touched, ${f.number(all - accepted)} ${f.plural(all - accepted, 'is', 'are')} as before and ${f.number(accepted)} ${f.plural(accepted, 'is', 'are')} accepted as found.`,
    es: f =>
      `De ${f.plural(all, '# elemento modificado', '# elementos modificados')} por la preparación, ${f.plural(all - accepted, '# está', '# están')} como antes y ${f.plural(accepted, '# se acepta tal como se encontró', '# se aceptan tal como se encontraron')}.`,
  });

function blocking({ decisions: [decision] }: CaseReport): number {
  return decision?.reasons.filter(reason => reason.blocks).length ?? 0;
}

function notBack(items: readonly ReportedPutBack[]): readonly ReportedPutBack[] {
  return items.filter(item => !isBack(item) && !isAccepted(item));
}

/** What is not as it should be, whatever the stage says. */
function open(report: CaseReport): readonly Text[] {
  const list: Text[] = [];
  if (report.stage === 'put-back-incomplete') {
    for (const { name, outcome } of notBack(report.putBack ?? [])) {
      list.push(
        join([thingText(name), outcome === 'pending' || outcome === 'open' ? notTried : outcomeTexts[outcome]], ': '),
      );
    }
  }
  const used = report.decisions.find(({ standing }) => standing === 'used');
  if (report.upgrade && used?.verdict !== 'go') list.push(used ? againstNoGo : undecided);
  const unexpected = report.comparison ? unexpectedCount(report.comparison.found) : 0;
  if (unexpected > 0) list.push(surprises(unexpected));
  if (report.copy?.differs) list.push(copyDiffers);
  if (report.signatures.some(({ holds }) => !holds)) list.push(badSignature);
  return list;
}

export const notTried = say({ en: 'not put back yet', es: 'sin restaurar todavía' });

const againstNoGo = say({
  en: 'The server was upgraded although the last decision was no-go.',
  es: 'El servidor se actualizó aunque la última decisión era no adelante.',
});

const undecided = say({
  en: 'The server was upgraded without a decision.',
  es: 'El servidor se actualizó sin que se tomara una decisión.',
});

const surprises = (count: number): Text =>
  say({
    en: f =>
      `The comparison with before found ${f.plural(count, '# change', '# changes')} that nobody expected (see below).`,
    es: f =>
      `La comparación con el estado anterior encontró ${f.plural(count, '# cambio inesperado', '# cambios inesperados')} (véanse más abajo).`,
  });

const copyDiffers = say({
  en: 'The copy of the log on the server is not the one that was kept there (see below).',
  es: 'La copia del registro en el servidor no es la que se guardó allí (véase más abajo).',
});

const badSignature = say({
  en: 'A signature does not belong to this log (see below).',
  es: 'Hay una firma que no corresponde a este registro (véase más abajo).',
});
