import { describe, expect, it } from 'vitest';
import type { Instruction } from '../../model/instruction.js';
import type { Batch } from '../../model/question.js';
import type { FileResource, RegistryValueResource, Resource, ResourceState } from '../../model/resource.js';
import { emptyRecording, told } from '../../testing/simulated.js';
import { simulatedHost } from './host.js';

const file: FileResource = { kind: 'file', path: '/etc/motd' };
const value: RegistryValueResource = { kind: 'registry-value', key: 'HKLM\\SOFTWARE\\Acme', value: 'Mode' };

describe('gather', () => {
  const batch: Batch = {
    questions: [
      { id: 'acme', kind: 'registry', key: 'HKLM\\SOFTWARE\\Acme' },
      { id: 'motd', kind: 'file', path: '/etc/motd' },
      { id: 'other', kind: 'command', line: 'ver' },
    ],
    avoidDrives: [],
  };
  const recording = {
    ...emptyRecording('windows'),
    answers: {
      acme: { state: 'ok', ms: 1, keys: { 'HKLM\\SOFTWARE\\Acme': { mode: { type: 'dword', value: 1 } } } },
      motd: { state: 'ok', ms: 1, text: 'hello' },
    },
  } as const;
  const now = () => new Date('2026-11-24T10:00:00.000Z');

  it('answers as recorded, by its own clock, and says what it was never asked', async () => {
    const gathered = await simulatedHost(recording).gather({ windows: batch, linux: batch }, { now });
    expect(gathered).toEqual({
      ...recording,
      gatheredAt: '2026-11-24T10:00:00.000Z',
      hostClock: '2026-11-24T09:00:05.000Z',
      answers: { ...recording.answers, other: expect.objectContaining({ state: 'error' }) },
    });
  });

  it('shows values and files as they were set', async () => {
    const host = simulatedHost(recording, { assume: [{ resource: file, state: { present: true, base64: '' } }] });
    const set = (resource: Resource, to: ResourceState): Instruction => ({
      id: 'x',
      kind: 'set',
      resource,
      from: [],
      to,
      force: true,
    });
    await told(
      host,
      set(value, { present: true, type: 'dword', value: 4 }),
      set(file, { present: true, base64: 'Ynll' }),
    );
    const { answers } = await host.gather({ windows: batch, linux: batch }, { now });
    expect(answers.acme).toMatchObject({ keys: { 'HKLM\\SOFTWARE\\Acme': { mode: { type: 'dword', value: 4 } } } });
    expect(answers.motd).toMatchObject({ text: 'bye' });
    await told(host, set(value, { present: false }), set(file, { present: false }));
    const after = await host.gather({ windows: batch, linux: batch }, { now });
    expect([after.answers.acme, after.answers.motd]).toMatchObject([
      { keys: { 'HKLM\\SOFTWARE\\Acme': {} } },
      { state: 'missing' },
    ]);
  });
});
