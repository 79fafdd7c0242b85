import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loginCommand } from './login.js';
import { type LabHost, readState, writeState } from './state.js';

const host: LabHost = {
  name: 'debian',
  kind: 'debian',
  host: '127.0.0.1',
  port: 2200,
  user: 'root',
  identityFile: '/keys/id',
  knownHostsFile: '/guest/known_hosts',
  passwordFile: '/keys/password',
  variants: { motd: 2201 },
  pids: { supervisor: 10, init: 11 },
  startedAt: '2026-01-01T00:00:00.000Z',
  content: 'abc',
};

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lab-state-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

it('reads what it wrote and leaves no other file', () => {
  writeState(join(dir, 'state.json'), { debian: host });
  expect(readState(join(dir, 'state.json'))).toEqual({ debian: host });
  expect(readdirSync(dir)).toEqual(['state.json']);
});

it.each(['', '{', '[]', '{"format":"antesala-lab/2","hosts":{}}', '{"format":"antesala-lab/1","hosts":{"x":{}}}'])(
  'takes %j for no host',
  text => {
    writeFileSync(join(dir, 'state.json'), text);
    expect(readState(join(dir, 'state.json'))).toEqual({});
  },
);

it('takes a missing file for no host', () => {
  expect(readState(join(dir, 'none.json'))).toEqual({});
});

it('logs in with the key, knowing the host', () => {
  expect(loginCommand(host).join(' ')).toBe(
    'ssh -F none -p 2200 -i /keys/id -o BatchMode=yes -o IdentitiesOnly=yes -o UserKnownHostsFile=/guest/known_hosts root@127.0.0.1',
  );
});
