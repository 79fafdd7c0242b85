import { type Text, same, say, sentences } from '../../../i18n/text.js';
import type { CaseReport, ReportedItem, ReportedPlan, ReportedStep } from '../../../model/case-report.js';
import { stepOutcomeTexts } from '../../event-words.js';
import { type Badge, type Block, type Cell, type Section, type Tone, cell } from './blocks.js';
import { changeInWords, none, shortTime } from './words.js';

/** The plan, step by step, and what became of each thing in it. */
export function planSection({ plan, rehearsal }: CaseReport): Section | undefined {
  if (!plan) return undefined;
  return {
    id: 'plan',
    title: say({ en: 'The plan, and what became of it', es: 'El plan y su cumplimiento' }),
    blocks: [
      ...(plan.madeAt === null ? [] : [{ kind: 'text', text: headText(plan, plan.madeAt) } as const]),
      ...(rehearsal ? [{ kind: 'text', text: rehearsed(rehearsal) } as const] : []),
      ...plan.steps.flatMap(step => stepBlocks(step, plan.pointOfNoReturn)),
    ],
  };
}

function stepBlocks(step: ReportedStep, noReturn: string | null): readonly Block[] {
  return [
    { kind: 'heading', text: step.title, badge: stepBadge(step) },
    ...(step.state === 'earlier'
      ? [{ kind: 'text', text: earlier, look: 'soft' } as const]
      : [{ kind: 'text', text: step.text } as const]),
    ...(step.items.length === 0 ? [] : [tableOf(step, noReturn)]),
  ];
}

function tableOf({ title, items }: ReportedStep, noReturn: string | null): Block {
  return {
    kind: 'table',
    label: title,
    head: [
      say({ en: 'What', es: 'Qué' }),
      say({ en: 'Change', es: 'Cambio' }),
      say({ en: 'Outcome', es: 'Resultado' }),
      say({ en: 'When (UTC)', es: 'Cuándo (UTC)' }),
      say({ en: 'Took', es: 'Duración' }),
    ],
    rows: items.map(item => [
      whatCell(item, item.id === noReturn),
      cell(item.from && item.to ? changeInWords(item.from, item.to) : none),
      outcomeCell(item),
      cell(shortTime(item.at), item.by === null ? {} : { under: same(item.by) }),
      cell(tookText(item)),
    ]),
    widths: [36, 23, 16, 14, 11],
  };
}

function whatCell({ text, irreversible }: ReportedItem, noReturn: boolean): Cell {
  const under = [...(noReturn ? [pointOfNoReturn] : []), ...(irreversible ? [noUndo, irreversible] : [])];
  return cell(text, under.length === 0 ? {} : { under: sentences(...under) });
}

function outcomeCell({ outcome, why, kind }: ReportedItem): Cell {
  const text =
    kind === 'hand-over' && outcome === 'done'
      ? handedOver
      : outcome === 'answered' || (outcome === 'pending' && kind === 'person')
        ? personTexts[outcome]
        : outcomeTexts[outcome];
  return cell(same(''), {
    badge: { text, tone: outcomeTones[outcome] },
    ...(why === null ? {} : { under: same(why) }),
  });
}

/** A change takes part of a second; a person's work is not measured. */
function tookText({ seconds }: ReportedItem): Text {
  if (seconds === null) return none;
  if (seconds < 1) return say({ en: 'under 1 second', es: 'menos de 1 segundo' });
  return say({ en: f => f.duration(seconds), es: f => f.duration(seconds) });
}

function stepBadge({ state, outcome, items }: ReportedStep): Badge {
  if (items.some(item => item.kind === 'hand-over' && item.outcome === 'done'))
    return { text: handedOver, tone: 'good' };
  if (state === 'left-out') return { text: stepOutcomeTexts['left-out'], tone: 'quiet' };
  if (state === 'blocked') return { text: blocked, tone: 'bad' };
  if (outcome === null)
    return state === 'nothing' ? { text: stepOutcomeTexts.nothing, tone: 'quiet' } : { text: notBegun, tone: 'quiet' };
  if (outcome === 'open') return { text: begun, tone: 'warn' };
  return { text: stepOutcomeTexts[outcome], tone: stepTones[outcome] };
}

