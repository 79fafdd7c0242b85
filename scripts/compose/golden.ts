import { readFileSync } from 'node:fs';
import picocolors from 'picocolors';
import { assess } from '../../src/engine/assess.js';
import { readRecording } from '../../src/hosts/recorded/recording-text.js';
import type { Language } from '../../src/i18n/text.js';
import { textReport } from '../../src/report/text.js';

/** The clock by which recordings are judged where the result is kept. */
export const judgedAt = new Date('2026-11-24T12:00:00.000Z');

/** Recordings whose whole report is kept beside them, and in which language. */
export const goldenReports: readonly (readonly [name: string, language: Language])[] = [
  ['debian11-web', 'es'],
  ['sbs2003-premium', 'en'],
  ['sbs2011-es', 'es'],
  ['ubuntu2204-office', 'es'],
  ['ubuntu2404-vmware', 'en'],
  ['ws2012r2-dc-es', 'es'],
  ['ws2016-file-server', 'en'],
  ['ws2022-clean', 'en'],
];

/** The report of a recording as plain text, as a terminal of 100 columns shows it. */
export function goldenText(name: string, language: Language): string {
  const file = `recordings/${name}.json`;
  const assessment = assess(readRecording(readFileSync(file, 'utf8'), file), { now: judgedAt, version: 'golden' });
  return textReport(assessment, { language, colors: picocolors.createColors(false), width: 100, all: false });
}
