import { type Text, same, say, sentences } from '../i18n/text.js';
import { type Verdict, blocks } from '../model/assessment.js';
import type { Finding, Severity, State } from '../model/finding.js';
import type { Proof, Source } from '../model/path.js';

/** The words all reports share. */
export const stateTexts: Readonly<Record<State, Text>> = {
  fail: say({ en: 'Fails', es: 'Falla' }),
  error: say({ en: 'Error', es: 'Error' }),
  unknown: say({ en: 'Not known', es: 'Sin datos' }),
  manual: say({ en: 'Question', es: 'Pregunta' }),
  warn: say({ en: 'Warning', es: 'Aviso' }),
  pass: say({ en: 'Passes', es: 'Correcto' }),
  'not-applicable': say({ en: 'Does not apply', es: 'No procede' }),
  skipped: say({ en: 'Left out', es: 'Omitido' }),
};

export const severityTexts: Readonly<Record<Severity, Text>> = {
  inhibitor: say({ en: 'inhibitor', es: 'impedimento' }),
  high: say({ en: 'high', es: 'alta' }),
  medium: say({ en: 'medium', es: 'media' }),
  low: say({ en: 'low', es: 'baja' }),
  info: say({ en: 'information', es: 'información' }),
};

export const verdictTitles: Readonly<Record<Verdict, Text>> = {
  'not-ready': say({ en: 'Not ready', es: 'No está listo' }),
  'facts-missing': say({ en: 'Undecided', es: 'Sin decidir' }),
  'answers-needed': say({ en: 'Answers needed', es: 'Faltan respuestas' }),
  ready: say({ en: 'Ready', es: 'Listo' }),
};

export const proofTexts: Readonly<Record<Proof, Text>> = {
  vendor: say({ en: 'the vendor’s word', es: 'lo dice el fabricante' }),
  community: say({ en: 'community source', es: 'fuente de la comunidad' }),
  derived: say({ en: 'derived from sources', es: 'deducido de las fuentes' }),
  unverified: say({ en: 'not verified', es: 'sin verificar' }),
};

export const blocksText = say({ en: 'Blocks', es: 'Impide' });

const mayBlockText = say({ en: 'Not known, may block', es: 'Sin datos, puede impedir' });

/** What stands in front of a finding: that it blocks, or may, says more than its state. */
export function labelOf(finding: Finding): Text {
  if (!blocks(finding)) return stateTexts[finding.state];
  if (finding.state === 'fail') return blocksText;
  return finding.state === 'unknown' ? mayBlockText : stateTexts[finding.state];
}

/** What a finding is about, as a heading: the check's title and the resource. */
export function headingOf(finding: Finding): Text {
  const about = aboutOf(finding);
  if (!about) return finding.title;
  return { en: `${finding.title.en}: ${about.en}`, es: `${finding.title.es}: ${about.es}` };
}

/** How many findings are of a state: "3 questions". */
export const countText = (state: State, count: number): Text =>
  say({
    en: f => f.plural(count, ...counted[state].en),
    es: f => f.plural(count, ...counted[state].es),
  });

type Forms = readonly [one: string, other: string];
const counted: Readonly<Record<State, Readonly<Record<'en' | 'es', Forms>>>> = {
  fail: { en: ['#\u00a0fails', '#\u00a0fail'], es: ['#\u00a0falla', '#\u00a0fallan'] },
  error: { en: ['#\u00a0error', '#\u00a0errors'], es: ['#\u00a0error', '#\u00a0errores'] },
  unknown: { en: ['#\u00a0not known', '#\u00a0not known'], es: ['#\u00a0sin datos', '#\u00a0sin datos'] },
  manual: { en: ['#\u00a0question', '#\u00a0questions'], es: ['#\u00a0pregunta', '#\u00a0preguntas'] },
  warn: { en: ['#\u00a0warning', '#\u00a0warnings'], es: ['#\u00a0aviso', '#\u00a0avisos'] },
  pass: { en: ['#\u00a0passes', '#\u00a0pass'], es: ['#\u00a0correcto', '#\u00a0correctos'] },
  'not-applicable': {
    en: ['#\u00a0does not apply', '#\u00a0do not apply'],
    es: ['#\u00a0no procede', '#\u00a0no proceden'],
  },
  skipped: { en: ['#\u00a0left out', '#\u00a0left out'], es: ['#\u00a0omitido', '#\u00a0omitidos'] },
};

/** A page's own title, or our own word in the reader's language. */
export function titleOf({ title }: Source): Text {
  return typeof title === 'string' ? same(title) : title;
}

/** What a finding is about: in words where there are any, else as the host names it. */
export function aboutOf({ label, resource }: Finding): Text | undefined {
  return label ?? (resource === undefined ? undefined : same(resource));
}

export const composedText = (note: Text): Text =>
  sentences(
    say({
      en: 'Composed: no machine gave these answers.',
      es: 'Compuesto: estas respuestas no proceden de ninguna máquina.',
    }),
    note,
  );

/** What each executor's answers rest on, in a few words, for the head of a report. */
export const notElevatedText = say({
  en: 'The account had no administrator rights: part of the facts is missing. Gather again as root or as an elevated Administrator.',
  es: 'La cuenta no tenía derechos de administrador: faltan datos. Vuelva a recogerlos como root o como administrador con privilegios elevados.',
});
