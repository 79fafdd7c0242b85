import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeRecording } from '../../src/hosts/recorded/recording-text.js';
import { goldenReports, goldenText } from './golden.js';
import { type Machine, answerOf } from './machine.js';
import { composedServers } from './servers.js';

const anew = 'npx tsx scripts/compose/all.ts';
const whole = (file: string) => readFileSync(file, 'utf8');

describe(`what is kept is what is composed today (otherwise: ${anew}, and read what changed)`, () => {
  it.each(composedServers.map(one => [one.file, one] as const))('recordings/%s.json', (file, { compose }) => {
    expect(whole(`recordings/${file}.json`) === writeRecording(compose()), `stale: run ${anew}`).toBe(true);
  });

  it.each(goldenReports)('recordings/golden/%s.txt', (name, language) => {
    expect(goldenText(name, language), `stale: run ${anew}`).toBe(whole(`recordings/golden/${name}.txt`));
  });

  it('and small enough to be carried', () => {
    const large = composedServers.filter(({ file }) => whole(`recordings/${file}.json`).length > 600_000);
    expect(large.map(({ file }) => file)).toEqual([]);
  });
});

const machine: Machine = {
  executor: 'wsh',
  hive: { 'HKLM\\A': { n: 1, t: 'x' }, 'HKLM\\A\\B\\C': { t: 'deep', n: 2 } },
  classes: {
    Thing: [
      { Name: 'a', Size: 1, Gone: null },
      { Name: 'b', Size: 2, Gone: 'yes' },
    ],
    Old: 'no class',
    'root\\x:Far': 'no namespace',
  },
  programs: [],
  files: {},
  commands: {},
  scripts: {},
};

describe('a composed machine', () => {
  const registry = (key: string, depth: number, values?: readonly string[]) =>
    answerOf(machine, { id: 'r', kind: 'registry', key, depth, ...(values ? { values } : {}) });
  const wmi = (name: string, properties: readonly string[], where?: string, namespace?: string) =>
    answerOf(machine, {
      id: 'w',
      kind: 'wmi',
      class: name,
      properties,
      ...(where === undefined ? {} : { where }),
      ...(namespace === undefined ? {} : { namespace }),
    });

  it('gives keys to the depth and the values asked for', () => {
    expect(registry('HKLM\\A', 0, ['T'])).toMatchObject({ keys: { 'HKLM\\A': { t: { type: 'sz', value: 'x' } } } });
    expect(registry('HKLM\\A', 1)).toMatchObject({ keys: { 'HKLM\\A': {}, 'HKLM\\A\\B': {} } });
    expect(registry('HKLM\\a', 2, ['n'])).toMatchObject({
      keys: { 'HKLM\\A\\B\\C': { n: { type: 'dword', value: 2 } } },
    });
    expect(registry('HKLM\\AB', 2).state).toBe('missing');
  });

  it.each([
    ["Name = 'a'", ['a']],
    ["Name = 'A' OR Name = 'b'", ['a', 'b']],
    ['Gone IS NOT NULL', ['b']],
    ['Gone IS NULL AND Size <> 2', ['a']],
    ["Size = 2 AND (Name = 'a' OR Name = 'b')", ['b']],
  ])('gives the rows that meet %s', (where, names) => {
    expect(wmi('Thing', ['Name'], where)).toMatchObject({ rows: names.map(Name => ({ Name })) });
  });

  it('says what it lacks as a host would, and stops where nothing was described', () => {
    expect(wmi('Thing', ['Other']).state).toBe('missing');
    expect(wmi('Old', ['Name'])).toMatchObject({ state: 'missing', why: expect.stringContaining('80041010') });
    expect(wmi('Far', ['Name'], undefined, 'root\\x')).toMatchObject({ why: expect.stringContaining('8004100E') });
    expect(answerOf(machine, { id: 'p', kind: 'powershell', script: '1' }).state).toBe('unsupported');
    expect(() => wmi('Unknown', ['Name'])).toThrow('Nothing says');
    expect(() => answerOf(machine, { id: 'c', kind: 'command', line: 'ver' })).toThrow('Nothing says');
    expect(() => wmi('Thing', ['Name'], 'Size > 1')).toThrow('condition');
  });
});
