import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { StampedEvent } from '../model/event.js';
import { createCase } from './open-case.js';
import { isEncrypted, newKey, readPublicKey, readSigningKey, signCase, signatureHolds } from './signing.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-sign-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Signed = Extract<StampedEvent, { readonly type: 'signed' }>;
const key = newKey();
const log = await createCase(
  join(root, 'case'),
  { name: 'x', host: 'local', to: null, version: '0' },
  { now: () => new Date('2026-11-25T10:00:00.000Z'), actor: 'ana@taller' },
);
const signed = (await signCase(log, readSigningKey(key.privatePem), 'Ana Núñez')) as Signed;
await log.close();

describe('a signature', () => {
  it('stands in the log, over the line before it, and holds', () => {
    expect(signed).toMatchObject({ type: 'signed', seq: 2, by: 'Ana Núñez', publicKey: key.publicKey });
    expect(log.events).toHaveLength(2);
    expect(signatureHolds(log.id, signed)).toBe(true);
  });

  const other = newKey();
  it.each<[string, Partial<Signed>, string]>([
    ['of another case', {}, 'another-case'],
    ['over another line', { prev: '1'.repeat(64) }, log.id],
    ['of another key', { publicKey: other.publicKey }, log.id],
    [
      'changed by a bit',
      { signature: (signed.signature.startsWith('A') ? 'B' : 'A') + signed.signature.slice(1) },
      log.id,
    ],
    ['empty', { signature: '' }, log.id],
    ['with a key that is none', { publicKey: 'x' }, log.id],
    ['with a key of another kind', { publicKey: rsa() }, log.id],
  ])('%s does not hold', (_, change, id) => {
    expect(signatureHolds(id, { ...signed, ...change })).toBe(false);
  });

  it('can be verified with openssl alone', () => {
    const place = (name: string, content: string | Buffer): string => {
      writeFileSync(join(root, name), content);
      return join(root, name);
    };
    const message = place('message', `antesala.signature/1\n${log.id}\n${signed.prev}\n`);
    const args = ['pkeyutl', '-verify', '-pubin', '-inkey', place('pub.pem', key.publicPem), '-rawin', '-in', message];
    const done = spawnSync('openssl', [...args, '-sigfile', place('sig', Buffer.from(signed.signature, 'base64'))], {
      encoding: 'utf8',
    });
    if (done.error) return console.log('openssl is not installed here: not verified with it');
    expect(done.stdout).toContain('Verified Successfully');
  });
});

describe('keys', () => {
  it('with a passphrase are encrypted and open with it only', () => {
    const secret = newKey('contraseña ñ');
    expect(isEncrypted(secret.privatePem)).toBe(true);
    expect(isEncrypted(key.privatePem)).toBe(false);
    expect(readSigningKey(secret.privatePem, 'contraseña ñ').asymmetricKeyType).toBe('ed25519');
    for (const wrong of ['contraseña n', '', undefined]) {
      expect(() => readSigningKey(secret.privatePem, wrong)).toThrow(expect.objectContaining({ kind: 'wrong-key' }));
    }
  });

  it.each([
    ['the public one', key.publicPem],
    ['of another kind', generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['nothing', ''],
    ['text', 'hello'],
  ])('to sign with: not %s', (_, text) => {
    expect(() => readSigningKey(text)).toThrow(expect.objectContaining({ kind: 'wrong-key' }));
  });

  it('to verify with are read from the PEM and from the log’s own form', () => {
    expect(readPublicKey(key.publicPem)).toBe(key.publicKey);
    expect(readPublicKey(`  ${key.publicKey}\n`)).toBe(key.publicKey);
  });

  it.each([
    ['the private one', key.privatePem],
    ['of another kind', rsa()],
    ['nothing', ''],
    ['text', 'hello'],
  ])('to verify with: not %s', (_, text) => {
    expect(() => readPublicKey(text)).toThrow(expect.objectContaining({ kind: 'wrong-key' }));
  });
});

function rsa(): string {
  return generateKeyPairSync('rsa', { modulusLength: 1024 })
    .publicKey.export({ type: 'spki', format: 'der' })
    .toString('base64');
}
