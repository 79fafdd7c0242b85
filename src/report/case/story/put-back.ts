import { type Text, same, say, sentences } from '../../../i18n/text.js';
import type { CaseReport, ReportedPutBack } from '../../../model/case-report.js';
import { isAccepted } from '../../../model/put-back.js';
import { acceptanceText, acceptedOutcomes } from '../accepted-text.js';
import { outcomeTexts } from '../states.js';
import { type Badge, type Block, type Cell, type Section, type Tone, cell } from './blocks.js';
import { notTried } from './verdict.js';
import { inWords, none, shortTime, thingText } from './words.js';

/** Item by item what became of everything the preparation touched; what did not come back first, with both values. */
export function putBackSection({ putBack }: CaseReport): Section | undefined {
  if (!putBack) return undefined;
  const order: readonly ReportedPutBack['outcome'][] = [
    'failed',
    'open',
    'drifted',
    'gone',
    'pending',
    'restored',
    'kept',
  ];
  // what is accepted is settled: it stands after what is open
  const rank = (item: ReportedPutBack): number =>
    isAccepted(item) ? order.indexOf('restored') - 0.5 : order.indexOf(item.outcome);
  const items = putBack.toSorted((a, b) => rank(a) - rank(b));
  const worded = order.filter(outcome => items.some(item => item.outcome === outcome)).map(meaning);
  if (items.some(isAccepted)) worded.push(cell(acceptedMeaning, { badge: acceptedBadge }));
  return {
    id: 'put-back',
    title: say({ en: 'What was put back', es: 'Qué se ha restaurado' }),
    blocks: [{ kind: 'text', text: explained }, { kind: 'list', items: worded }, table(items)],
  };
}

function table(items: readonly ReportedPutBack[]): Block {
  return {
    kind: 'table',
    label: say({ en: 'Everything the preparation touched', es: 'Todo lo que modificó la preparación' }),
    head: [
      say({ en: 'What', es: 'Qué' }),
      say({ en: 'Before', es: 'Antes' }),
      say({ en: 'For the upgrade', es: 'Para actualizar' }),
      say({ en: 'Now', es: 'Ahora' }),
      say({ en: 'Outcome', es: 'Resultado' }),
      say({ en: 'When (UTC)', es: 'Cuándo (UTC)' }),
    ],
    rows: items.map(item => [
      nameCell(item),
      cell(inWords(item.was)),
      cell(inWords(item.prepared)),
      nowCell(item),
      cell(same(''), { badge: badgeOf(item), ...(item.accepted ? { under: acceptanceText(item.accepted) } : {}) }),
      cell(shortTime(item.at), item.by === null ? {} : { under: same(item.by) }),
    ]),
    widths: [26, 15, 16, 15, 16, 12],
  };
}

function nameCell({ name, why }: ReportedPutBack): Cell {
  return cell(thingText(name), why === null ? {} : { under: same(why) });
}

function nowCell({ outcome, left, found, forced }: ReportedPutBack): Cell {
  if (outcome === 'pending') return cell(none);
  if (forced) return cell(inWords(left), { under: sentences(foundThen, inWords(found), decided) });
  return cell(inWords(left));
}

function badgeOf(item: Pick<ReportedPutBack, 'outcome'> & Partial<ReportedPutBack>): Badge {
  const { outcome } = item;
  if (isAccepted(item) && (outcome === 'drifted' || outcome === 'gone')) {
    return { text: acceptedOutcomes[outcome], tone: acceptedBadge.tone };
  }
  return { text: outcome === 'pending' || outcome === 'open' ? notTried : outcomeTexts[outcome], tone: tones[outcome] };
}

function meaning(outcome: ReportedPutBack['outcome']): Cell {
  return cell(meanings[outcome], { badge: badgeOf({ outcome }) });
}

const acceptedBadge: Badge = { text: say({ en: 'accepted', es: 'aceptado' }), tone: 'quiet' };

const acceptedMeaning = say({
  en: 'A person takes it as it is, with a reason; who and when stands below. It counts until it is found otherwise.',
  es: 'Una persona lo acepta como está, con un motivo; debajo figuran quién y cuándo. Vale hasta que se encuentre de otro modo.',
});

const tones: Readonly<Record<ReportedPutBack['outcome'], Tone>> = {
  failed: 'bad',
  open: 'bad',
  drifted: 'warn',
  gone: 'warn',
  pending: 'ask',
  restored: 'good',
  kept: 'good',
};

const meanings: Readonly<Record<ReportedPutBack['outcome'], Text>> = {
  kept: say({ en: 'It was as before already; nothing was done.', es: 'Ya estaba como antes; no se hizo nada.' }),
  restored: say({ en: 'It is set as it was before.', es: 'Se ha dejado como estaba.' }),
  drifted: say({
    en: 'Somebody or something else has changed it since. It was left alone; both values are shown, and a person decides: set it as it was (antesala put-back --force) or accept it (--accept).',
    es: 'Alguien o algo lo ha cambiado después. No se ha tocado; se muestran los dos valores y decide una persona: dejarlo como estaba (antesala put-back --force) o aceptarlo (--accept).',
  }),
  gone: say({
    en: 'It is no longer on the server: the upgrade or somebody removed it. If it is still needed, install it again and set it as it was (antesala put-back --force); if not, accept it (--accept).',
    es: 'Ya no está en el servidor: lo ha quitado la actualización o alguien. Si aún hace falta, instálelo de nuevo y déjelo como estaba (antesala put-back --force); si no, acéptelo (--accept).',
  }),
  failed: say({
    en: 'It was tried and did not succeed; the reason stands below its name.',
    es: 'Se intentó sin éxito; el motivo figura bajo su nombre.',
  }),
  pending: say({
    en: 'Nobody has tried yet: antesala put-back.',
    es: 'Todavía no se ha intentado: antesala put-back.',
  }),
  open: say({
    en: 'The run broke off; what became of it shows when it is run again: antesala put-back.',
    es: 'La ejecución se interrumpió; al repetirla se verá cómo quedó: antesala put-back.',
  }),
};

const explained = say({
  en: 'Everything the preparation touched, with how it was before. Only what is still as the preparation left it is set back.',
  es: 'Todo lo que modificó la preparación, con su estado anterior. Solo se restaura lo que sigue tal como lo dejó la preparación.',
});

const foundThen = say({ en: 'Found:', es: 'Encontrado:' });
const decided = say({
  en: '– a person decided to set it all the same.',
  es: '– una persona decidió restaurarlo igualmente.',
});
