import { type Text, say } from '../i18n/text.js';
import type { Proof } from './proof-shape.js';

type Numbers = Pick<Proof, 'verdict' | 'method' | 'files' | 'always' | 'attributesDiffer' | 'problemCount'> & {
  readonly made: string | null;
};

/** What was proven and what was not, in words the owner of the data understands; the first sentence is the verdict. */
export function verdictTexts(proof: Numbers): Text[] {
  const { method, files, always } = proof;
  const [damaged, unknown] = [files.damaged + always.damaged, files.notVerifiable + always.notVerifiable];
  return [
    method.kind === 'sample' ? sampleText(proof, method) : allText(proof),
    ...(damaged > 0 ? [damagedText(damaged)] : []),
    ...(proof.problemCount > 0 ? [problemsText(proof.problemCount)] : []),
    ...(unknown > 0 ? [unknownText(unknown)] : []),
    ...(files.changed + always.changed > 0
      ? [changedText(files.changed + always.changed, method.kind === 'sample')]
      : []),
    ...(method.kind === 'sample' && total(always) > 0 ? [alwaysText(always)] : []),
    ...(proof.attributesDiffer > 0 ? [attributesText(proof.attributesDiffer)] : []),
  ];
}

const total = (counts: Proof['files']): number =>
  counts.identical + counts.changed + counts.damaged + counts.notVerifiable;

type Sample = Extract<Proof['method'], { kind: 'sample' }>;

function sampleText({ verdict, files }: Numbers, method: Sample): Text {
  if (files.damaged > 0) {
    return say({
      en: f =>
        `${f.number(files.damaged)} of ${f.number(method.speaking)} files drawn at random ${f.plural(files.damaged, 'is', 'are')} damaged in the backup. Do not rely on it: make another, and prove that.`,
      es: f =>
        `De ${f.number(method.speaking)} archivos elegidos al azar, ${f.plural(files.damaged, '# está dañado', '# están dañados')} en la copia. No confíe en ella: haga otra y compruébela.`,
    });
  }
  if (method.speaking === 0) return method.budget && method.drawn === 0 ? noRoom : nothing;
  const everything = files.identical === method.population - files.changed;
  if (everything && verdict === 'proven') {
    return say({
      en: f =>
        `All ${f.number(files.identical)} files that have not changed since the backup were compared, and all are identical.`,
      es: f =>
        `Se han comparado los ${f.number(files.identical)} archivos que no han cambiado desde la copia, y todos son idénticos.`,
    });
  }
  const shown = verdict === 'proven' ? method.share : method.shareShown;
  return say({
    en: f =>
      `${f.number(files.identical)} of ${f.number(method.population)} files, drawn at random, ${allOrBut(files.identical, method.speaking).en}: with ${percent(method.confidence, 'en')} confidence, less than ${percent(shown, 'en')} is damaged.${verdict === 'not-proven' ? ` The aim was ${percent(method.share, 'en')}, so this proves too little.` : ''}`,
    es: f =>
      `${f.number(files.identical)} de ${f.number(method.population)} archivos elegidos al azar, ${allOrBut(files.identical, method.speaking).es}: con un ${percent(method.confidence, 'es')} de confianza, menos del ${percent(shown, 'es')} está dañado.${verdict === 'not-proven' ? ` El objetivo era el ${percent(method.share, 'es')}, así que no basta como prueba.` : ''}`,
  });
}

function allOrBut(identical: number, speaking: number): Text {
  return identical === speaking
    ? { en: 'all identical', es: 'todos idénticos' }
    : say({
        en: f => `are identical, ${f.plural(speaking - identical, '# more', '# more')} could not be verified`,
        es: f =>
          `son idénticos y ${f.plural(speaking - identical, 'otro más no se pudo verificar', 'otros # no se pudieron verificar')}`,
      });
}

function allText({ verdict, files }: Numbers): Text {
  if (files.identical + files.damaged === 0) return nothing;
  if (verdict === 'proven') {
    return say({
      en: f =>
        `${f.plural(files.identical, 'The only file that has', 'All # files that have')} not changed since the backup ${f.plural(files.identical, 'is', 'are')} identical in it, byte by byte.`,
      es: f =>
        f.plural(
          files.identical,
          'El único archivo que no ha cambiado desde la copia es idéntico en ella, byte a byte.',
          'Los # archivos que no han cambiado desde la copia son idénticos en ella, byte a byte.',
        ),
    });
  }
  return say({
    en: f =>
      `${f.plural(files.identical, '# file is', '# files are')} identical in the backup, byte by byte, but not all.`,
    es: f =>
      `${f.plural(files.identical, '# archivo es idéntico', '# archivos son idénticos')} en la copia, byte a byte, pero no todos.`,
  });
}

