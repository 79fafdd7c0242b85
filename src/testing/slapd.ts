import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSignedFor } from './tls.js';

/** Why no directory can be started here; undefined when one can. */
export const noSlapd = existsSync('/usr/sbin/slapd') ? undefined : 'the Debian package slapd is not installed';

export interface TestDirectory {
  readonly port: number;
  readonly base: string;
  readonly bindDn: string;
  readonly password: string;
  readonly cert: string;
  stop(): Promise<void>;
}

/** A name with all that a line or a filter could take for its own. */
const bindDn = 'cn=lector\\, \\"a\\" %&ñ\\27,dc=example,dc=com';

/** A real OpenLDAP of our own on the loopback with these entries (LDIF, below `dc=example,dc=com`). */
export async function startSlapd(ldif: string): Promise<TestDirectory> {
  const folder = mkdtempSync(join(tmpdir(), 'antesala-slapd-'));
  const tls = selfSignedFor('IP:127.0.0.1', 'IP:0.0.0.0');
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'key.pem'), tls.key);
  writeFileSync(join(folder, 'cert.pem'), tls.cert);
  writeFileSync(
    join(folder, 'slapd.conf'),
    `include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
attributetype ( 1.2.840.113556.1.4.8 NAME 'userAccountControl' EQUALITY integerMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )
objectclass ( 1.2.840.113556.1.5.9 NAME 'user' SUP top AUXILIARY MAY ( userAccountControl ) )
objectclass ( 1.2.840.113556.1.3.30 NAME 'computer' SUP top AUXILIARY )
modulepath /usr/lib/ldap
moduleload back_mdb
TLSCertificateFile ${folder}/cert.pem
TLSCertificateKeyFile ${folder}/key.pem
database mdb
suffix "dc=example,dc=com"
rootdn "${bindDn.replaceAll(/["\\]/g, '\\$&')}"
rootpw secreto
directory ${folder}/data
`,
  );
  writeFileSync(join(folder, 'entries.ldif'), ldif);
  execFileSync('/usr/sbin/slapadd', ['-q', '-f', join(folder, 'slapd.conf'), '-l', join(folder, 'entries.ldif')], {
    stdio: 'pipe',
  });
  const port = await freePort();
  const server = spawn(
    '/usr/sbin/slapd',
    ['-f', join(folder, 'slapd.conf'), '-h', `ldap://127.0.0.1:${port}`, '-d', '0'],
    {
      stdio: 'ignore',
    },
  );
  const ended = new Promise<void>(done => server.once('exit', () => done()));
  await answers(port);
  return {
    port,
    base: 'dc=example,dc=com',
    bindDn,
    password: 'secreto',
    cert: tls.cert,
    stop: async () => {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>(done => server.close(() => done()));
  return port;
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const open = await new Promise<boolean>(done => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => (socket.destroy(), done(true)));
      socket.once('error', () => done(false));
    });
    if (open) return;
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error('slapd does not answer');
}
