import { type Text, say } from '../i18n/text.js';
import type { HeadReference } from './head-reference.js';
import type { Verification } from './verify.js';
import type { VerifiedReport } from './verify-report.js';

export interface Statements {
  readonly proven: readonly Text[];
  readonly notProven: readonly Text[];
  /** What is wrong beyond the case's own problems. */
  readonly problems: readonly { readonly where: string; readonly line: number | null; readonly text: Text }[];
}

/**
 * What a verification proves and what it does not, in sentences: a green tick alone would promise more than hashes can hold.
 *
 * @param pinned public key (as in the log) that is known to be somebody's; undefined: none is known
 */
export function statements(
  verification: Verification,
  pinned: string | undefined,
  report: VerifiedReport | undefined,
): Statements {
  const proven: Text[] = [];
  const notProven: Text[] = [];
  const problems: Statements['problems'][number][] = [];
  const { log, evidence, signatures, headKnown } = verification;
  const [first, last] = [log?.events[0], log?.events.at(-1)];
  if (log && first && last) {
    proven.push(texts.chain(log.events.length, first.at, last.at));
    (headKnown ? proven : notProven).push(headKnown ? texts.end : texts.noEnd);
    if (log.tornBytes > 0) notProven.push(texts.torn(log.tornBytes));
  }
  if (evidence.whole > 0) proven.push(texts.evidence(evidence.whole, evidence.unmentioned.length));
  const good = signatures.filter(signature => signature.holds);
  for (const { seq, by, publicKey } of good) {
    const later = (log?.events.length ?? 0) - seq;
    const own = publicKey === pinned;
    proven.push(own ? texts.signedByPinned(seq, by, later) : texts.signed(seq, by, publicKey, later));
  }
  if (pinned !== undefined && !good.some(({ publicKey }) => publicKey === pinned)) {
    problems.push({ where: 'case.jsonl', line: null, text: texts.notSignedByPinned });
  }
  if (good.length === 0) notProven.push(texts.unsigned);
  else if (pinned === undefined) notProven.push(texts.whoseKey);
  notProven.push(texts.world);
  if (report) {
    const { file, reference, matches, storedAs } = report;
    if (reference && matches) proven.push(texts.reportOfThisLog(reference.seq));
    if (reference && !matches) problems.push({ where: file, line: null, text: texts.reportDiffers(reference) });
    else if (storedAs === undefined) problems.push({ where: file, line: null, text: texts.reportNotStored });
    else proven.push(texts.reportStored(storedAs));
  }
  return { proven, notProven, problems };
}

