import type { Text } from '../../../i18n/text.js';

/**
 * A report as blocks, told once and rendered as a page, as paper, as Markdown or for a terminal. Texts hold what hosts and people wrote as it
 * came: each renderer makes it harmless in its own way.
 */
export interface Story {
  readonly title: Text;
  /** Above and below the title, small. */
  readonly kicker: Text;
  readonly under: readonly Text[];
  readonly verdict: Verdict;
  readonly sections: readonly Section[];
  /** On every page of paper: which log, up to which event, with its hash. */
  readonly foot: Text;
}

export type Tone = 'good' | 'bad' | 'warn' | 'ask' | 'quiet';

export interface Verdict {
  readonly tone: Tone;
  readonly title: Text;
  readonly text: Text;
  /** What is open, or what the reader is to do. */
  readonly list: readonly Text[];
}

export interface Section {
  /** Stable: the anchor in a page. */
  readonly id: string;
  readonly title: Text;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: Text; readonly look?: 'soft' | 'code' }
  | { readonly kind: 'heading'; readonly text: Text; readonly badge?: Badge }
  | { readonly kind: 'note'; readonly tone: Tone; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  | Table
  /** Details for who wants to know: folded in a page, left out on paper. */
  | { readonly kind: 'folded'; readonly title: Text; readonly blocks: readonly Block[] }
  /** Lines to sign on by hand. */
  | { readonly kind: 'sign-here'; readonly people: readonly Text[] };

export interface Table {
  readonly kind: 'table';
  /** What it is a table of, for those who do not see it. */
  readonly label: Text;
  readonly head: readonly Text[];
  /** As many cells as the head has; the first is the row's name. */
  readonly rows: readonly (readonly Cell[])[];
  /** Shares of the width, one a column. */
  readonly widths: readonly number[];
}

export interface Badge {
  readonly text: Text;
  readonly tone: Tone;
}

export interface Cell {
  readonly text: Text;
  readonly badge?: Badge;
  /** A second line, small. */
  readonly under?: Text;
  readonly code?: true;
}

export function cell(text: Text, more: Omit<Cell, 'text'> = {}): Cell {
  return { text, ...more };
}
