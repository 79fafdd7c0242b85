import { describe, expect, it } from 'vitest';
import { same } from '../../i18n/text.js';
import { progressText } from './progress-text.js';

describe('a line while a run goes on', () => {
  it.each([
    ['changed', undefined, 'DefWatch → changed', 'DefWatch → cambiado'],
    ['already', undefined, 'DefWatch → was so already', 'DefWatch → ya estaba así'],
    ['drifted', undefined, 'DefWatch → drifted', 'DefWatch → cambiado por otros'],
    [
      'failed',
      'not done after 180 s',
      'DefWatch → failed (not done after 180 s)',
      'DefWatch → fallido (not done after 180 s)',
    ],
    ['done', '', 'DefWatch → done', 'DefWatch → hecho'],
  ] as const)('says %s, and why: %s', (outcome, why, en, es) =>
    expect(progressText(same('DefWatch'), outcome, why)).toEqual({ en, es }),
  );
});
