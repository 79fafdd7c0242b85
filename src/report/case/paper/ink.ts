import type { Tone } from '../story/blocks.js';

/** How a piece of text is printed: font, size in points, colour. */
export interface Ink {
  readonly font: 'Helvetica' | 'Helvetica-Bold' | 'Courier';
  readonly size: number;
  readonly color: string;
}

export const colors = {
  ink: '#1b2430',
  soft: '#566072',
  line: '#c3cad5',
  code: '#eef1f5',
} as const;

/** Dark enough on paper and on their own soft ground; the words say the same without colour. */
export const toneColors: Readonly<Record<Tone, { readonly ink: string; readonly ground: string }>> = {
  good: { ink: '#1b6e3c', ground: '#e6f4ea' },
  bad: { ink: '#b3261e', ground: '#fdeceb' },
  warn: { ink: '#8a5a00', ground: '#fdf3df' },
  ask: { ink: '#1d5fbf', ground: '#e8f0fc' },
  quiet: { ink: '#566072', ground: '#eef1f5' },
};

export const inks = {
  title: { font: 'Helvetica-Bold', size: 19, color: colors.ink },
  section: { font: 'Helvetica-Bold', size: 14, color: colors.ink },
  heading: { font: 'Helvetica-Bold', size: 10.5, color: colors.ink },
  strong: { font: 'Helvetica-Bold', size: 11, color: colors.ink },
  body: { font: 'Helvetica', size: 9.5, color: colors.ink },
  soft: { font: 'Helvetica', size: 8.5, color: colors.soft },
  code: { font: 'Courier', size: 8.5, color: colors.ink },
  cell: { font: 'Helvetica', size: 8, color: colors.ink },
  cellHead: { font: 'Helvetica-Bold', size: 8, color: colors.soft },
  cellCode: { font: 'Courier', size: 7, color: colors.ink },
  under: { font: 'Helvetica', size: 7, color: colors.soft },
  foot: { font: 'Helvetica', size: 6.5, color: colors.soft },
} as const satisfies Readonly<Record<string, Ink>>;

export function toned(ink: Ink, tone: Tone): Ink {
  return { ...ink, font: 'Helvetica-Bold', color: toneColors[tone].ink };
}
