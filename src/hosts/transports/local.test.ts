import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Batch, Question } from '../../model/question.js';
import { decodeAnswers } from '../decode.js';
import type { Executor } from '../executor.js';
import { shExecutor } from '../executors/sh.js';
import { recordingFrom } from '../recording-from.js';
import { localHost } from './local.js';
import type { SshExecutors } from './ssh/ask.js';

const now = () => new Date('2026-01-02T03:04:05Z');
const batch = (...questions: Question[]): Batch => ({ questions, avoidDrives: [] });
const batches = (...questions: Question[]) => ({ linux: batch(...questions), windows: batch() });
const command = (line: string, timeoutSeconds = 60): Question => ({ kind: 'command', id: 'q', line, timeoutSeconds });

/** sh alone exists here; what stands for the others is run by sh, too. */
function executorsWith(sh: Partial<Executor> = {}): SshExecutors {
  const none: Executor = { name: 'wsh', platform: 'windows', program: () => '' };
  return {
    sh: { ...shExecutor, ...sh },
    wsh: none,
    powershell: { ...none, name: 'powershell', commandLine: 'no-such-powershell.exe -NoLogo' },
    record: ({ host, batch: asked, nonce, text, gatheredAt }) =>
      recordingFrom(decodeAnswers(text, asked, nonce), { host, batch: asked, gatheredAt }),
  };
}

/** Inherited by everything these tests start, so that a second run of them at the same time is not mistaken for a leftover. */
const run = `local-${process.pid}`;
process.env['ANTESALA_TEST_RUN'] = run;

async function sleeping(seconds: number): Promise<boolean> {
  await pause(200);
  return readdirSync('/proc').some(pid => {
    try {
      const ours = readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`ANTESALA_TEST_RUN=${run}\0`);
      return ours && readFileSync(`/proc/${pid}/cmdline`, 'latin1') === `sleep\0${seconds}\0`;
    } catch {
      return false;
    }
  });
}

describe('localHost', () => {
  it('asks this machine', async () => {
    const progress: number[] = [];
    const recording = await localHost(executorsWith()).gather(batches(command('echo "TOKEN=abc ñ"')), {
      now,
      onProgress: ({ answered }) => progress.push(answered),
    });
    expect(recording).toMatchObject({
      schema: 'antesala.recording/1',
      host: 'local',
      platform: 'linux',
      executor: 'sh',
      gatheredAt: '2026-01-02T03:04:05.000Z',
      answers: { q: { state: 'ok', text: 'TOKEN=‹masked› ñ\n', exit: 0 } },
    });
    expect(progress.at(-1)).toBe(1);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'ends before its end line',
      'echo "@antesala:$nonce {\\"answers\\":1,\\"executor\\":\\"sh\\"}"; echo oops >&2',
      'cut-off',
      /after 0 of 1 question \(it said: oops\)/,
    ],
    ['says nothing of ours', 'echo "policy forbids this"', 'no-executor', /it said: policy forbids this/],
    [
      'answers without end',
      'echo "@antesala:$nonce {\\"answers\\":1}"; while :; do echo 0123456789012345678901234567890; done',
      'cut-off',
      /answered without end/,
    ],
  ])('says so when the program %s', async (_name, program, kind, words) => {
    const sh = { program: (_batch: Batch, nonce: string) => `nonce=${nonce}\n${program}\n` };
    const gathered = localHost(executorsWith(sh), { maxBytes: 100_000 }).gather(batches(command('x')), { now });
    await expect(gathered).rejects.toMatchObject({
      name: 'HostError',
      kind,
      text: { en: expect.stringMatching(words) },
    });
  });

  it('stops at the total time limit and leaves nothing', async () => {
    const gathered = localHost(executorsWith(), { totalTimeoutSeconds: 1 }).gather(batches(command('sleep 71')), {
      now,
    });
    await expect(gathered).rejects.toMatchObject({
      kind: 'timeout',
      text: { es: expect.stringContaining('0 de 1 pregunta en 1 segundo') },
    });
    expect(await sleeping(71)).toBe(false);
  });

  it('stops when told to and leaves nothing', async () => {
    const controller = new AbortController();
    const gathered = localHost(executorsWith()).gather(batches(command('sleep 72')), {
      now,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 500);
    await expect(gathered).rejects.toMatchObject({ kind: 'stopped' });
    expect(await sleeping(72)).toBe(false);
  });

  it('does not start at all when told to stop before', async () => {
    const gathered = localHost(executorsWith()).gather(batches(command('x')), { now, signal: AbortSignal.abort() });
    await expect(gathered).rejects.toMatchObject({ kind: 'stopped' });
  });

  it('is stopped by being closed', async () => {
    const host = localHost(executorsWith());
    const gathered = host.gather(batches(command('sleep 73')), { now });
    setTimeout(() => void host.close(), 500);
    await expect(gathered).rejects.toMatchObject({ kind: 'stopped' });
    expect(await sleeping(73)).toBe(false);
  });

  it('says what is missing where neither PowerShell nor Windows Script Host can be started', async () => {
    const gathered = localHost(executorsWith(), { system: 'win32' }).gather(batches(), { now });
    await expect(gathered).rejects.toMatchObject({
      kind: 'no-executor',
      text: { en: expect.stringContaining('cscript.exe') },
    });
  });
});
