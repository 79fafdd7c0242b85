import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../hosts/recorded/recording-text.js';
import type { SimulatedHost } from '../hosts/simulated/host.js';
import { same } from '../i18n/text.js';
import type { PlannedLogOff } from '../model/step.js';
import { aServer, aWork } from '../testing/cases.js';
import { logOffPeople } from './log-off.js';
import { logOffLines } from './simulation/sessions.js';

const recording = readRecording(readFileSync('recordings/ws2012r2-dc-es.json', 'utf8'), 'ws2012r2-dc-es.json');

const item = (force: boolean): PlannedLogOff => ({
  kind: 'log-off',
  id: 'log-off-users/sessions',
  text: same('L'),
  seconds: 600,
  countdownMinutes: 10,
  force,
  irreversible: same('I'),
});

const run = (host: SimulatedHost, force: boolean) =>
  logOffPeople(item(force), aWork(host, { executor: recording.executor }));

describe('letting people log off', () => {
  it('warns in their language, waits, and ends nobody’s session without leave', async () => {
    const host = aServer(recording, { lines: logOffLines });
    const started = host.now().getTime();
    const result = await run(host, false);
    expect(result).toMatchObject({ outcome: 'failed', data: { met: 3 } });
    expect(result.why).toContain('administrador');
    expect((host.now().getTime() - started) / 60_000).toBeGreaterThanOrEqual(10);
    const warned = host.ran.filter(line => /powershell|msg/.test(line));
    expect(warned.length).toBeGreaterThanOrEqual(3);
    expect(host.ran.some(line => /^logoff|\/delete/.test(line))).toBe(false);
  });

  it('ends what is left when the plan says so', async () => {
    const host = aServer(recording, { lines: logOffLines });
    expect(await run(host, true)).toMatchObject({ outcome: 'done', data: { met: 3, left: [] } });
    expect(host.ran.filter(line => /^logoff|\/delete/.test(line))).toHaveLength(3);
  });

  it('is done at once when nobody is there', async () => {
    const host = aServer(recording, { lines: logOffLines });
    await run(host, true);
    const trips = host.trips;
    expect(await run(host, false)).toMatchObject({ outcome: 'done', data: { met: 0 } });
    expect(host.trips - trips).toBe(1);
  });

  it('does not wait for those who leave by themselves', async () => {
    const host = aServer(recording, { lines: logOffLines });
    const work = aWork(host, {
      executor: recording.executor,
      pause: milliseconds => {
        host.pass(milliseconds / 1000);
        for (const session of ['1', '192.168.1.53', '192.168.1.57']) host.happen({ kind: 'logged-off', session });
        return Promise.resolve();
      },
    });
    const started = host.now().getTime();
    expect(await logOffPeople(item(false), work)).toMatchObject({ outcome: 'done', data: { met: 3 } });
    expect((host.now().getTime() - started) / 60_000).toBeLessThan(3);
  });

  it('says so when nobody can tell who is there', async () => {
    const { answers } = recording;
    const gone = Object.fromEntries(
      Object.entries(answers).map(([id, answer]) => [
        id,
        /session/.test(id) ? ({ state: 'denied', ms: 0, why: 'no rights' } as const) : answer,
      ]),
    );
    expect(await run(aServer({ ...recording, answers: gone }), false)).toMatchObject({ outcome: 'failed' });
  });
});
