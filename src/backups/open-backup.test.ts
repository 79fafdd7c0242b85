import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildBkf } from '../testing/bkf-backup.js';
import { kindOf, openBackup } from './open-backup.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-open-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (name: string): string => join(root, name);
const tarHead = Buffer.alloc(512);
tarHead.write('ustar', 257);
const fixedVhd = Buffer.concat([Buffer.alloc(4096), Buffer.from('conectix'), Buffer.alloc(504)]);

describe('what kind of backup it is', () => {
  it.each<[string, Buffer | string, string]>([
    ['copia.bkf', buildBkf([])[0] ?? '', 'bkf'],
    ['copia sin extensión', buildBkf([])[0] ?? '', 'bkf'],
    // its start may be what is damaged
    ['rota.BKF', Buffer.alloc(4096), 'bkf'],
    ['a', 'PK\x03\x04 and more', 'zip'],
    ['b', tarHead, 'tar'],
    ['c', 'vhdxfile and more', 'vhdx'],
    ['d', 'conectix and more', 'vhd'],
    ['e', fixedVhd, 'vhd'],
  ])('%s, by its content', (name, content, kind) => {
    writeFileSync(at(name), content);
    expect(kindOf(at(name))).toBe(kind);
  });

  it('a folder, and a repository of restic, which is one too', () => {
    mkdirSync(at('carpeta'));
    expect(kindOf(at('carpeta'))).toBe('folder');
    for (const name of ['data', 'index', 'keys', 'snapshots']) mkdirSync(join(at('carpeta'), name));
    expect(kindOf(at('carpeta'))).toBe('folder');
    writeFileSync(join(at('carpeta'), 'config'), '');
    expect(kindOf(at('carpeta'))).toBe('restic');
  });

  it.each([
    ['texto.txt', 'x', /is no backup that can be read/],
    ['vacío', '', /is no backup that can be read/],
    ['no está', undefined, /There is no backup/],
  ])('%s is none', (name, content, expected) => {
    if (content !== undefined) writeFileSync(at(name), content);
    expect(() => kindOf(at(name))).toThrow(expected);
  });

  it('asks for a password only where one is needed', async () => {
    const password = (): Promise<string> => Promise.reject(new Error('asked'));
    const options = { password, snapshot: 'latest', signal: new AbortController().signal };
    await (await openBackup(root, options)).close();
    await expect(openBackup(at('carpeta'), options)).rejects.toThrow('asked');
  });
});
