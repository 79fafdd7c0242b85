import { describe, expect, it } from 'vitest';
import type { Answer } from '../../model/answer.js';
import { couldNotRead } from './why.js';

describe('why something could not be read', () => {
  const table: readonly [Answer, string, string][] = [
    [{ state: 'denied', ms: 1, why: '80070005' }, 'elevated Administrator', 'privilegios elevados'],
    [{ state: 'timeout', ms: 1, why: '20 s' }, 'less busy', 'menos ocupado'],
    [
      { state: 'missing', ms: 1, why: 'no such class' },
      'does not have it (no such class)',
      'no lo tiene (no such class)',
    ],
    [{ state: 'unsupported', ms: 1, why: 'no PowerShell' }, 'cannot be asked', 'no se puede consultar'],
    [{ state: 'error', ms: 1, why: '800706BA' }, 'an error (800706BA)', 'un error (800706BA)'],
    [
      { state: 'ok', ms: 1, text: '', exit: 5, err: '\r\nAcceso denegado.\r\n' },
      'code 5 (Acceso denegado.)',
      'código 5',
    ],
    [{ state: 'ok', ms: 1, text: '', exit: 0 }, 'not the one expected', 'no fue la esperada'],
    [{ state: 'ok', ms: 1, rows: [] }, 'report this', 'comuníquelo'],
  ];
  it.each(table)('%j', (answer, en, es) => {
    const { why } = couldNotRead('Win32_Volume', answer);
    expect(why.en).toContain('Win32_Volume');
    expect(why.en).toContain(en);
    expect(why.es).toContain('Win32_Volume');
    expect(why.es).toContain(es);
  });
});
