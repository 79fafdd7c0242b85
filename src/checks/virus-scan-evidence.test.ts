import { expect, it } from 'vitest';
import { runCheck } from '../testing/run-check.js';
import { virusScanEvidence } from './virus-scan-evidence.js';

it.each([
  ['an Exchange drive', { exchangeDrive: { installed: true, letter: 'M:', excludedFromBackup: true } }, 'M:'],
  ['a hidden one', { exchangeDrive: { installed: true, letter: undefined, excludedFromBackup: true } }, null],
  ['none', {}, null],
])('%s', (_, values, letter) => {
  const [outcome] = runCheck(virusScanEvidence, values);
  expect(outcome).toMatchObject({ state: 'manual', evidence: { neverScan: letter } });
  expect(outcome?.text.es.includes('No analice nunca la unidad M:')).toBe(letter === 'M:');
});
