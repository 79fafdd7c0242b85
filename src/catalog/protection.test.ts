import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, protectionCatalog, protectionEntry, recogniseProtection } from './protection.js';

const ids = (candidates: readonly Candidate[]) => recogniseProtection(candidates).map(found => found.entry.id);
const service = (name: string, running?: boolean, displayName?: string): Candidate => ({
  kind: 'service',
  name,
  running,
  displayName,
});

describe('the catalogue of protection products', () => {
  it('has ids of its own for every product', () => {
    const all = protectionCatalog.map(entry => entry.id);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every(id => /^[a-z0-9-]+$/.test(id))).toBe(true);
    expect(protectionEntry('sophos')?.vendor).toBe('Sophos');
    expect(protectionEntry('nobody')).toBeUndefined();
  });

  it('gives no name to two products', () => {
    for (const field of ['services', 'displayNames', 'drivers', 'units', 'packages'] as const) {
      const names = protectionCatalog.flatMap(entry => [
        ...(entry[field] ?? []),
        ...(field === 'services' ? (entry.shared ?? []) : []),
      ]);
      const lower = names.map(name => name.toLowerCase());
      expect(lower.filter((name, at) => lower.indexOf(name) !== at)).toEqual([]);
    }
  });

  it('names the real-time scanner only among the names of the product', () => {
    for (const entry of protectionCatalog) {
      const own = new Set([...(entry.services ?? []), ...(entry.units ?? [])]);
      expect((entry.realTime ?? []).filter(name => !own.has(name))).toEqual([]);
    }
  });

  it('never calls a name that nobody verified the word of a vendor', () => {
    expect(protectionEntry('altaro')?.source.proof).toBe('unverified');
    expect(protectionEntry('carbon-black')?.source.proof).toBe('unverified');
    expect(protectionEntry('backup-exec')?.source.proof).toBe('community');
  });
});

describe('recognising products', () => {
  const table: readonly [string, readonly Candidate[], readonly string[]][] = [
    ['by service name whatever its case', [service('NORTON ANTIVIRUS SERVER')], ['symantec-antivirus']],
    ['by the display name', [service('Smc', true, 'Symantec Management Client')], ['symantec-endpoint-protection']],
    ['by the beginning', [service('AVP21.3')], ['kaspersky']],
    ['by an instance name', [service('GxCVD(Instance001)')], ['commvault']],
    ['by a display name that begins so', [service('x', true, 'Altaro VM Backup Engine')], ['altaro']],
    ['by a filter driver', [{ kind: 'driver', name: 'tmfilter' }], ['trend-micro']],
    ['by a unit with its ending', [{ kind: 'unit', name: 'falcon-sensor.service' }], ['crowdstrike-falcon']],
    ['by a timer of the administrator', [{ kind: 'unit', name: 'restic-backup.timer' }], ['restic']],
    ['by a package', [{ kind: 'package', name: 'bareos-filedaemon' }], ['bareos']],
    ['not by a common name alone', [service('MMS'), service('ccEvtMgr')], []],
    [
      'by a common name whose display name is known',
      [service('MMS', true, 'Acronis Managed Machine Service')],
      ['acronis'],
    ],
    ['not by a driver name that is a service', [{ kind: 'driver', name: 'McShield' }], []],
    ['not by part of a name', [service('xMcShield'), service('McShield2')], []],
    ['not the backup engine at rest', [service('wbengine', false)], []],
    ['the backup engine at work', [service('wbengine', true)], ['windows-server-backup']],
  ];
  it.each(table)('%s', (_title, candidates, expected) => {
    expect(ids(candidates)).toEqual(expected);
  });

  it('counts a common name beside one that proves the product', () => {
    const [found] = recogniseProtection([service('ccEvtMgr', true), service('Symantec AntiVirus', false)]);
    expect(found?.seen.map(candidate => candidate.name)).toEqual(['Symantec AntiVirus', 'ccEvtMgr']);
    expect(found).toMatchObject({ running: true, realTime: false });
  });

  it('says nothing of running when nothing tells', () => {
    expect(recogniseProtection([{ kind: 'package', name: 'clamav' }])[0]).toMatchObject({
      running: undefined,
      realTime: undefined,
    });
  });

  it('knows the real-time scanner by its unit', () => {
    const [found] = recogniseProtection([
      { kind: 'unit', name: 'clamav-daemon.service', running: true },
      { kind: 'unit', name: 'clamav-clamonacc.service', running: false },
    ]);
    expect(found).toMatchObject({ running: true, realTime: false });
  });

  it('takes any names', () => {
    const kinds = fc.constantFrom('service', 'driver', 'unit', 'package');
    fc.assert(
      fc.property(fc.array(fc.record({ kind: kinds, name: fc.string(), displayName: fc.string() })), candidates => {
        for (const found of recogniseProtection(candidates)) expect(found.seen.length).toBeGreaterThan(0);
      }),
    );
    expect(ids([service('__proto__'), service('constructor'), service('')])).toEqual([]);
  });
});
