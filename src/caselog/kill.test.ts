import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleCaseWriter, startCaseWriter } from '../testing/case-writer.js';
import { logFileName } from './case-file.js';
import { createCase, openCase } from './open-case.js';
import { verifyCase } from './verify.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-kill-'));
const options = { now: () => new Date(), actor: 'ana@taller' };
/** More by hand: ANTESALA_KILLS=500 npx vitest run src/caselog/kill.test.ts */
const kills = Number(process.env['ANTESALA_KILLS'] ?? 20);
let program = '';

beforeAll(() => {
  program = bundleCaseWriter(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it(`killed ${kills} times while it appends: every acknowledged event is there, and at most one line is torn each time`, {
  timeout: 60_000 + kills * 5000,
}, async () => {
  const folder = join(root, 'case');
  await (await createCase(folder, { name: 'x', host: 'local', to: null, version: '0' }, options)).close();
  let acknowledged = 1;
  let appends = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const before = readFileSync(join(folder, logFileName), 'latin1');
    const writer = startCaseWriter(program, 'append', folder);
    await writer.saw('open');
    await new Promise(resolve => {
      setTimeout(resolve, Math.random() * 60);
    });
    writer.process.kill('SIGKILL');
    await writer.ended();
    const numbers = writer.lines.filter(line => /^\d+$/.test(line)).map(Number);
    acknowledged = numbers.at(-1) ?? acknowledged;
    appends += numbers.length;
    const left = readFileSync(join(folder, logFileName), 'latin1');
    expect(left.startsWith(before.slice(0, before.lastIndexOf('\n') + 1))).toBe(true);
    const log = await openCase(folder, { ...options, write: true });
    expect(log.events.length).toBeGreaterThanOrEqual(acknowledged + 1);
    const since = log.events.slice(acknowledged).map(event => event.type);
    expect(since.filter(type => type === 'lock-taken-over')).toHaveLength(1);
    expect(since.filter(type => type === 'torn-line-set-aside').length).toBeLessThanOrEqual(1);
    expect(log.linesFrom(1).startsWith(left.slice(0, left.lastIndexOf('\n') + 1))).toBe(true);
    acknowledged = log.events.length;
    await log.close();
  }
  const { problems, log } = await verifyCase(folder);
  expect(problems).toEqual([]);
  expect(appends).toBeGreaterThan(kills);
  expect(readdirSync(folder).filter(name => name.startsWith('lock'))).toEqual([]);
  const torn = log?.events.filter(event => event.type === 'torn-line-set-aside').length ?? 0;
  console.log(`${kills} kills, ${appends} acknowledged appends, 0 lost, ${torn} torn lines`);
});
