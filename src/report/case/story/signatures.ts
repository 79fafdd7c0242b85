import { type Text, same, say } from '../../../i18n/text.js';
import type { CaseReport, ReportedSignature } from '../../../model/case-report.js';
import { type Block, type Section, cell } from './blocks.js';
import { shortTime } from './words.js';

/** Where to sign by hand, and the electronic signatures with what they prove. */
export function signatureSection({ signatures, case: { seq } }: CaseReport): Section {
  return {
    id: 'signatures',
    title: say({ en: 'Signatures', es: 'Firmas' }),
    blocks: [
      { kind: 'heading', text: say({ en: 'By hand', es: 'A mano' }) },
      { kind: 'text', text: byHand },
      { kind: 'sign-here', people: [say({ en: 'Technician', es: 'Técnico' }), say({ en: 'Customer', es: 'Cliente' })] },
      { kind: 'heading', text: say({ en: 'Electronic', es: 'Electrónicas' }) },
      ...(signatures.length === 0
        ? [{ kind: 'text', text: unsigned } as const]
        : [{ kind: 'text', text: proves } as const, table(signatures, seq)]),
    ],
  };
}

function table(signatures: readonly ReportedSignature[], last: number): Block {
  return {
    kind: 'table',
    label: say({ en: 'Electronic signatures', es: 'Firmas electrónicas' }),
    head: [
      say({ en: 'In the name of', es: 'A nombre de' }),
      say({ en: 'When (UTC)', es: 'Cuándo (UTC)' }),
      say({ en: 'Covers', es: 'Abarca' }),
      say({ en: 'Public key', es: 'Clave pública' }),
      say({ en: 'Holds', es: 'Es válida' }),
    ],
    rows: signatures.map(({ by, at, seq, publicKey, holds }) => [
      cell(same(by)),
      cell(shortTime(at)),
      cell(covers(seq, last)),
      cell(same(publicKey), { code: true }),
      cell(same(''), { badge: holds ? { text: yes, tone: 'good' } : { text: no, tone: 'bad' } }),
    ]),
    widths: [20, 16, 22, 32, 10],
  };
}

const covers = (seq: number, last: number): Text =>
  say({
    en: f =>
      `events 1 to ${seq - 1}${last > seq ? `; not the ${f.plural(last - seq, 'later one', '# later ones')}` : ''}`,
    es: f =>
      `eventos 1 a ${seq - 1}${last > seq ? `; no ${f.plural(last - seq, 'el posterior', 'los # posteriores')}` : ''}`,
  });

const yes = say({ en: 'yes', es: 'sí' });
const no = say({ en: 'no', es: 'no' });

const byHand = say({
  en: 'Who signs here has read this report. The number and hash on the foot of the page tell which state of the case it shows.',
  es: 'Quien firma ha leído este informe. El número y el hash al pie de la página indican qué estado del caso refleja.',
});

const unsigned = say({
  en: 'Nobody has signed this case electronically (antesala sign). Whoever can write to its folder could have written the whole log anew.',
  es: 'Nadie ha firmado este caso electrónicamente (antesala sign). Quien pueda escribir en su carpeta podría haber rehecho todo el registro.',
});

const proves = say({
  en: 'A signature that holds proves that the holder of the key signed exactly these events, and that none of them was changed since. It does not prove whose key it is: compare it with the one the person gave you.',
  es: 'Una firma válida demuestra que quien tiene la clave firmó exactamente esos eventos y que ninguno ha cambiado desde entonces. No demuestra de quién es la clave: compárela con la que le haya dado esa persona.',
});
