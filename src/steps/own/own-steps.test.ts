import { describe, expect, it } from 'vitest';
import { ownSteps } from './own-steps.js';

describe('steps that a person added', () => {
  it('with an undo are changes like all others', () => {
    const [step] = ownSteps({
      own: [
        {
          kind: 'reversible',
          id: 'shop',
          title: 'Cerrar la tienda en línea',
          look: 'shopctl state',
          from: { value: 'open', line: 'shopctl open' },
          to: { value: 'closed', line: 'shopctl close' },
        },
      ],
    });
    expect(step).toMatchObject({
      step: 'own-shop',
      phase: 'preparation',
      state: 'do',
      text: { en: 'From “open” to “closed”, and back afterwards.' },
      items: [
        {
          id: 'own-shop/command:shop',
          kind: 'change',
          resource: { look: 'shopctl state', set: { open: 'shopctl open', closed: 'shopctl close' } },
          from: { value: 'open' },
          to: { value: 'closed' },
        },
      ],
    });
  });

  it('without one say why', () => {
    const [step] = ownSteps({
      own: [
        { kind: 'irreversible', id: 'mail', title: 'Flush the queue', line: 'postqueue -f', reason: 'Mail goes out.' },
      ],
    });
    expect(step?.text.es).toBe('Sin vuelta atrás: Mail goes out.');
    expect(step?.items).toMatchObject([
      { id: 'own-mail/run', kind: 'run', line: 'postqueue -f', irreversible: { en: 'Mail goes out.' } },
    ]);
  });

  it('stand in the order they were added', () =>
    expect(
      ownSteps({
        own: ['b', 'a'].map(id => ({ kind: 'irreversible', id, title: id, line: 'true', reason: 'x' }) as const),
      }).map(({ step }) => step),
    ).toEqual(['own-b', 'own-a']));
});
