import type { Language } from '../../../i18n/text.js';
import type { CaseReport } from '../../../model/case-report.js';
import { storyOf } from '../story/story.js';
import { writeBlock, writeHead } from './blocks.js';
import { inks } from './ink.js';
import { printable } from './printable.js';
import { Sheet } from './sheet.js';

/**
 * The report of a case as a tagged PDF in one language, A4, with the number and hash of the log's last event on every page. The same report
 * gives the same bytes. Nothing is fetched: it uses the fonts every reader of PDF has.
 */
export async function casePdfReport(report: CaseReport, language: Language): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const story = storyOf(report);
  const made = new Date(report.madeAt);
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 48, bottom: 56, left: 48, right: 48 },
    bufferPages: true,
    tagged: true,
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: printable(`${report.name}: ${story.verdict.title[language]}`),
      Subject: printable(story.foot[language]),
      Creator: `Antesala ${report.version}`,
      Producer: 'PDFKit',
      CreationDate: made,
      ModDate: made,
    },
  });
  const pieces: Uint8Array[] = [];
  doc.on('data', (piece: Uint8Array) => pieces.push(piece));
  const written = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const sheet = new Sheet(doc);
  writeHead(sheet, root, story, report.version, language);
  for (const { title, blocks } of story.sections) {
    sheet.space(12);
    // lines to sign on stay with the words above them
    sheet.room(blocks.some(block => block.kind === 'sign-here') ? 260 : 90);
    doc.outline.addItem(printable(title[language]));
    sheet.branch(root, 'Sect', section => {
      sheet.write(section, 'H2', [{ text: title[language], ink: inks.section }]);
      sheet.space(2);
      sheet.rule();
      sheet.space(6);
      for (const block of blocks) writeBlock(sheet, section, block, language);
    });
  }
  root.end();
  writeFeet(doc, sheet, printable(story.foot[language]));
  doc.end();
  await written;
  return Buffer.concat(pieces);
}

function writeFeet(doc: PDFKit.PDFDocument, sheet: Sheet, text: string): void {
  const { start, count } = doc.bufferedPageRange();
  const { font, size, color } = inks.foot;
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // below the margin, where writing would begin another page
    doc.page.margins.bottom = 0;
    const y = doc.page.height - 36;
    sheet.artifact(() => {
      doc.font(font).fontSize(size).fillColor(color);
      doc.text(text, sheet.left, y, { width: sheet.width - 50, lineBreak: false });
      doc.text(`${page - start + 1} / ${count}`, sheet.left + sheet.width - 50, y, {
        width: 50,
        align: 'right',
        lineBreak: false,
      });
    }, 'Pagination');
  }
}
