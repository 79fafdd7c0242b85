import { type Text, same, say } from '../../../i18n/text.js';
import type { CaseReport, ReportedEvent } from '../../../model/case-report.js';
import { type Block, type Section, type Table, cell } from './blocks.js';

/** What was done when, and by whom. */
export function courseSection({ timeline }: CaseReport): Section {
  const main = timeline.filter(event => event.main);
  return {
    id: 'course',
    title: say({ en: 'What was done, when and by whom', es: 'Qué se hizo, cuándo y quién' }),
    blocks: [
      ...byDay(main),
      { kind: 'text', look: 'soft', text: rest(timeline.length) },
      { kind: 'folded', title: all(timeline.length), blocks: byDay(timeline) },
    ],
  };
}

function byDay(events: readonly ReportedEvent[]): readonly Block[] {
  const days = [...new Set(events.map(({ at }) => at.slice(0, 10)))];
  return days.flatMap((day): Block[] => [
    { kind: 'heading', text: dayText(day) },
    tableOf(
      events.filter(({ at }) => at.startsWith(day)),
      day,
    ),
  ]);
}

function tableOf(events: readonly ReportedEvent[], day: string): Table {
  return {
    kind: 'table',
    label: dayText(day),
    head: [
      say({ en: 'Time (UTC)', es: 'Hora (UTC)' }),
      say({ en: 'What', es: 'Qué' }),
      say({ en: 'By', es: 'Quién' }),
      say({ en: 'Event', es: 'Evento' }),
    ],
    rows: events.map(({ seq, at, actor, text }) => [
      cell(same(at.slice(11, 19))),
      cell(text),
      cell(same(actor)),
      cell(same(String(seq))),
    ]),
    widths: [13, 58, 20, 9],
  };
}

const dayText = (day: string): Text => say({ en: f => f.day(day), es: f => f.day(day) });

const rest = (events: number): Text =>
  say({
    en: f => `The main events. The log has ${f.plural(events, '# event', '# events')}; all are shown by antesala log.`,
    es: f =>
      `Los eventos principales. El registro tiene ${f.plural(events, '# evento', '# eventos')}; antesala log los muestra todos.`,
  });

const all = (events: number): Text =>
  say({ en: f => `All ${f.number(events)} events`, es: f => `Los ${f.number(events)} eventos` });
