import { type Text, same, say } from '../../../i18n/text.js';
import type { CaseReport, ReportedDecision } from '../../../model/case-report.js';
import type { GateReason } from '../../../model/event.js';
import { type Badge, type Block, type Cell, type Section, cell } from './blocks.js';
import { shortTime } from './words.js';

/** Go and no-go: every decision, and the reasons of the last one. */
export function decisionSection({ decisions }: CaseReport): Section {
  const [last] = decisions;
  return {
    id: 'decisions',
    title: say({ en: 'Go or no-go', es: 'Decisión' }),
    blocks: last
      ? [table(decisions), ...reasonsOf(last), ...earlier(decisions.slice(1))]
      : [{ kind: 'text', text: nobody }],
  };
}

function table(decisions: readonly ReportedDecision[]): Block {
  return {
    kind: 'table',
    label: say({ en: 'Decisions', es: 'Decisiones' }),
    head: [
      say({ en: 'Decision', es: 'Decisión' }),
      say({ en: 'Decided by', es: 'Quién decide' }),
      say({ en: 'When (UTC)', es: 'Cuándo (UTC)' }),
      say({ en: 'Valid until (UTC)', es: 'Válida hasta (UTC)' }),
      say({ en: 'Status', es: 'Estado' }),
    ],
    rows: decisions.map(decision => [
      cell(say({ en: '', es: '' }), { badge: badgeOf(decision) }),
      cell(same(decision.by)),
      cell(shortTime(decision.at)),
      cell(shortTime(decision.expires)),
      cell(standings[decision.standing]),
    ]),
    widths: [17, 23, 19, 20, 21],
  };
}

function badgeOf({ verdict }: ReportedDecision): Badge {
  return verdict === 'go' ? { tone: 'good', text: go } : { tone: 'bad', text: noGo };
}

/** What people stated has a section of its own: here it is counted. */
function reasonsOf({ reasons }: ReportedDecision): readonly Block[] {
  const against = reasons.filter(reason => reason.blocks);
  const stated = reasons.filter(reason => !reason.blocks && reason.kind === 'attested');
  const rest = reasons.filter(reason => !reason.blocks && reason.kind !== 'attested');
  return [
    ...(against.length > 0 ? lists(stood, against, 'bad') : []),
    ...(rest.length > 0 ? lists(knownAll, rest, 'quiet') : []),
    ...(stated.length > 0
      ? [
          { kind: 'text', text: restedOn(stated.length) } as const,
          { kind: 'folded', title: answersThen, blocks: [listOf(stated, 'quiet')] } as const,
        ]
      : []),
  ];
}

function listOf(reasons: readonly GateReason[], tone: 'bad' | 'quiet'): Block {
  return { kind: 'list', items: reasons.map(reason => reasonCell(reason, tone)) };
}

function lists(title: Text, reasons: readonly GateReason[], tone: 'bad' | 'quiet'): readonly Block[] {
  return [{ kind: 'heading', text: title }, listOf(reasons, tone)];
}

function reasonCell({ kind, text, key }: GateReason, tone: 'bad' | 'quiet'): Cell {
  return cell(text, { badge: { text: kinds[kind], tone: kind === 'waived' ? 'warn' : tone }, under: same(key) });
}

function earlier(decisions: readonly ReportedDecision[]): readonly Block[] {
  return decisions
    .filter(({ reasons }) => reasons.length > 0)
    .map(decision => ({
      kind: 'folded',
      title: reasonsThen(decision),
      blocks: [
        { kind: 'list', items: decision.reasons.map(reason => reasonCell(reason, reason.blocks ? 'bad' : 'quiet')) },
      ],
    }));
}

const reasonsThen = ({ at, reasons }: ReportedDecision): Text =>
  say({
    en: f => `The ${f.plural(reasons.length, '# reason', '# reasons')} of ${f.moment(at)}`,
    es: f => `${f.plural(reasons.length, 'El motivo', 'Los # motivos')} del ${f.moment(at)}`,
  });

export const go = say({ en: 'GO', es: 'ADELANTE' });
export const noGo = say({ en: 'NO-GO', es: 'NO ADELANTE' });
const nobody = say({ en: 'Nobody has decided yet.', es: 'Todavía no ha decidido nadie.' });
const stood = say({ en: 'What stood against it', es: 'Lo que lo impedía' });
const knownAll = say({ en: 'Known, and no obstacle', es: 'Se sabía y no lo impedía' });
const answersThen = say({ en: 'The answers it rests on', es: 'Las respuestas en las que se apoya' });

const restedOn = (count: number): Text =>
  say({
    en: f => `It rests on ${f.plural(count, '# answer', '# answers')} of people (see “What people stated”).`,
    es: f =>
      `Se apoya en ${f.plural(count, '# respuesta', '# respuestas')} de personas (véase «Qué han declarado las personas»).`,
  });

const standings: Readonly<Record<ReportedDecision['standing'], Text>> = {
  counts: say({ en: 'valid', es: 'vigente' }),
  expired: say({ en: 'expired', es: 'caducada' }),
  used: say({ en: 'the upgrade followed it', es: 'tras ella se actualizó' }),
  replaced: say({ en: 'decided again later', es: 'se decidió de nuevo' }),
};

const kinds: Readonly<Record<GateReason['kind'], Text>> = {
  finding: say({ en: 'Finding', es: 'Hallazgo' }),
  evidence: say({ en: 'Evidence', es: 'Evidencia' }),
  answer: say({ en: 'Question', es: 'Pregunta' }),
  'facts-changed': say({ en: 'Changed', es: 'Ha cambiado' }),
  plan: say({ en: 'Plan', es: 'Plan' }),
  waived: say({ en: 'Waived', es: 'Excepción' }),
  attested: say({ en: 'Stated', es: 'Declarado' }),
};
