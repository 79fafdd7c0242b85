import { type Text, same, say } from '../../../i18n/text.js';
import type { CaseReport, ReportedCopy } from '../../../model/case-report.js';
import type { Block, Section } from './blocks.js';

/** How an auditor checks the report, and the state of the copy of the log on the server. */
export function checkingSection(report: CaseReport): Section {
  return {
    id: 'checking',
    title: say({ en: 'How to check this report', es: 'Cómo comprobar este informe' }),
    blocks: [
      { kind: 'text', text: explained },
      { kind: 'text', text: command, look: 'code' },
      { kind: 'text', text: upTo(report) },
      { kind: 'text', text: same(report.case.sha256), look: 'code' },
      { kind: 'heading', text: say({ en: 'Copy of the log on the server', es: 'Copia del registro en el servidor' }) },
      ...copyBlocks(report),
    ],
  };
}

function copyBlocks({ copy, case: { seq } }: CaseReport): readonly Block[] {
  if (!copy) return [{ kind: 'text', text: noCopy }];
  return [
    ...(copy.differs ? [{ kind: 'note', tone: 'bad', text: differs(copy.differs) } as const] : []),
    { kind: 'text', text: kept(copy, seq) },
    { kind: 'text', text: same(copy.path), look: 'code' },
  ];
}

/** Which log, and up to where: on every page. */
export function footText({ case: { id, seq, sha256 } }: CaseReport): Text {
  return say({
    en: `Case ${id} · event ${seq} · SHA-256 ${sha256}`,
    es: `Caso ${id} · evento ${seq} · SHA-256 ${sha256}`,
  });
}

const explained = say({
  en: 'Whoever has this report as a file and the folder of the case can check without a network that the report is as it was issued, that the log is whole and that the evidence is unchanged:',
  es: 'Quien tenga este informe como archivo y la carpeta del caso puede comprobar sin red que el informe está como se emitió, que el registro está íntegro y que las evidencias no han cambiado:',
});

const command = say({
  en: 'antesala verify REPORT --case CASE',
  es: 'antesala verify INFORME --case CASO',
});

const upTo = ({ case: { id, seq }, madeAt, version }: CaseReport): Text =>
  say({
    en: f =>
      `Made by Antesala ${version} on ${f.moment(madeAt)} from the case ${id}, as its log stood at event ${seq}. If you have it on paper only: this is the hash of that event; the event after it carries it as “prev” (antesala log CASE --json).`,
    es: f =>
      `Elaborado por Antesala ${version} el ${f.moment(madeAt)} a partir del caso ${id}, con su registro tal como estaba en el evento ${seq}. Si solo lo tiene en papel: este es el hash de ese evento; el evento siguiente lo lleva como «prev» (antesala log CASO --json).`,
  });

const noCopy = say({
  en: 'No copy of the log has been kept on the server yet.',
  es: 'Todavía no se ha guardado ninguna copia del registro en el servidor.',
});

const kept = ({ upTo: copied, bytes, at }: ReportedCopy, seq: number): Text =>
  say({
    en: f =>
      `Kept up to event ${copied} (${f.have(bytes)}) on ${f.moment(at)}${seq > copied ? `; the ${f.plural(seq - copied, '# event', '# events')} after it stand only in the case’s folder` : ''}. It outlives an upgrade in place and shows whether the log was written anew later.`,
    es: f =>
      `Guardada hasta el evento ${copied} (${f.have(bytes)}) el ${f.moment(at)}${seq > copied ? `; ${f.plural(seq - copied, 'el evento posterior solo está', 'los # eventos posteriores solo están')} en la carpeta del caso` : ''}. Sobrevive a una actualización in situ y permite ver si más tarde se rehízo el registro.`,
  });

const differs = ({ at, found, expected }: NonNullable<ReportedCopy['differs']>): Text =>
  say({
    en: f =>
      `On ${f.moment(at)} it was not the one that was kept: ${f.number(found)} bytes instead of ${f.number(expected)}. Somebody else has worked on this case, or the copy was changed.`,
    es: f =>
      `El ${f.moment(at)} no era la que se guardó: ${f.number(found)} bytes en lugar de ${f.number(expected)}. Otra persona ha trabajado en este caso o alguien ha modificado la copia.`,
  });
