import { describe, expect, it } from 'vitest';
import type { WineProfile } from '../profile.js';
import { unixPath } from '../wine.js';
import { profiles } from './index.js';

const windows = profiles.filter((profile): profile is WineProfile => profile.kind === 'wine');

it.each(profiles)('$name has a name that can be a folder and a host name', ({ name, hostname }) => {
  expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
  expect(hostname).toMatch(/^[A-Za-z][A-Za-z0-9-]{0,14}$/);
});

it('profiles have different names', () => {
  expect(new Set(profiles.map(profile => profile.name)).size).toBe(profiles.length);
});

describe.each(windows)('$name', profile => {
  const names = profile.services.map(service => service.name);

  it('names each service once', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(profile.services)('service $name depends on services that exist and lies on C:', service => {
    expect(names).toEqual(expect.arrayContaining([...(service.dependsOn ?? [])]));
    expect(service.version.version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(unixPath(service.image)).toMatch(/\.exe$/i);
  });

  it.each(profile.drivers)('driver $name lies in the Windows folder', driver => {
    expect(unixPath(driver.image)).toMatch(/^windows\/system32\/drivers\/[^/]+\.sys$/i);
  });

  it('writes each registry key in one spelling', () => {
    const keys = Object.keys(profile.registry).map(key => key.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
  });
});
