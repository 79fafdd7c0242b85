import { type Text, same, say } from '../../../i18n/text.js';
import type { CaseReport, ReportedEvidence } from '../../../model/case-report.js';
import { type Block, type Section, cell } from './blocks.js';
import { shortTime } from './words.js';

/** What the case keeps as evidence, with the hash by which each file can be checked. */
export function evidenceSection({ evidence }: CaseReport): Section | undefined {
  if (evidence.length === 0) return undefined;
  return {
    id: 'evidence',
    title: say({ en: 'Evidence', es: 'Evidencias' }),
    blocks: [{ kind: 'text', text: explained }, table(evidence)],
  };
}

function table(evidence: readonly ReportedEvidence[]): Block {
  return {
    kind: 'table',
    label: say({ en: 'Evidence', es: 'Evidencias' }),
    head: [
      say({ en: 'What it shows', es: 'Qué demuestra' }),
      say({ en: 'Kept (UTC)', es: 'Guardada (UTC)' }),
      say({ en: 'Size', es: 'Tamaño' }),
      say({ en: 'SHA-256, the name of its file', es: 'SHA-256, nombre de su archivo' }),
    ],
    rows: evidence.map(({ seq, at, bytes, sha256, kind, name, data }) => [
      cell(shows(kind), { under: same([name, ...figures(data)].join(' · ')) }),
      cell(shortTime(at), { under: eventNumber(seq) }),
      cell(say({ en: f => f.have(bytes), es: f => f.have(bytes) })),
      cell(same(sha256), { code: true }),
    ]),
    widths: [32, 16, 10, 42],
  };
}

function figures(data: ReportedEvidence['data']): readonly string[] {
  return Object.entries(data ?? {}).map(
    ([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`,
  );
}

function shows(kind: string): Text {
  return kinds[kind] ?? same(kind);
}

const kinds: Readonly<Record<string, Text>> = {
  'kit-log': say({ en: 'What a kit wrote down on the server', es: 'Lo que un kit anotó en el servidor' }),
  recording: say({
    en: 'How the server was: its answers to all questions',
    es: 'Cómo estaba el servidor: sus respuestas a todas las preguntas',
  }),
  plan: say({ en: 'The plan', es: 'El plan' }),
  rehearsal: say({ en: 'The rehearsal of the plan', es: 'El ensayo del plan' }),
  comparison: say({ en: 'The comparison before and after', es: 'La comparación entre antes y después' }),
  report: say({ en: 'A report that was issued', es: 'Un informe emitido' }),
  scan: say({ en: 'A virus scan', es: 'Un análisis antivirus' }),
  backup: say({ en: 'A backup', es: 'Una copia de seguridad' }),
  proof: say({ en: 'A proof that the backup restores', es: 'Una prueba de que la copia se restaura' }),
  'connection-sheet': say({ en: 'The connection sheet', es: 'La hoja de conexión' }),
};

const eventNumber = (seq: number): Text => say({ en: `event ${seq}`, es: `evento ${seq}` });

const explained = say({
  en: 'The files of the case’s folder evidence/. Each is named by the hash of its content, so that a change to it shows.',
  es: 'Los archivos de la carpeta evidence/ del caso. El nombre de cada uno es el hash de su contenido, de modo que cualquier cambio se nota.',
});
