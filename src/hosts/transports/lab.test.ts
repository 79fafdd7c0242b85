import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostsIn, labHost } from './lab.js';

const up = {
  name: 'sbs2003',
  kind: 'wine',
  host: '127.0.0.1',
  port: 2222,
  user: 'Administrator',
  identityFile: '/lab/id',
  knownHostsFile: '/lab/known_hosts',
};
const state = (hosts: object): string => JSON.stringify({ format: 'antesala-lab/1', hosts });

describe('hostsIn', () => {
  it('reads what the transport needs', () => {
    expect(hostsIn(state({ sbs2003: up })).get('sbs2003')).toEqual({
      address: { host: '127.0.0.1', port: 2222, user: 'Administrator' },
      options: { identityFiles: ['/lab/id'], knownHostsFiles: ['/lab/known_hosts'], agent: false },
    });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"hosts":3}',
    state({ a: null }),
    state({ a: { ...up, port: '2222' } }),
    state({ a: { ...up, user: 1 } }),
  ])('finds no host in %s', text => expect(hostsIn(text).size).toBe(0));

  it('reads any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), text => hostsIn(text).size >= 0));
  });
});

describe('labHost', () => {
  const before = { ...process.env };
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'antesala-labstate-'));
    delete process.env['ANTESALA_LAB_DIR'];
    process.env['XDG_CACHE_HOME'] = folder;
  });
  afterEach(() => {
    process.env = before;
    rmSync(folder, { recursive: true });
  });

  it('looks in the folder of the lab, by default in the cache', async () => {
    mkdirSync(join(folder, 'antesala-lab'));
    writeFileSync(join(folder, 'antesala-lab', 'state.json'), state({ sbs2003: up }));
    expect((await labHost('sbs2003')).address.port).toBe(2222);
    process.env['ANTESALA_LAB_DIR'] = join(folder, 'other');
    await expect(labHost('sbs2003')).rejects.toMatchObject({ kind: 'bad-address' });
  });

  it('says which hosts are up and how to start another', async () => {
    process.env['ANTESALA_LAB_DIR'] = folder;
    writeFileSync(join(folder, 'state.json'), state({ sbs2003: up }));
    await expect(labHost('ws2019')).rejects.toMatchObject({
      kind: 'bad-address',
      text: {
        en: 'The lab has no host ws2019 that is up; up are sbs2003. Start it with `npm run lab -- up ws2019`.',
        es: 'El laboratorio no tiene ningún equipo ws2019 en marcha; lo están sbs2003. Inícielo con `npm run lab -- up ws2019`.',
      },
    });
  });
});
