import type { Language } from '../../../i18n/text.js';
import type { Cell, Table } from '../story/blocks.js';
import { colors, inks, toned } from './ink.js';
import type { Piece, Sheet } from './sheet.js';

const gap = 8;
const above = 3;

/** A table whose rows stay whole, with its head again on every page. */
export function writeTable(sheet: Sheet, parent: PDFKit.PDFStructureElement, table: Table, language: Language): void {
  const shares = table.widths.reduce((sum, width) => sum + width, 0);
  const widths = table.widths.map(width => (sheet.width * width) / shares - gap);
  const lefts = table.widths.map(
    (_, index) => sheet.left + widths.slice(0, index).reduce((sum, width) => sum + width + gap, 0),
  );
  const columns: Columns = { widths, lefts };
  const head = table.head.map(title => [{ text: title[language], ink: inks.cellHead }]);
  const headHeight = heightOf(sheet, head, columns);
  const limit = sheet.pageHeight - headHeight - 4 * above;
  const rows = table.rows.map(row =>
    row.map((one, index) => piecesOf(sheet, one, language, widths[index] ?? 0, limit)),
  );
  sheet.branch(parent, 'Table', structure => {
    sheet.room(headHeight + heightOf(sheet, rows[0] ?? [], columns) + 6 * above);
    sheet.branch(structure, 'TR', row => writeRow(sheet, row, head, columns, () => 'TH', colors.soft));
    for (const pieces of rows) {
      if (sheet.room(heightOf(sheet, pieces, columns) + 2 * above)) repeatHead(sheet, head, columns);
      sheet.branch(structure, 'TR', row =>
        writeRow(sheet, row, pieces, columns, index => (index === 0 ? 'TH' : 'TD'), colors.line),
      );
    }
  });
  sheet.space(6);
}

interface Columns {
  readonly widths: readonly number[];
  readonly lefts: readonly number[];
}

type Row = readonly (readonly Piece[])[];

function heightOf(sheet: Sheet, row: Row, { widths }: Columns): number {
  return Math.max(0, ...row.map((pieces, index) => sheet.heightOf(pieces, widths[index] ?? 0)));
}

function writeRow(
  sheet: Sheet,
  structure: PDFKit.PDFStructureElement,
  row: Row,
  columns: Columns,
  tag: (index: number) => string,
  line: string,
): void {
  const top = sheet.y + above;
  const height = heightOf(sheet, row, columns);
  for (const [index, pieces] of row.entries()) {
    sheet.moveTo(top);
    sheet.write(structure, tag(index), pieces, columns.lefts[index], columns.widths[index]);
  }
  sheet.moveTo(top + height + above);
  sheet.rule(sheet.left, sheet.width, line);
}

/** Only to look at: the tree has the head already. */
function repeatHead(sheet: Sheet, head: Row, { widths, lefts }: Columns): void {
  const top = sheet.y + above;
  const height = heightOf(sheet, head, { widths, lefts });
  sheet.artifact(doc => {
    for (const [index, pieces] of head.entries()) {
      for (const { text, ink } of pieces) {
        doc
          .font(ink.font)
          .fontSize(ink.size)
          .fillColor(ink.color)
          .text(text, lefts[index], top, { width: widths[index] ?? 0 });
      }
    }
  }, 'Pagination');
  sheet.moveTo(top + height + above);
  sheet.rule(sheet.left, sheet.width, colors.soft);
}

/** What stands in a cell, from top to bottom, no higher than a page. */
export function piecesOf(
  sheet: Sheet,
  { text, badge, under, code }: Cell,
  language: Language,
  width: number,
  limit: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  if (badge) pieces.push({ text: badge.text[language], ink: toned(inks.cell, badge.tone) });
  if (text[language] !== '') pieces.push({ text: text[language], ink: code ? inks.cellCode : inks.cell });
  if (under) pieces.push({ text: under[language], ink: inks.under });
  const share = limit / Math.max(1, pieces.length);
  return pieces.map(piece => sheet.cut(piece, width, share));
}
