import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fingerprint,
  hostKeyAlgorithms,
  keyType,
  knownHostLine,
  knownHostName,
  lookUp,
  parseKnownHosts,
} from './known-hosts.js';

const broken = 'AAAAC3NzaC1lZDI1NTE5AAAAIFJ@';
const key = (type: string, filler: string): string => {
  const name = Buffer.from(type);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(name.length);
  return Buffer.concat([length, name, Buffer.from(filler)]).toString('base64');
};
const a = key('ssh-ed25519', 'aaaa');
const b = key('ssh-ed25519', 'bbbb');
const rsa = key('ssh-rsa', 'rrrr');

describe('lookUp', () => {
  const table: readonly (readonly [
    title: string,
    lines: string,
    name: string,
    keys: number,
    revoked: number,
    ca: number,
  ])[] = [
    ['plain name', `server ssh-ed25519 ${a}`, 'server', 1, 0, 0],
    ['name in capitals', `Server.Example ssh-ed25519 ${a}`, 'server.example', 1, 0, 0],
    ['another name', `server ssh-ed25519 ${a}`, 'server2', 0, 0, 0],
    ['name of a list', `x,server,y ssh-ed25519 ${a}`, 'server', 1, 0, 0],
    ['port', `[server]:2222 ssh-ed25519 ${a}`, '[server]:2222', 1, 0, 0],
    ['port 22 is no other port', `server ssh-ed25519 ${a}`, '[server]:2222', 0, 0, 0],
    ['star', `*.contoso.local ssh-ed25519 ${a}`, 'dc1.contoso.local', 1, 0, 0],
    ['star needs the dot', `*.contoso.local ssh-ed25519 ${a}`, 'contoso.local', 0, 0, 0],
    ['several stars', `*a*b*c ssh-ed25519 ${a}`, 'xaxxbxbxc', 1, 0, 0],
    ['question mark', `dc? ssh-ed25519 ${a}`, 'dc1', 1, 0, 0],
    ['question mark is one character', `dc? ssh-ed25519 ${a}`, 'dc12', 0, 0, 0],
    ['brackets are not a pattern', `[ab]:22 ssh-ed25519 ${a}`, 'a:22', 0, 0, 0],
    ['negated', `*.local,!dc1.local ssh-ed25519 ${a}`, 'dc1.local', 0, 0, 0],
    ['negated alone', `!dc1.local ssh-ed25519 ${a}`, 'dc2.local', 0, 0, 0],
    ['comment and blank lines', `# server ssh-ed25519 ${a}\n\n   \nserver ssh-ed25519 ${a} c\r\n`, 'server', 1, 0, 0],
    ['tabs', `server\tssh-ed25519\t${a}\tana@laptop`, 'server', 1, 0, 0],
    ['two keys', `server ssh-ed25519 ${a}\nserver ssh-rsa ${rsa}`, 'server', 2, 0, 0],
    ['revoked', `@revoked * ssh-ed25519 ${a}`, 'server', 0, 1, 0],
    ['authority', `@cert-authority *.local ssh-ed25519 ${a}`, 'a.local', 0, 0, 1],
    ['unknown marker', `@other server ssh-ed25519 ${a}`, 'server', 0, 0, 0],
    ["type that is not the key's", `server ssh-rsa ${a}`, 'server', 0, 0, 0],
    ['no Base64', `server ssh-ed25519 ****`, 'server', 0, 0, 0],
    ['cut line', `server ssh-ed25519`, 'server', 0, 0, 0],
    ['unknown hash', `|2|AAAA|BBBB ssh-ed25519 ${a}`, 'server', 0, 0, 0],
    ['broken hash', `|1| ssh-ed25519 ${a}`, 'server', 0, 0, 0],
  ];
  it.each(table)('%s', (_title, text, name, keys, revoked, authorities) => {
    const found = lookUp(parseKnownHosts(text, 'f'), name);
    expect([found.keys.length, found.revoked.length, found.authorities.length]).toEqual([keys, revoked, authorities]);
  });

  it('tells file and line', () => {
    const [line] = lookUp(parseKnownHosts(`# x\n\nserver ssh-ed25519 ${b}\n`, '/k/known_hosts'), 'server').keys;
    expect([line?.file, line?.line]).toEqual(['/k/known_hosts', 3]);
  });

  it('comes to an end with a pattern made to be slow', () => {
    const lines = parseKnownHosts(`${'*a'.repeat(500)}b ssh-ed25519 ${a}`, 'f');
    expect(JSON.stringify(lookUp(lines, 'a'.repeat(5000)))).not.toContain('revoked":true');
  });
});

describe('against ssh-keygen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'antesala-known-'));
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'k')]);
  const [type = '', base64 = ''] = readFileSync(join(folder, 'k.pub'), 'utf8').split(' ');
  const known = join(folder, 'known_hosts');
  writeFileSync(known, `server ${type} ${base64}\n[10.0.0.5]:2222 ${type} ${base64}\n`);
  execFileSync('ssh-keygen', ['-q', '-H', '-f', known], { stdio: 'ignore' });
  const hashed = readFileSync(known, 'utf8');
  const listed = execFileSync('ssh-keygen', ['-l', '-f', join(folder, 'k.pub')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });

  it.each(['server', '[10.0.0.5]:2222'])('finds the hashed %s', name => {
    expect(hashed).toMatch(/^\|1\|/);
    expect(lookUp(parseKnownHosts(hashed, 'f'), name).keys).toHaveLength(1);
    expect(lookUp(parseKnownHosts(hashed, 'f'), `${name}x`).keys).toHaveLength(0);
  });

  it('shows the same fingerprint', () => {
    expect(listed).toContain(fingerprint(Buffer.from(base64, 'base64')));
    expect(keyType(Buffer.from(base64, 'base64'))).toBe('ssh-ed25519');
  });
});

it('asks first for what is known, then for the rest', () => {
  const order = (text: string) => hostKeyAlgorithms(lookUp(parseKnownHosts(text, 'f'), 'server'));
  expect(order(`server ssh-rsa ${rsa}`).slice(0, 3)).toEqual(['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa']);
  expect(order(`server ssh-ed25519 ${a}`)[0]).toBe('ssh-ed25519');
  expect(order('').length).toBe(order(`server ssh-rsa ${rsa}`).length);
});

it('reads back the line it writes', () => {
  const name = knownHostName('FD00::10', 2222);
  const [line] = lookUp(parseKnownHosts(knownHostLine(name, Buffer.from(a, 'base64')), 'f'), '[fd00::10]:2222').keys;
  expect(line?.key.toString('base64')).toBe(a);
});

it('reads any text', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constant(`server ssh-ed25519 ${broken}`),
    fc.constant(`!*,|1|a|b ssh-rsa ${rsa}`),
  );
  fc.assert(
    fc.property(fc.array(line), fc.string(), (lines, name) => {
      lookUp(parseKnownHosts(lines.join('\n'), 'f'), name);
    }),
  );
  fc.assert(fc.property(fc.uint8Array(), bytes => void keyType(Buffer.from(bytes))));
});
