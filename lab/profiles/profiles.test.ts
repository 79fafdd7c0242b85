import { describe, expect, it } from 'vitest';
import { unixPath } from '../wine.js';
import { profiles } from './index.js';

describe.each(profiles.map(profile => [profile.name, profile] as const))('%s', (name, profile) => {
  it('has a name that can be a folder and a host name', () => {
    expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(profile.hostname).toMatch(/^[A-Za-z][A-Za-z0-9-]{0,14}$/);
  });

  if (profile.kind === 'wine') {
    it('names each service once, depends only on services it has, and lays every program on C:', () => {
      const names = profile.services.map(service => service.name);
      expect(new Set(names).size).toBe(names.length);
      for (const service of profile.services) {
        for (const other of service.dependsOn ?? []) expect(names).toContain(other);
        expect(service.version.version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
        expect(unixPath(service.image)).not.toBe('');
      }
      for (const driver of profile.drivers) expect(unixPath(driver.image)).toContain('windows/');
    });

    it('writes each registry key once, in one spelling', () => {
      const keys = Object.keys(profile.registry).map(key => key.toLowerCase());
      expect(new Set(keys).size).toBe(keys.length);
    });
  }
});

it('profiles have different names', () => {
  expect(new Set(profiles.map(profile => profile.name)).size).toBe(profiles.length);
});