const stepTones = { done: 'good', failed: 'bad', nothing: 'quiet', 'left-out': 'quiet', waiting: 'ask' } as const;

const outcomeTones: Readonly<Record<ReportedItem['outcome'], Tone>> = {
  changed: 'good',
  already: 'good',
  'left-alone': 'warn',
  absent: 'quiet',
  failed: 'bad',
  unknown: 'bad',
  open: 'bad',
  done: 'good',
  answered: 'good',
  'left-out': 'quiet',
  pending: 'ask',
};

const outcomeTexts: Readonly<Record<ReportedItem['outcome'], Text>> = {
  changed: say({ en: 'changed', es: 'cambiado' }),
  already: say({ en: 'was so already', es: 'ya estaba así' }),
  'left-alone': say({ en: 'left alone', es: 'sin tocar' }),
  absent: say({ en: 'not there', es: 'no existe' }),
  failed: say({ en: 'failed', es: 'fallido' }),
  unknown: say({ en: 'not known', es: 'no se sabe' }),
  open: say({ en: 'broke off', es: 'interrumpido' }),
  done: say({ en: 'done', es: 'hecho' }),
  answered: say({ en: 'done', es: 'hecho' }),
  'left-out': say({ en: 'left out', es: 'excluido' }),
  pending: say({ en: 'not done', es: 'sin hacer' }),
};

const personTexts = {
  answered: say({ en: 'answered yes', es: 'respondido: sí' }),
  pending: say({ en: 'no yes yet', es: 'falta el sí' }),
} as const;

const handedOver = say({ en: 'handed over', es: 'entregado' });
const blocked = say({ en: 'blocked', es: 'bloqueado' });
const notBegun = say({ en: 'not begun', es: 'sin empezar' });
const begun = say({ en: 'begun, not ended', es: 'empezado y sin terminar' });
const earlier = say({
  en: 'Not in the plan that counts now; done for an earlier one.',
  es: 'No figura en el plan vigente; se hizo para uno anterior.',
});
const pointOfNoReturn = say({
  en: 'Point of no return: from here on, not everything can be put back.',
  es: 'Punto sin retorno: desde aquí no todo se puede restaurar.',
});
const noUndo = say({ en: 'No undo.', es: 'No se puede deshacer.' });

function headText({ window, seconds }: ReportedPlan, madeAt: string): Text {
  const made = say({
    en: f => `Made on ${f.moment(madeAt)}; estimated at ${f.duration(seconds)}.`,
    es: f => `Elaborado el ${f.moment(madeAt)}; duración estimada: ${f.duration(seconds)}.`,
  });
  if (!window) return made;
  const during = say({
    en: f => `Maintenance window: from ${f.moment(window.starts)} to ${f.moment(window.ends)}.`,
    es: f => `Ventana de mantenimiento: del ${f.moment(window.starts)} al ${f.moment(window.ends)}.`,
  });
  return sentences(made, during);
}

const rehearsed = ({ at, cuts, differences, current }: NonNullable<CaseReport['rehearsal']>): Text =>
  sentences(
    say({
      en: f =>
        `Rehearsed on a simulated server on ${f.moment(at)}, with the power cut at ${f.number(cuts)} points: ${f.plural(differences, '# value', '# values')} not put back.`,
      es: f =>
        `Ensayado en un servidor simulado el ${f.moment(at)}, con ${f.plural(cuts, '# corte de corriente', '# cortes de corriente')}: ${f.plural(differences, '# valor', '# valores')} sin restaurar.`,
    }),
    ...(current ? [] : [say({ en: 'The plan was changed since.', es: 'El plan ha cambiado desde entonces.' })]),
  );
