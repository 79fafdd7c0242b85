import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../hosts/recorded/recording-text.js';
import { aServer, aWork } from '../testing/cases.js';
import { allBatches } from './batches.js';
import { compareRecordings } from './compare.js';
import { changedFacts, fingerprintOf } from './fingerprint.js';

const recording = readRecording(readFileSync('recordings/lab-sbs2000-es.json', 'utf8'), 'r');
const service = { kind: 'service', name: 'ContaPlusServidor' } as const;
const none = () => false;

const after = async (state: { start: string; delayed: boolean; running: boolean } | 'gone') => {
  const host = aServer(recording);
  if (state === 'gone') host.happen({ kind: 'vanished', resource: service });
  else host.happen({ kind: 'changed', resource: service, state });
  return host.gather(allBatches(), { now: aWork(host).now });
};

describe('before and after', () => {
  it('is nothing when nothing changed', () =>
    expect(compareRecordings(recording, recording, false, none)).toMatchObject({ facts: [], unexpected: 0 }));

  it('a service that ran and does not run is unexpected, also when the upgrade may change much', async () => {
    const stopped = await after({ start: 'auto', delayed: false, running: false });
    const { facts } = compareRecordings(recording, stopped, true, none);
    expect(facts.flatMap(fact => fact.entries)).toContainEqual({
      entry: 'ContaPlusServidor/state',
      before: 'running',
      after: 'stopped',
      reason: 'unexpected',
    });
  });

  it('a service that is gone is unexpected, and told once', async () => {
    const { facts } = compareRecordings(recording, await after('gone'), true, none);
    const entries = facts.find(({ fact }) => fact === 'services')?.entries ?? [];
    expect(entries.filter(({ entry }) => entry.startsWith('ContaPlusServidor'))).toEqual([
      { entry: 'ContaPlusServidor', before: '', after: undefined, reason: 'unexpected' },
    ]);
  });

  it('what is not told any more is not told as gone', () => {
    const list = 'registry-profile-list';
    const error = { state: 'error', ms: 1, why: 'the script host did not start' } as const;
    const now = { ...recording, answers: { ...recording.answers, [list]: error } };
    const { facts } = compareRecordings(recording, now, false, none);
    const entries = facts.flatMap(fact => fact.entries);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(({ notTold }) => !notTold)).toEqual([]);
  });

  it('our own change is ours', async () => {
    const disabled = await after({ start: 'disabled', delayed: false, running: true });
    const ours = (fact: string, entry: string) => fact === 'services' && entry === 'ContaPlusServidor/startMode';
    expect(compareRecordings(recording, disabled, false, ours).unexpected).toBe(0);
    expect(compareRecordings(recording, disabled, false, none).unexpected).toBe(1);
  });
});

describe('a fingerprint', () => {
  it('stays when only what changes by itself changed, and goes with the start mode', async () => {
    const stopped = await after({ start: 'auto', delayed: false, running: false });
    const disabled = await after({ start: 'disabled', delayed: false, running: true });
    expect(fingerprintOf(stopped)).toBe(fingerprintOf(recording));
    expect(fingerprintOf(disabled)).not.toBe(fingerprintOf(recording));
    expect(changedFacts(recording, disabled)).toMatchObject([
      { fact: 'services', entries: [{ entry: 'ContaPlusServidor/startMode', before: 'auto', after: 'disabled' }] },
    ]);
  });
});
