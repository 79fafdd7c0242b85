import { describe, expect, it } from 'vitest';
import { say } from '../i18n/text.js';
import { reasons } from './judge.js';
import { reasonText } from './reason-texts.js';

const found = { path: 'a', size: 1, outcome: 'damaged' as const };

describe('what came of a file', () => {
  it.each(reasons)('%s has words in both languages', reason => {
    const { en, es } = reasonText({ ...found, reason, at: 4096, code: 'EIO' });
    expect(en).not.toBe('');
    expect(es).not.toBe(en);
    expect(`${en}${es}`).not.toMatch(/undefined|NaN/);
  });

  it.each([
    [
      { ...found, reason: 'content' as const, at: 4096 },
      'difiere a partir del byte 4.096, con el mismo tamaño y la misma fecha',
    ],
    [{ ...found, outcome: 'changed' as const, reason: 'content' as const, at: 1 }, 'ha cambiado desde la copia'],
    [{ ...found, outcome: 'changed' as const, reason: 'size' as const }, 'ha cambiado desde la copia'],
    [{ ...found, reason: 'backup-unreadable' as const, code: 'EIO' }, 'no se puede leer la copia (EIO)'],
    [
      {
        ...found,
        outcome: 'identical' as const,
        reason: 'same' as const,
        differs: ['times' as const, 'mode' as const],
      },
      'mismo contenido; difiere en la fecha y los permisos',
    ],
    [
      {
        ...found,
        reason: 'backup-trouble' as const,
        problem: { means: 'damaged' as const, text: say({ en: 'x', es: 'y' }) },
      },
      'y',
    ],
  ])('%j', (finding, spanish) => expect(reasonText(finding).es).toBe(spanish));
});
