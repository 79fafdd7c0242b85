import { type Language, say } from '../../../i18n/text.js';
import type { Block, Cell, Story } from '../story/blocks.js';
import { colors, inks, toneColors, toned } from './ink.js';
import type { Piece, Sheet } from './sheet.js';
import { writeTable } from './table.js';

type Structure = PDFKit.PDFStructureElement;

/** A block on paper. What is folded in the page is left out: paper tells the story, the page has the details. */
export function writeBlock(sheet: Sheet, parent: Structure, block: Block, language: Language): void {
  switch (block.kind) {
    case 'text':
      return writeText(sheet, parent, block, language);
    case 'heading': {
      sheet.space(8);
      sheet.room(60);
      const badge = block.badge ? [{ text: block.badge.text[language], ink: toned(inks.cell, block.badge.tone) }] : [];
      sheet.write(parent, 'H3', [{ text: block.text[language], ink: inks.heading }, ...badge]);
      return sheet.space(2);
    }
    case 'note':
      return writeBox(sheet, parent, [{ text: block.text[language], ink: inks.body }], toneColors[block.tone]);
    case 'list':
      return sheet.branch(parent, 'L', list => {
        for (const item of block.items) writeItem(sheet, list, item, language);
        sheet.space(3);
      });
    case 'table':
      return writeTable(sheet, parent, block, language);
    case 'folded':
      return;
    case 'sign-here':
      return writeSignHere(
        sheet,
        parent,
        block.people.map(person => person[language]),
        language,
      );
  }
}

function writeText(
  sheet: Sheet,
  parent: Structure,
  { text, look }: Extract<Block, { readonly kind: 'text' }>,
  language: Language,
): void {
  if (look === 'code')
    return writeBox(sheet, parent, [{ text: text[language], ink: inks.code }], {
      ink: colors.code,
      ground: colors.code,
    });
  const pieces = [{ text: text[language], ink: look === 'soft' ? inks.soft : inks.body }];
  sheet.room(Math.min(sheet.heightOf(pieces, sheet.width), 60));
  sheet.write(parent, 'P', pieces);
  sheet.space(4);
}

function writeItem(sheet: Sheet, list: Structure, { text, badge, under }: Cell, language: Language): void {
  const indent = 12;
  const head = badge ? `${badge.text[language]}: ` : '';
  const pieces: Piece[] = [{ text: `${head}${text[language]}`, ink: inks.body }];
  if (under) pieces.push({ text: under[language], ink: inks.under });
  sheet.room(Math.min(sheet.heightOf(pieces, sheet.width - indent), 80));
  const { y } = sheet;
  sheet.branch(list, 'LI', item => {
    sheet.write(
      item,
      'Lbl',
      [{ text: '•', ink: badge ? toned(inks.body, badge.tone) : inks.body }],
      sheet.left,
      indent,
    );
    sheet.moveTo(y);
    sheet.write(item, 'LBody', pieces, sheet.left + indent, sheet.width - indent);
  });
  sheet.space(2);
}

/** Text on a ground, with a bar of its colour at its side; one too high for a page is cut. */
export function writeBox(
  sheet: Sheet,
  parent: Structure,
  pieces: readonly Piece[],
  { ink, ground }: { readonly ink: string; readonly ground: string },
): void {
  const pad = 8;
  const width = sheet.width - 2 * pad;
  const shown = pieces.map(piece => sheet.cut(piece, width, (sheet.pageHeight - 3 * pad) / Math.max(1, pieces.length)));
  const height = sheet.heightOf(shown, width) + 2 * pad;
  sheet.space(3);
  sheet.room(height);
  const { y } = sheet;
  sheet.artifact(doc => {
    doc.rect(sheet.left, y, sheet.width, height).fill(ground);
    doc.rect(sheet.left, y, 3, height).fill(ink);
  });
  sheet.moveTo(y + pad);
  sheet.branch(parent, 'Div', box => {
    for (const piece of shown) sheet.write(box, 'P', [piece], sheet.left + pad, width);
  });
  sheet.moveTo(y + height);
  sheet.space(6);
}

/** The title, and how the case stands. */
export function writeHead(
  sheet: Sheet,
  parent: Structure,
  { title, kicker, under, verdict }: Story,
  version: string,
  language: Language,
): void {
  sheet.write(parent, 'P', [{ text: `Antesala ${version} · ${kicker[language]}`, ink: inks.soft }]);
  sheet.space(5);
  sheet.write(parent, 'H1', [sheet.cut({ text: title[language], ink: inks.title }, sheet.width, 120)]);
  sheet.space(3);
  for (const [index, line] of under.entries()) {
    const ink = index === 1 ? inks.strong : inks.soft;
    sheet.write(parent, 'P', [sheet.cut({ text: line[language], ink }, sheet.width, 80)]);
    sheet.space(2);
  }
  const tone = toneColors[verdict.tone];
  const pieces: Piece[] = [
    { text: verdict.title[language], ink: { ...inks.section, color: tone.ink } },
    { text: verdict.text[language], ink: inks.body },
    ...verdict.list.map(item => ({ text: `• ${item[language]}`, ink: inks.body })),
  ];
  writeBox(sheet, parent, pieces, tone);
}

function writeSignHere(sheet: Sheet, parent: Structure, people: readonly string[], language: Language): void {
  const width = (sheet.width - 30) / 2;
  sheet.room(150);
  const top = sheet.y + 4;
  for (const [column, person] of people.entries()) {
    const x = sheet.left + column * (width + 30);
    sheet.moveTo(top);
    sheet.write(parent, 'P', [{ text: person, ink: inks.heading }], x, width);
    for (const [label, down] of signLines) {
      sheet.moveTo(top + down - 10);
      sheet.write(parent, 'P', [{ text: label[language], ink: inks.under }], x, width);
      sheet.moveTo(top + down);
      sheet.rule(x, width, colors.ink);
    }
  }
  sheet.moveTo(top + 138);
}

const signLines = [
  [say({ en: 'Name', es: 'Nombre' }), 38],
  [say({ en: 'Date', es: 'Fecha' }), 66],
  [say({ en: 'Signature', es: 'Firma' }), 126],
] as const;