/** 0.01 as 1 %, 0.0042 as 0.42 %. Rounded up where it is a share of damage, which must not look smaller than it is. */
export function percent(share: number, language: 'en' | 'es'): string {
  const value = share * 100;
  const digits = value >= 10 || Number.isInteger(Math.round(value * 1e9) / 1e9) ? 0 : value >= 1 ? 1 : 2;
  const rounded = Math.ceil(Math.round(value * 10 ** digits * 1e6) / 1e6) / 10 ** digits;
  return language === 'es' ? `${String(rounded).replace('.', ',')} %` : `${rounded} %`;
}

const nothing = say({
  en: 'Nothing could be proven: no file of the originals is in the backup unchanged. Check with --against where the originals lie in the backup.',
  es: 'No se ha podido demostrar nada: ningún archivo original está sin cambios en la copia. Compruebe con --against en qué lugar de la copia están los originales.',
});

const noRoom = say({
  en: 'The budget leaves no room for files drawn at random, so nothing is proven. Allow more with --budget.',
  es: 'El límite no deja sitio para archivos elegidos al azar, así que no se demuestra nada. Amplíelo con --budget.',
});

const damagedText = (count: number): Text =>
  say({
    en: f =>
      `${f.plural(count, '# file is', '# files are')} damaged in the backup, or missing from it; the list names ${f.plural(count, 'it', 'them')}.`,
    es: f =>
      f.plural(
        count,
        'Hay # archivo dañado en la copia, o que falta en ella; la lista lo nombra.',
        'Hay # archivos dañados en la copia, o que faltan en ella; la lista los nombra.',
      ),
  });

const problemsText = (count: number): Text =>
  say({
    en: f =>
      `The backup or the originals could not be read whole in ${f.plural(count, '# place', '# places')}; the list names ${f.plural(count, 'it', 'them')}.`,
    es: f =>
      `La copia o los originales no se han podido leer del todo en ${f.plural(count, '# lugar; la lista lo nombra.', '# lugares; la lista los nombra.')}`,
  });

const unknownText = (count: number): Text =>
  say({
    en: f =>
      `${f.plural(count, '# file', '# files')} could not be verified, which is not the same as good; the list says why.`,
    es: f =>
      `${f.plural(count, '# archivo no se ha podido verificar', '# archivos no se han podido verificar')}, lo que no significa que ${f.plural(count, 'esté', 'estén')} bien; la lista dice por qué.`,
  });

const changedText = (count: number, sample: boolean): Text =>
  say({
    en: f =>
      `${f.plural(count, '# file has', '# files have')} changed since the backup and ${f.plural(count, 'says', 'say')} nothing of it${sample ? '; others were drawn instead' : ''}.`,
    es: f =>
      `${f.plural(count, '# archivo ha cambiado desde la copia y no dice', '# archivos han cambiado desde la copia y no dicen')} nada de ella${sample ? '; en su lugar se han elegido otros' : ''}.`,
  });

const alwaysText = (counts: Proof['files']): Text =>
  say({
    en: f =>
      `Of ${f.plural(total(counts), '# file that matters', '# files that matter')} more than others (databases, mail, registry, the newest, the largest), ${f.plural(counts.identical, '# is', '# are')} identical.`,
    es: f =>
      `De ${f.plural(total(counts), '# archivo que importa', '# archivos que importan')} más que otros (bases de datos, correo, registro, los más recientes, los más grandes), ${f.plural(counts.identical, '# es idéntico', '# son idénticos')}.`,
  });

const attributesText = (count: number): Text =>
  say({
    en: f => `In ${f.plural(count, '# case', '# cases')} only the time or the permissions differ, not the content.`,
    es: f =>
      `En ${f.plural(count, '# caso solo difiere', '# casos solo difieren')} la fecha o los permisos, no el contenido.`,
  });
