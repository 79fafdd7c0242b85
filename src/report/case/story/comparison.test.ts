import { describe, expect, it } from 'vitest';
import { same, say } from '../../../i18n/text.js';
import type { CaseReport } from '../../../model/case-report.js';
import { comparisonShape } from '../../../model/case-shapes.js';
import type { ComparedEntry, Comparison } from '../../../model/comparison.js';
import { comparisonSection } from './comparison.js';

const at = (gatheredAt: string) => ({ host: 'srv', computer: 'SRV', gatheredAt });
const entry = (name: string, severity?: 'high' | 'medium' | 'low'): ComparedEntry => ({
  entry: `shares/${name}`,
  before: '',
  after: undefined,
  reason: 'unexpected',
  ...(severity && { loss: { severity, thing: name, text: say({ en: 'is lost.', es: 'se ha perdido.' }) } }),
});
const found: Comparison = {
  before: at('2026-11-20T20:00:00.000Z'),
  after: at('2026-11-21T06:00:00.000Z'),
  facts: [
    { fact: 'a', title: same('A'), entries: [entry('odd'), entry('late', 'medium')] },
    { fact: 'b', title: same('B'), entries: [entry('first', 'high'), entry('last', 'low')] },
  ],
  unexpected: 4,
};

describe('before and after in a report', () => {
  it('has first what people call about first, in words', () => {
    const section = comparisonSection({ comparison: { at: '2026-11-21T06:00:00.000Z', found } } as CaseReport);
    const table = section?.blocks.find(block => block.kind === 'table');
    expect(table?.rows.map(([first]) => first?.under)).toEqual([
      say({ en: 'first: is lost.', es: 'first: se ha perdido.' }),
      say({ en: 'late: is lost.', es: 'late: se ha perdido.' }),
      say({ en: 'last: is lost.', es: 'last: se ha perdido.' }),
      same('shares / odd'),
    ]);
  });

  it('is printed in the shape that is published', () => {
    const printed: unknown = JSON.parse(JSON.stringify({ schema: 'antesala.comparison/1', ...found }));
    expect(comparisonShape.safeParse(printed).error).toBeUndefined();
  });
});
