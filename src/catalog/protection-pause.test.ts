import { describe, expect, it } from 'vitest';
import { protectionCatalog } from './protection.js';
import { pauseOf } from './protection-pause.js';

const on = (platform: 'windows' | 'linux', legacy = false) => ({ platform, legacy });

describe('how a product is switched off', () => {
  it.each([
    ['microsoft-defender', 'antivirus', on('windows'), 'defender', 'vendor'],
    ['clamav', 'antivirus', on('linux'), 'real-time-units', 'vendor'],
    ['symantec-antivirus', 'antivirus', on('windows', true), 'services', 'vendor'],
    ['sophos', 'antivirus', on('windows'), 'person', 'unverified'],
    ['crowdstrike-falcon', 'edr', on('windows', true), 'person', 'unverified'],
    ['veeam-agent', 'backup', on('windows'), 'services', 'vendor'],
    ['restic', 'backup', on('linux'), 'services', 'vendor'],
    ['constructor', 'edr', on('linux'), 'person', 'unverified'],
  ] as const)('%s (%s)', (id, kind, where, by, proof) =>
    expect(pauseOf({ id, kind }, where)).toMatchObject({ by, source: { proof } }),
  );

  it('never stops the services of endpoint detection', () => {
    for (const entry of protectionCatalog.filter(one => one.kind === 'edr')) {
      expect(pauseOf(entry, on('windows', true)).by).toBe('person');
    }
  });
});
