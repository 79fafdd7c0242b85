import { describe, expect, it } from 'vitest';
import type { Proof } from './proof-shape.js';
import { percent, verdictTexts } from './wording.js';

const none = { identical: 0, changed: 0, damaged: 0, notVerifiable: 0 };
type Sample = Extract<Proof['method'], { kind: 'sample' }>;
const method: Sample = {
  kind: 'sample',
  seed: 's',
  confidence: 0.95,
  share: 0.01,
  population: 48_211,
  populationBytes: 1e9,
  needed: 297,
  drawn: 297,
  speaking: 297,
  shareShown: 0.0099,
  confidenceShown: 0.95,
  budget: null,
};

function texts(more: Partial<Parameters<typeof verdictTexts>[0]>): { en: string[]; es: string[] } {
  const all = verdictTexts({
    verdict: 'proven',
    method,
    files: { ...none, identical: 297 },
    always: none,
    attributesDiffer: 0,
    problemCount: 0,
    made: null,
    ...more,
  });
  return { en: all.map(text => text.en), es: all.map(text => text.es) };
}

describe('what a proof says', () => {
  it('of a good sample', () =>
    expect(texts({})).toEqual({
      en: ['297 of 48,211 files, drawn at random, all identical: with 95 % confidence, less than 1 % is damaged.'],
      es: [
        '297 de 48.211 archivos elegidos al azar, todos idénticos: con un 95 % de confianza, menos del 1 % está dañado.',
      ],
    }));

  it('of a sample with damage, changes and what matters', () => {
    const { en, es } = texts({
      verdict: 'damaged',
      files: { ...none, identical: 296, damaged: 1, changed: 3 },
      always: { ...none, identical: 7 },
    });
    expect(en).toEqual([
      '1 of 297 files drawn at random is damaged in the backup. Do not rely on it: make another, and prove that.',
      '1 file is damaged in the backup, or missing from it; the list names it.',
      '3 files have changed since the backup and say nothing of it; others were drawn instead.',
      'Of 7 files that matter more than others (databases, mail, registry, the newest, the largest), 7 are identical.',
    ]);
    expect(es).toEqual([
      'De 297 archivos elegidos al azar, 1 está dañado en la copia. No confíe en ella: haga otra y compruébela.',
      'Hay 1 archivo dañado en la copia, o que falta en ella; la lista lo nombra.',
      '3 archivos han cambiado desde la copia y no dicen nada de ella; en su lugar se han elegido otros.',
      'De 7 archivos que importan más que otros (bases de datos, correo, registro, los más recientes, los más grandes), 7 son idénticos.',
    ]);
  });

  it('of a sample that proves too little never names the share that was asked for as shown', () => {
    const { en, es } = texts({
      verdict: 'not-proven',
      method: { ...method, shareShown: 0.0158 },
      files: { ...none, identical: 296, notVerifiable: 1 },
    });
    expect(en[0]).toBe(
      '296 of 48,211 files, drawn at random, are identical, 1 more could not be verified: with 95 % confidence, less than 1.6 % is damaged. The aim was 1 %, so this proves too little.',
    );
    expect(es[0]).toBe(
      '296 de 48.211 archivos elegidos al azar, son idénticos y otro más no se pudo verificar: con un 95 % de confianza, menos del 1,6 % está dañado. El objetivo era el 1 %, así que no basta como prueba.',
    );
    expect(en[1]).toBe('1 file could not be verified, which is not the same as good; the list says why.');
  });

  it('of everything', () => {
    const all = { kind: 'all' as const, hashes: false };
    expect(texts({ method: all, files: { ...none, identical: 1 } })).toEqual({
      en: ['The only file that has not changed since the backup is identical in it, byte by byte.'],
      es: ['El único archivo que no ha cambiado desde la copia es idéntico en ella, byte a byte.'],
    });
    expect(texts({ method: all, files: { ...none, identical: 20_204 }, attributesDiffer: 2 }).es).toEqual([
      'Los 20.204 archivos que no han cambiado desde la copia son idénticos en ella, byte a byte.',
      'En 2 casos solo difieren la fecha o los permisos, no el contenido.',
    ]);
  });

  it('of nothing', () => {
    expect(texts({ verdict: 'not-proven', method: { ...method, speaking: 0 }, files: none }).en[0]).toMatch(
      /^Nothing could/,
    );
    const budget = { bytes: 5, seconds: null };
    expect(
      texts({ verdict: 'not-proven', method: { ...method, speaking: 0, drawn: 0, budget }, files: none }).es[0],
    ).toMatch(/^El límite/);
  });
});

it.each([
  [0.95, '95 %', '95 %'],
  [0.01, '1 %', '1 %'],
  [0.005, '0.5 %', '0,5 %'],
  [0.01581, '1.6 %', '1,6 %'],
  [0.0158, '1.6 %', '1,6 %'],
  // less than this is damaged: never rounded down
  [0.01401, '1.5 %', '1,5 %'],
  [0.121, '13 %', '13 %'],
  [1, '100 %', '100 %'],
])('%d is %s', (share, english, spanish) =>
  expect([percent(share, 'en'), percent(share, 'es')]).toEqual([english, spanish]),
);
