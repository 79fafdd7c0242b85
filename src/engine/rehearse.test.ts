import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../hosts/recorded/recording-text.js';
import { aPlan, aStep, disabling } from '../testing/cases.js';
import { rehearse } from './rehearse.js';

const recording = readRecording(readFileSync('recordings/lab-sbs2000-es.json', 'utf8'), 'lab-sbs2000-es.json');
const plan = aPlan([aStep([disabling('ContaPlusServidor'), disabling('ContaPlusLicencias', ['ContaPlusServidor'])])]);

describe('a rehearsal', () => {
  it('cuts the power at every event and instruction, and everything comes back', async () => {
    const rehearsal = await rehearse(recording, plan, '0'.repeat(64));
    expect(rehearsal).toMatchObject({ outcome: 'done', differences: [], notSimulated: [] });
    expect(rehearsal.cuts.events).toBeGreaterThan(8);
    expect(rehearsal.cuts.instructions).toBeGreaterThan(15);
    expect(rehearsal.changes.map(({ name, prepared, putBack }) => [name, prepared, putBack])).toEqual([
      [
        'service:ContaPlusServidor',
        expect.objectContaining({ start: 'disabled' }),
        expect.objectContaining({ start: 'auto' }),
      ],
      [
        'service:ContaPlusLicencias',
        expect.objectContaining({ running: false }),
        expect.objectContaining({ running: true }),
      ],
    ]);
  });

  it('is the same every time', async () =>
    expect(await rehearse(recording, plan, '0'.repeat(64))).toEqual(await rehearse(recording, plan, '0'.repeat(64))));

  it('names what the recording tells nothing of', async () => {
    const file = {
      ...disabling('x'),
      id: 'own/x',
      resource: { kind: 'registry-value', key: 'HKLM\\SOFTWARE\\Nobody', value: 'x' } as const,
      from: { present: true, type: 'sz', value: '1' },
      to: { present: false },
    };
    const rehearsal = await rehearse(recording, aPlan([aStep([file])]), '0'.repeat(64));
    expect(rehearsal.differences).toEqual([]);
  });
});