const texts = {
  chain: (events: number, from: string, to: string): Text =>
    say({
      en: f =>
        `The log is whole: ${f.plural(events, '# event', '# events')} from ${f.moment(from)} to ${f.moment(to)}, each bound to the one before by its hash.`,
      es: f =>
        `El registro está íntegro: ${f.plural(events, '# evento', '# eventos')} del ${f.moment(from)} al ${f.moment(to)}, cada uno ligado al anterior por su hash.`,
    }),
  end: say({
    en: 'No event is missing at its end: the last is the one noted in head.json.',
    es: 'No falta ningún evento al final: el último es el anotado en head.json.',
  }),
  noEnd: say({
    en: 'head.json is missing, so whether events are missing at the end of the log cannot be told.',
    es: 'Falta head.json, así que no se puede saber si faltan eventos al final del registro.',
  }),
  torn: (bytes: number): Text =>
    say({
      en: f =>
        `After the last event there are ${f.plural(bytes, '# byte', '# bytes')} of a line whose writing broke off or is going on. The next command that writes sets it aside.`,
      es: f =>
        `Tras el último evento hay ${f.plural(bytes, '# byte', '# bytes')} de una línea cuya escritura se interrumpió o está en curso. La próxima orden que escriba la apartará.`,
    }),
  evidence: (whole: number, unmentioned: number): Text =>
    say({
      en: f =>
        `${f.plural(whole, '# evidence file is what was stored', '# evidence files are what was stored')}${unmentioned === 0 ? '' : `; of ${f.number(unmentioned)} no event speaks, as a run that broke off leaves them`}.`,
      es: f =>
        `${f.plural(whole, '# archivo de evidencia es lo que se guardó', '# archivos de evidencia son lo que se guardó')}${unmentioned === 0 ? '' : `; ningún evento habla de ${f.number(unmentioned)}, como ocurre cuando una ejecución se interrumpe`}.`,
    }),
  signed: (seq: number, by: string, key: string, later: number): Text =>
    say({
      en: f =>
        `Everything up to event ${seq - 1} was signed in the name of ${by} by the holder of the key ${key}${later === 0 ? '' : `; ${f.plural(later, '# later event is', '# later events are')} not covered`}.`,
      es: f =>
        `Todo hasta el evento ${seq - 1} lo firmó, a nombre de ${by}, quien tiene la clave ${key}${later === 0 ? '' : `; la firma no cubre ${f.plural(later, '# evento posterior', '# eventos posteriores')}`}.`,
    }),
  signedByPinned: (seq: number, by: string, later: number): Text =>
    say({
      en: f =>
        `Everything up to event ${seq - 1} was signed in the name of ${by} with the key you named${later === 0 ? '' : `; ${f.plural(later, '# later event is', '# later events are')} not covered`}.`,
      es: f =>
        `Todo hasta el evento ${seq - 1} se firmó, a nombre de ${by}, con la clave que usted ha indicado${later === 0 ? '' : `; la firma no cubre ${f.plural(later, '# evento posterior', '# eventos posteriores')}`}.`,
    }),
  notSignedByPinned: say({
    en: 'No signature in this log was made with the key you named.',
    es: 'Ninguna firma de este registro se hizo con la clave que usted ha indicado.',
  }),
  unsigned: say({
    en: 'Nobody has signed. Whoever can write to this folder could have written the whole log anew; compare its last hash with the copy on the server or with a report kept elsewhere.',
    es: 'Nadie ha firmado. Quien pueda escribir en esta carpeta podría haber rehecho el registro entero; compare su último hash con la copia del servidor o con un informe guardado en otro lugar.',
  }),
  whoseKey: say({
    en: 'Whose key that is. Compare it with the public key that the person gave you, or name that one with --key.',
    es: 'De quién es esa clave. Compárela con la clave pública que le haya dado esa persona, o indíquela con --key.',
  }),
  world: say({
    en: 'That what people stated is true, and that the clock of the computer was right.',
    es: 'Que lo declarado por las personas sea cierto, ni que el reloj del equipo estuviera en hora.',
  }),
  reportOfThisLog: (seq: number): Text =>
    say({
      en: `The report names this log, as it stood at event ${seq}.`,
      es: `El informe se refiere a este registro, tal como estaba en el evento ${seq}.`,
    }),
  reportDiffers: (reference: HeadReference): Text =>
    say({
      en: `The report was not made from this log: it names event ${reference.seq} with the hash ${reference.sha256}, which the log does not have.`,
      es: `El informe no se hizo a partir de este registro: cita el evento ${reference.seq} con el hash ${reference.sha256}, que el registro no tiene.`,
    }),
  reportStored: (seq: number): Text =>
    say({
      en: `The report is to the last byte the one that event ${seq} kept.`,
      es: `El informe es, hasta el último byte, el que guardó el evento ${seq}.`,
    }),
  reportNotStored: say({
    en: 'The report is not one that this case has issued: no event kept it with these bytes. It was changed since, or the folder of the case is from before it was issued. Make it again (antesala report) and compare.',
    es: 'El informe no es ninguno de los que ha emitido este caso: ningún evento lo guardó con estos bytes. Se ha modificado después, o la carpeta del caso es anterior a su emisión. Vuelva a elaborarlo (antesala report) y compárelo.',
  }),
};
