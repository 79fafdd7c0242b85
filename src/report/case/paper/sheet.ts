import type { Ink } from './ink.js';
import { colors, inks } from './ink.js';
import { printable } from './printable.js';

type Document = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

/** A piece of text in one ink, one below the other in a cell or box. */
export interface Piece {
  readonly text: string;
  readonly ink: Ink;
}

/** Pages that are written from top to bottom, with every piece of text in the tree that readers for the blind follow. */
export class Sheet {
  readonly doc: Document;
  readonly left: number;
  readonly width: number;
  readonly #top: number;
  readonly #bottom: number;

  constructor(doc: Document) {
    this.doc = doc;
    const { margins, width, height } = doc.page;
    this.left = margins.left;
    this.width = width - margins.left - margins.right;
    this.#top = margins.top;
    this.#bottom = height - margins.bottom;
  }

  /** Height in points of a page that can be written on. */
  get pageHeight(): number {
    return this.#bottom - this.#top;
  }

  get y(): number {
    return this.doc.y;
  }

  /** Goes on at this height from the top of the page. */
  moveTo(y: number): void {
    this.doc.x = this.left;
    this.doc.y = y;
  }

  space(points: number): void {
    this.moveTo(Math.min(this.y + points, this.#bottom));
  }

  /** Begins a page unless there is so much room left. @returns whether it did */
  room(points: number): boolean {
    if (this.y + Math.min(points, this.pageHeight) <= this.#bottom + 0.01) return false;
    this.doc.addPage();
    this.moveTo(this.#top);
    return true;
  }

  heightOf(pieces: readonly Piece[], width: number): number {
    return pieces.reduce((sum, { text, ink }) => sum + this.#use(ink).heightOfString(shown(text, ink), { width }), 0);
  }

  /** Writes pieces one below the other from here on, as one element of the tree. */
  write(parent: Structure, tag: string, pieces: readonly Piece[], x = this.left, width = this.width): void {
    const { doc } = this;
    const content = doc.markStructureContent(tag);
    for (const { text, ink } of pieces) {
      this.#use(ink).fillColor(ink.color).text(shown(text, ink), x, doc.y, { width });
    }
    doc.endMarkedContent();
    parent.add(doc.struct(tag, {}, content));
    doc.x = this.left;
  }

  /** An element of the tree that holds others. */
  branch(parent: Structure, tag: string, fill: (structure: Structure) => void): void {
    const structure = this.doc.struct(tag);
    parent.add(structure);
    fill(structure);
    structure.end();
  }

  /** What is only to look at: lines and grounds. */
  artifact(draw: (doc: Document) => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    const { x, y } = this.doc;
    this.doc.markContent('Artifact', { type });
    draw(this.doc);
    this.doc.endMarkedContent();
    this.doc.x = x;
    this.doc.y = y;
  }

  rule(x = this.left, width = this.width, color: string = colors.line): void {
    const { y } = this;
    this.artifact(
      doc =>
        void doc
          .moveTo(x, y)
          .lineTo(x + width, y)
          .lineWidth(0.6)
          .stroke(color),
    );
  }

  /** The text cut where it would be higher than this; a name of thousands of characters must not fill pages. */
  cut({ text, ink }: Piece, width: number, height: number): Piece {
    if (this.heightOf([{ text, ink }], width) <= height) return { text, ink };
    let [fits, tooLong] = [0, Math.min(text.length, longest(ink))];
    while (tooLong - fits > 1) {
      const middle = Math.floor((fits + tooLong) / 2);
      if (this.heightOf([{ text: `${text.slice(0, middle)}…`, ink }], width) <= height) fits = middle;
      else tooLong = middle;
    }
    return { text: `${text.slice(0, fits)}…`, ink };
  }

  #use({ font, size }: Ink): Document {
    return this.doc.font(font).fontSize(size);
  }
}

/** More than anybody reads on paper, and breaking a word takes time by the square of its length. */
function longest({ size }: Ink): number {
  return size < inks.soft.size ? 600 : 3000;
}

function shown(text: string, ink: Ink): string {
  const limit = longest(ink);
  return printable(text.length > limit ? `${text.slice(0, limit)}…` : text) || ' ';
}
