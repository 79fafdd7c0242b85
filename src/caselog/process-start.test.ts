import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { processStart } from './process-start.js';

it('tells a process from every other, the same each time', async () => {
  const [own, parent] = [await processStart(process.pid), await processStart(process.ppid)];
  expect(own).not.toMatch(/^(gone|unknown)$/);
  expect(await processStart(process.pid)).toBe(own);
  expect(parent).not.toBe('gone');
  expect(parent).not.toBe(own);
});

it('one that has ended is gone', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  expect(await processStart(pid)).toBe('gone');
});

it('one that was killed and of which only the exit status is left is gone', async () => {
  // a shell that becomes another program does not collect the process it started before
  const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString().trim());
  try {
    expect(await processStart(pid)).not.toBe('gone');
    process.kill(pid, 'SIGKILL');
    const state = (): string => {
      try {
        return readFileSync(`/proc/${pid}/stat`, 'latin1')
          .replace(/^.*\) /, '')
          .slice(0, 1);
      } catch {
        return 'none';
      }
    };
    while (!['Z', 'none'].includes(state())) await new Promise(resolve => void setTimeout(resolve, 5));
    if (process.platform === 'linux') expect(state()).toBe('Z');
    expect(await processStart(pid)).toBe('gone');
  } finally {
    parent.kill('SIGKILL');
  }
});
