import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instruction } from '../../../model/instruction.js';
import { type TestSshd, startSshd, whyNoSshd } from '../../../testing/sshd.js';
import { executors } from '../../executors/all.js';
import { sshHost } from './host.js';
import type { SshOptions } from './options.js';

const reason = whyNoSshd();
if (reason) process.stderr.write(`Left out: carrying out over a real sshd (${reason})\n`);

const folder = mkdtempSync(join(tmpdir(), 'antesala-carry-over-'));
const run = (id: string, line: string): Instruction => ({ kind: 'run', id, line });
const touch = (name: string): string => `sleep 1; touch ${join(folder, name)}`;
const there = (...names: string[]): boolean[] => names.map(name => existsSync(join(folder, name)));

describe.skipIf(reason !== undefined)('carrying out over a real sshd', () => {
  let sshd: TestSshd;
  let cable: Cable;
  beforeAll(async () => {
    sshd = await startSshd();
    cable = await cableTo(sshd.port);
    const { type, base64 } = sshd.hostKey('ed25519');
    writeFileSync(join(folder, 'known_hosts'), `[127.0.0.1]:${cable.port} ${type} ${base64}\n`);
  });
  afterAll(async () => {
    cable.close();
    await sshd.stop();
    rmSync(folder, { recursive: true });
  });
  const host = (more: SshOptions = {}, programs = executors) =>
    sshHost(
      { host: '127.0.0.1', port: cable.port },
      {
        identityFiles: [sshd.identityFile],
        agent: false,
        knownHostsFiles: [join(folder, 'known_hosts')],
        ...more,
      },
      programs,
    );

  it('takes one process and tells results as they come', async () => {
    const before = sshd.sessions();
    const seen: string[] = [];
    const { results, broke } = await host().carryOut('sh', [run('a', 'echo ñ'), run('b', 'exit 4')], {
      onResult: ({ id }) => seen.push(id),
    });
    expect(results).toMatchObject([
      { did: 'ran', text: 'ñ\n' },
      { did: 'ran', exit: 4 },
    ]);
    expect([seen, broke, sshd.sessions() - before]).toEqual([['a', 'b'], undefined, 1]);
  });

  it('tells what came when the cable is cut, and the server finishes only what it was at', async () => {
    const lines = ['a', 'b', 'c'].map(id => run(id, touch(`cut-${id}`)));
    const { results, broke } = await host().carryOut('sh', lines, { onResult: () => cable.cut() });
    expect([results.map(({ id }) => id), broke?.kind]).toEqual([['a'], 'cut-off']);
    await expect.poll(() => there('cut-b'), { timeout: 5000 }).toEqual([true]);
    await new Promise(resolve => setTimeout(resolve, 2000));
    expect(there('cut-a', 'cut-b', 'cut-c')).toEqual([true, true, false]);
  });

  it('does not claim that nothing was done when the cable is cut before the header came', async () => {
    const slow: typeof executors = {
      ...executors,
      sh: { ...executors.sh, instructionProgram: () => 'sleep 30\n' },
    };
    setTimeout(() => cable.cut(), 1500);
    const { results, broke } = await host({}, slow).carryOut('sh', [run('a', 'x')], {});
    expect([results, broke?.kind]).toEqual([[], 'cut-off']);
  });

  it('is stopped by the user after what it is at', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 1500);
    const carried = host().carryOut('sh', [run('a', `sleep 2; ${touch('stop-a')}`), run('b', touch('stop-b'))], {
      signal: stop.signal,
    });
    const { results, broke } = await carried;
    expect([results.map(({ id }) => id), broke?.kind]).toEqual([['a'], 'stopped']);
    expect(there('stop-a', 'stop-b')).toEqual([true, false]);
  });

  it('waits no longer for a server that begins nothing', async () => {
    const silent = { ...executors, sh: { ...executors.sh, instructionProgram: () => 'sleep 3\n' } };
    const { results, broke } = await host({ firstLineTimeoutSeconds: 0.5 }, silent).carryOut('sh', [run('a', 'x')], {});
    expect([results, broke?.kind]).toEqual([[], 'timeout']);
  });

  it('throws when nobody is let in, or nothing can be run', async () => {
    await expect(host({ identityFiles: [] }).carryOut('sh', [run('a', 'x')], {})).rejects.toMatchObject({
      kind: 'login',
    });
    await expect(host().carryOut('powershell', [run('a', 'x')], {})).rejects.toMatchObject({ kind: 'no-executor' });
  });
});

interface Cable {
  readonly port: number;
  /** Breaks every connection that goes through it, without a word to either end. */
  cut(): void;
  close(): void;
}

function cableTo(port: number): Promise<Cable> {
  const sockets = new Set<Socket>();
  const server = createServer(near => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined).on('close', () => to.destroy());
      from.pipe(to);
    }
  });
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
    sockets.clear();
  };
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address ? address.port : 0, cut, close: () => server.close() });
    });
  });
}
