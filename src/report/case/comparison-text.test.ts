import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { same, say } from '../../i18n/text.js';
import type { ComparedEntry, Comparison } from '../../model/comparison.js';
import { comparisonText } from './comparison-text.js';

const at = (gatheredAt: string) => ({ host: 'srv', computer: 'SRV', gatheredAt });
const entry = (more: Partial<ComparedEntry>): ComparedEntry => ({
  entry: 'x',
  before: 'a',
  after: 'b',
  reason: 'unexpected',
  ...more,
});
const loss = (severity: 'high' | 'medium' | 'low', thing: string) => ({
  severity,
  thing,
  text: say({ en: 'is lost.', es: 'se ha perdido.' }),
});

function comparison(...entries: readonly ComparedEntry[]): Comparison {
  return {
    before: at('2026-11-20T20:00:00.000Z'),
    after: at('2026-11-21T06:00:00.000Z'),
    facts: [{ fact: 'things', title: same('Things'), entries }],
    unexpected: entries.filter(({ reason }) => reason === 'unexpected').length,
  };
}

const shown = (what: Comparison, language: 'en' | 'es', all = false) =>
  comparisonText(what, { language, colors: picocolors.createColors(false), width: 100 }, all)
    .split('\n')
    .filter(line => line !== '')
    .slice(1);

const mixed = comparison(
  entry({ entry: 'odd' }),
  entry({ entry: 'old', before: '', after: undefined, loss: loss('low', 'old') }),
  entry({ entry: 'task', before: 'true', after: 'false', loss: loss('medium', 'task') }),
  entry({ entry: 'conta\u001B[2J', before: '', after: undefined, loss: loss('high', 'conta\u001B[2J') }),
  entry({ entry: 'new', before: undefined, after: '', reason: 'upgrade' }),
);

describe('before and after in words', () => {
  it('has first what people call about first', () =>
    expect(shown(mixed, 'en')).toEqual([
      'People will call about this first',
      '  ! Things: conta␛[2J: is lost.',
      'This will be missed later',
      '  ! Things: task: is lost. (true → false)',
      'Gone, and perhaps not needed',
      '  ! Things: old: is lost.',
      'Other changes nobody expected',
      '  ! Things: odd: a → b',
      'And 1 expected change, which --all shows.',
      '4 changes nobody expected. Look at each before people come to work.',
    ]));

  it('in Spanish, with all that was expected', () =>
    expect(shown(mixed, 'es', true)).toEqual([
      'Por esto llamarán primero',
      '  ! Things: conta␛[2J: se ha perdido.',
      'Esto se echará en falta más adelante',
      '  ! Things: task: se ha perdido. (true → false)',
      'Ha desaparecido y quizá no haga falta',
      '  ! Things: old: se ha perdido.',
      'Otros cambios inesperados',
      '  ! Things: odd: a → b',
      'Esperado',
      '    Things: new: nuevo  (por la actualización)',
      '4 cambios inesperados. Revíselos antes de que empiece la jornada.',
    ]));

  it('keeps apart what is no longer known, and says who accepted what', () => {
    const accepted = { by: 'Ana', at: '2026-11-26T08:00:00.000Z', reason: 'sobra' };
    const what = comparison(
      entry({ entry: 'note', before: 'x', after: undefined, reason: 'not-known' }),
      entry({ entry: 'fax', before: '', after: undefined, reason: 'accepted', accepted }),
    );
    expect(shown(what, 'en', true)).toEqual([
      'No longer known: taken away, or only not readable now',
      '  ? Things: note: was x, no longer known',
      'Expected',
      '    Things: fax: gone  (Accepted by Ana on 26 November 2026 at 08:00 UTC: sobra)',
      'Nothing changed that was not expected.',
    ]);
  });

  it('counts things as the report does: what is said of a thing that is gone went with it', () => {
    const gone = comparison(
      entry({ entry: 'fax', before: '', after: undefined }),
      entry({ entry: 'fax/port', before: '1', after: undefined }),
    );
    expect(shown(gone, 'en')).toEqual([
      'Other changes nobody expected',
      '  ! Things: fax: gone',
      '1 change nobody expected. Look at it before people come to work.',
    ]);
  });

  it('says when there is nothing, and of a whole fact that it cannot be read', () => {
    expect(shown(comparison(), 'es')).toEqual(['No ha cambiado nada inesperado.']);
    const gone = entry({ entry: 'missing', before: undefined, after: 'no', loss: loss('medium', 'things') });
    expect(shown(comparison(gone), 'en')[1]).toBe('  ! Things: is lost.');
  });
});
