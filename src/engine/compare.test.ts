import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../hosts/recorded/recording-text.js';
import { known } from '../model/fact.js';
import { aServer, aWork } from '../testing/cases.js';
import { allBatches } from './batches.js';
import { comparedEntries, compareRecordings } from './compare.js';
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
    expect(facts.flatMap(fact => fact.entries).filter(({ reason }) => reason !== 'by-itself')).toMatchObject([
      {
        entry: 'ContaPlusServidor/state',
        before: 'running',
        after: 'stopped',
        reason: 'unexpected',
        loss: { severity: 'high', thing: 'ContaPlusServidor' },
      },
    ]);
  });

  it('a service that is gone is unexpected', async () =>
    expect(compareRecordings(recording, await after('gone'), true, none).unexpected).toBe(1));

  it('our own change is ours', async () => {
    const disabled = await after({ start: 'disabled', delayed: false, running: true });
    const ours = (fact: string, entry: string) => fact === 'services' && entry === 'ContaPlusServidor/startMode';
    expect(compareRecordings(recording, disabled, false, ours).unexpected).toBe(0);
    expect(compareRecordings(recording, disabled, false, none).unexpected).toBe(1);
  });
});

describe('a field that is told no more', () => {
  const value = { hostName: 'srv', dnsDomain: 'x.es', adapters: [], dialUp: [], proxy: undefined, configuredBy: ['a'] };
  it.each<[string, object, string, string]>([
    [
      'is neither gone nor a surprise, even of what is never to be lost',
      { hostName: undefined },
      'hostName',
      'not-known',
    ],
    ['a list too', { configuredBy: undefined }, 'configuredBy', 'not-known'],
    ['and one that is another is a surprise', { hostName: 'win-1' }, 'hostName', 'unexpected'],
  ])('%s', (_, more, entry, reason) =>
    expect(comparedEntries('network', known(value), known({ ...value, ...more }), true, none)).toMatchObject([
      { entry, reason },
    ]),
  );
});

describe('what a person accepted', () => {
  it('is expected, with who and why, though it would be a loss', async () => {
    const by = { by: 'Ana', at: '2026-11-26T08:00:00.000Z', reason: 'sobra' };
    const found = compareRecordings(recording, await after('gone'), true, none, (fact, { entry }) =>
      fact === 'services' && entry === 'ContaPlusServidor' ? by : undefined,
    );
    expect(found.unexpected).toBe(0);
    const { entries } = found.facts.find(({ fact }) => fact === 'services') ?? { entries: [] };
    expect(entries.find(({ entry }) => entry === 'ContaPlusServidor')).toMatchObject({
      reason: 'accepted',
      accepted: by,
    });
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
