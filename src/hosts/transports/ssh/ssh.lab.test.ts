import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { batchOf, smallPrograms } from '../../../testing/ssh-programs.js';
import { shExecutor } from '../../executors/sh.js';
import { wshExecutor } from '../../executors/wsh/wsh.js';
import { type LabHost, hostsIn } from '../lab.js';
import { sshHost } from './host.js';
import type { SshOptions } from './options.js';

const stateFile = join(process.env['ANTESALA_LAB_DIR'] ?? join(homedir(), '.cache', 'antesala-lab'), 'state.json');
const hosts = (() => {
  try {
    return hostsIn(readFileSync(stateFile, 'utf8'));
  } catch {
    return new Map<string, LabHost>();
  }
})();
const windows = [...hosts].filter(([name]) => /^(sbs|ws)/.test(name));
const linux = [...hosts].filter(([name]) => name.startsWith('debian'));
if (windows.length === 0)
  process.stderr.write('Left out: Windows-like servers over SSH (none is up: npm run lab -- up)\n');
if (linux.length === 0) process.stderr.write('Left out: a Debian server over SSH (none is up: npm run lab -- up)\n');

const nonces: string[] = [];
const wsh: typeof wshExecutor = {
  ...wshExecutor,
  program(batch, nonce) {
    nonces.push(nonce);
    return wshExecutor.program(batch, nonce);
  },
};
const executors = { ...smallPrograms, sh: shExecutor, wsh };
const gather = async (
  host: LabHost,
  lines: readonly string[],
  more: SshOptions = {},
  signal?: AbortSignal,
): Promise<string> => {
  const batch = batchOf(...lines);
  const { answers } = await sshHost(host.address, { ...host.options, ...more }, executors).gather(
    { linux: batch, windows: batch },
    { now: () => new Date(0), ...(signal ? { signal } : {}) },
  );
  const printed = answers['printed'];
  return printed?.state === 'ok' && 'text' in printed ? printed.text : '';
};
/** What of ours (others may be asking the same server) lies in the account's home and its temporary folder. */
const ours = async (host: LabHost): Promise<string> => {
  const text = await gather(host, ['dir /b /s "%TEMP%\\antesala-*" "%USERPROFILE%\\antesala-*"'], { executor: 'wsh' });
  // The script that asks, and its working folder, are there while it asks: so the list is one that shows such things.
  expect(text).toContain('antesala-NONCE');
  return nonces.filter(nonce => text.includes(`antesala-${nonce}`)).join(' ');
};

describe.skipIf(linux.length === 0)('a Debian server of the lab', () => {
  it.each(linux)('%s is asked by sh', async (_name, host) => {
    expect(await gather(host, ['uname -s'])).toMatch(/"executor":"sh".*"end":1/s);
  });
});

describe.skipIf(windows.length === 0)('Windows-like servers of the lab', () => {
  it.each(windows)('%s is found out to be one and asked by script, which is gone afterwards', async (_name, host) => {
    const text = await gather(host, ['ver', 'echo ñandú']);
    expect(text).toMatch(/"executor":"wsh".*"id":"q1".*"end":2/s);
    expect(await ours(host)).toBe('');
  });

  it.each(windows)('%s keeps nothing when stopped half way', async (_name, host) => {
    const stop = new AbortController();
    const asked = gather(host, ['ver', 'ping -n 60 127.0.0.1'], { executor: 'wsh' }, stop.signal);
    setTimeout(() => stop.abort(), 3000);
    await expect(asked).rejects.toMatchObject({ kind: 'stopped' });
    expect(await ours(host)).toBe('');
  });
});
