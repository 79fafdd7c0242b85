import { type Text, same, say } from '../../../i18n/text.js';
import type { CaseReport, ReportedField } from '../../../model/case-report.js';
import { type Block, type Cell, type Section, cell } from './blocks.js';
import { join, none } from './words.js';

/** The connection sheet, to have on paper: there is no Internet while the server is upgraded. */
export function connectionSection({ connection }: CaseReport): Section | undefined {
  if (!connection) return undefined;
  const told = connection.filter(({ values, needed }) => values.length > 0 || needed);
  const missing = connection.filter(({ by, needed }) => needed && by === 'nobody');
  return {
    id: 'connection',
    title: say({ en: 'Connection sheet', es: 'Hoja de conexión' }),
    blocks: [
      { kind: 'text', text: explained },
      ...(missing.length === 0 ? [] : [{ kind: 'note', tone: 'warn', text: stillMissing(missing) } as const]),
      table(told),
    ],
  };
}

function table(fields: readonly ReportedField[]): Block {
  return {
    kind: 'table',
    label: say({ en: 'Connection sheet', es: 'Hoja de conexión' }),
    head: [
      say({ en: 'What', es: 'Dato' }),
      say({ en: 'Value', es: 'Valor' }),
      say({ en: 'Told by', es: 'Quién lo dice' }),
    ],
    rows: fields.map(field => [cell(field.label), valueCell(field), cell(tellers[field.by])]),
    widths: [38, 42, 20],
  };
}

/** Room to write on where nobody knows. */
function valueCell({ values }: ReportedField): Cell {
  if (values.length === 0) return cell(same('______________________________'));
  return cell(join(values.map(same), '; '));
}

const tellers: Readonly<Record<ReportedField['by'], Text>> = {
  server: say({ en: 'the server', es: 'el servidor' }),
  person: say({ en: 'a person', es: 'una persona' }),
  nobody: none,
};

const explained = say({
  en: 'What is needed to connect the server to the Internet and its mail again, as it was before the upgrade. Passwords are never written here.',
  es: 'Lo necesario para volver a conectar el servidor a Internet y a su correo, tal como estaba antes de actualizar. Las contraseñas no se escriben nunca aquí.',
});

const stillMissing = (fields: readonly ReportedField[]): Text =>
  say({
    en: f =>
      `Still missing: ${f.list(
        fields.map(({ label }) => label.en),
        20,
      )}.`,
    es: f =>
      `Todavía falta: ${f.list(
        fields.map(({ label }) => label.es),
        20,
      )}.`,
  });
