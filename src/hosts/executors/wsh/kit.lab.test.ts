import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FolderLog } from '../../../caselog/folder-log.js';
import { createCase, openCase } from '../../../caselog/open-case.js';
import { foldCase } from '../../../caselog/state.js';
import { putBack } from '../../../engine/put-back.js';
import type { ActingHost } from '../../host.js';
import { same } from '../../../i18n/text.js';
import type { Instruction } from '../../../model/instruction.js';
import type { KitCase, KitChange } from '../../../model/kit.js';
import type { Resource } from '../../../model/resource.js';
import { WineGuest } from '../../../testing/wine-guest.js';
import { caseKitFiles } from '../../transports/kit/case-kit.js';

const guest = WineGuest.open('sbs2000-es', 'prueba-kit', 'the kit of a case on Wine');
const at = guest as WineGuest;
const folder = mkdtempSync(join(tmpdir(), 'antesala-kit-lab-'));
const key = 'HKLM\\SOFTWARE\\Antesala prueba';

const off = { start: 'disabled', delayed: false, running: false };
const change = (resource: Resource, from: KitChange['from'], to: KitChange['to'], after: readonly string[] = []) => ({
  id: `prueba/${resource.kind}:${'name' in resource ? resource.name : resource.kind}`,
  text: same('añadido'),
  resource,
  from,
  to,
  after,
  timeoutSeconds: 60,
});
const service = (name: string, after: readonly string[] = []) =>
  change({ kind: 'service', name }, { start: 'auto', delayed: false, running: true }, off, after);
const items: readonly KitChange[] = [
  service('ContaPlusServidor'),
  service('Norton AntiVirus Server'),
  service('ContaPlusLicencias', ['prueba/service:ContaPlusServidor']),
  change(
    { kind: 'registry-value', key, value: 'año' },
    { present: true, type: 'sz', value: 'mañana' },
    { present: true, type: 'sz', value: 'hoy' },
  ),
  change(
    { kind: 'file', path: 'C:\\prueba-kit\\agentes.ini' },
    { present: true, base64: Buffer.from('activo=1\r\n').toString('base64') },
    { present: true, base64: Buffer.from('activo=0\r\n').toString('base64') },
  ),
];

function kitOf(log: FolderLog, changes = items): KitCase {
  return {
    caseId: log.id,
    caseName: log.name,
    platform: 'windows',
    computer: 'servidor',
    system: '2195',
    plan: '0'.repeat(64),
    lines: log.linesFrom(1).split('\n').slice(0, -1),
    steps: [{ step: 'prueba', title: same('Prueba'), state: 'do', groups: [{ kind: 'changes', items: changes }] }],
    known: [],
    backOrder: [],
  };
}

const newCase = (name: string): Promise<FolderLog> =>
  createCase(
    join(folder, name),
    { name, host: 'lab:sbs2000-es', to: null, version: '0' },
    { now, actor: 'ana@taller' },
  );
const now = (): Date => new Date();
const lasting = (id: string): string => `ProgramData/Antesala/${id}/case.jsonl`;
const logOn = (id: string): string => at.readOnDrive(lasting(id))?.toString('latin1') ?? '';

function carry(log: FolderLog, changes = items): void {
  for (const [name, text] of Object.entries(caseKitFiles(kitOf(log, changes), 'n'))) at.write(name, text);
}

const looks: readonly Instruction[] = items.map(({ id, resource }) => ({ kind: 'look', id, resource }));
async function found(): Promise<readonly unknown[]> {
  return (await at.carryOut(looks)).map(result => (result.did === 'looked' ? result.found : result.did));
}

/** Ends what runs the kit there as a power button would, as soon as the log on the server has so many lines. */
async function cutAt(id: string, lines: number): Promise<void> {
  const killed = new AbortController();
  const run = spawnCommand('antesala-prepare.cmd', killed.signal);
  const state = { over: false };
  void run.finally(() => (state.over = true));
  while (!state.over && logOn(id).split('\n').length - 1 < lines) await pause(3);
  for (const name of readdirSync('/proc')) {
    try {
      if (/cscript[^\0]*\0.*antesala-kit\.js/s.test(readFileSync(`/proc/${name}/cmdline`, 'latin1')))
        process.kill(Number(name), 'SIGKILL');
    } catch {
      // gone meanwhile, or no process
    }
  }
  // what a killed program has started may keep the connection: that is not waited for
  killed.abort();
  await run;
}

async function spawnCommand(
  line: string,
  killed?: AbortSignal,
): Promise<{ readonly out: string; readonly code: number | null }> {
  const [program = '', ...args] = at.login;
  const child = spawn(program, [...args, `${at.windowsFolder}\\${line}`], { stdio: ['ignore', 'pipe', 'ignore'] });
  let out = '';
  child.stdout.on('data', (part: Buffer) => void (out += part.toString('latin1')));
  killed?.addEventListener('abort', () => setTimeout(() => child.kill(), 3000));
  const late = setTimeout(() => child.kill(), 120_000);
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  clearTimeout(late);
  return { out, code };
}

describe.skipIf(!guest)('a case’s kit on Wine', () => {
  beforeAll(async () => {
    await at.carryOut(
      items.map(({ id, resource, from }) => ({ kind: 'set', id, resource, from: [], to: from, force: true })),
    );
  });
  afterAll(() => {
    at.ssh(`reg delete "${key}" /f`);
    at.ssh(`rmdir /s /q ${at.windowsFolder}`);
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes out of a cut after every event, and goes on in the case over the wire', async () => {
    const log = await newCase('cortes');
    const before = await found();
    expect(before).toEqual(items.map(({ from }) => from));
    carry(log);
    // run-started, step-started, all intents at once, an outcome each, step-ended, run-ended
    const points = [1, 2, 7, 8, 9, 10, 11, 12, 13];
    let cuts = 0;
    for (const point of points) {
      const length = Math.max(1, logOn(log.id).split('\n').length - 1);
      await cutAt(log.id, length + point);
      if (!logOn(log.id).trimEnd().endsWith('"outcome":"done"}')) cuts += 1;
      const { out, code } = await spawnCommand('antesala-put-back.cmd');
      expect({ point, code, out }).toMatchObject({ code: 0 });
      expect({ point, found: await found() }).toEqual({ point, found: before });
    }
    process.stdout.write(`a kit cut ${cuts} times on Wine, put back each time with 0 differences\n`);
    expect(cuts).toBeGreaterThanOrEqual(points.length - 2);

    // whole, and once more: nothing is left to do
    expect(await spawnCommand('antesala-prepare.cmd')).toMatchObject({ code: 0 });
    expect(await found()).toEqual(items.map(({ to }) => to));
    const result = at.read('antesala-SERVIDOR-prepared.jsonl') as Buffer;
    expect(await log.continueWith(result, 'result')).toMatchObject({ known: 0 });
    expect(log.linesFrom(1)).toBe(logOn(log.id));
    await log.close();

    const again = await openCase(join(folder, 'cortes'), { now, actor: 'ana@taller', write: true });
    expect([...foldCase(again.events).changes.values()].map(({ was }) => was)).toEqual(
      expect.arrayContaining(items.map(({ from }) => from)),
    );
    const host: ActingHost = {
      name: 'lab',
      gather: () => Promise.reject(new Error('not asked')),
      carryOut: async (_, instructions) => ({ results: await at.carryOut(instructions) }),
      close: () => Promise.resolve(),
    };
    const put = await putBack({ log: again, host, executor: 'wsh', now, pause: () => Promise.resolve() });
    expect(put.map(({ outcome }) => outcome)).toEqual(items.map(() => 'restored'));
    expect(await found()).toEqual(before);
    // the copy on the server was continued by the engine
    expect(again.linesFrom(1).startsWith(logOn(again.id))).toBe(true);
    await again.close();
    // the kit puts back what others did, too, but prepares no more: its plan may be stale
    expect(await spawnCommand('antesala-prepare.cmd')).toMatchObject({ code: 2 });
    expect(await spawnCommand('antesala-put-back.cmd')).toMatchObject({ code: 0 });
  }, 600_000);

  it('sets what a service needs once more when the service manager forgets it with the put-back', async () => {
    const log = await newCase('dependencias');
    const [first] = items;
    if (!first) throw new Error('no items');
    const needed = { present: true, type: 'multi', value: 'ContaPlusLicencias' };
    const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
    const resource = {
      kind: 'registry-value',
      key: `${services}\\ContaPlusServidor`,
      value: 'DependOnService',
    } as const;
    const guard = { ...change(resource, needed, needed, [first.id]), id: 'prueba/guarda', lost: { present: false } };
    const look: readonly Instruction[] = [first, guard].map(one => ({
      kind: 'look',
      id: one.id,
      resource: one.resource,
    }));
    await at.carryOut([{ kind: 'set', id: 'x', resource, from: [], to: needed, force: true }]);
    carry(log, [first, guard]);
    expect(await spawnCommand('antesala-prepare.cmd')).toMatchObject({ code: 0 });
    expect(await spawnCommand('antesala-put-back.cmd')).toMatchObject({ code: 0 });
    expect(await at.carryOut(look)).toMatchObject([{ found: first.from }, { found: needed }]);
    expect(await log.continueWith(at.read('antesala-SERVIDOR-put-back.jsonl') as Buffer, 'result')).toMatchObject({
      known: 0,
    });
    const times = log.events.filter(
      ({ type, item }: { type: string; item?: string }) => type === 'put-back-intent' && item === guard.id,
    );
    process.stdout.write(`what a service needs was set ${times.length} times on Wine\n`);
    await log.close();
  }, 300_000);

  it('says what drifted and leaves it, and sets it by force; touches nothing with a log that was changed', async () => {
    const log = await newCase('variado');
    carry(log);
    expect(await spawnCommand('antesala-prepare.cmd')).toMatchObject({ code: 0 });
    at.ssh('sc config "Norton AntiVirus Server" start= demand');
    const first = await spawnCommand('antesala-put-back.cmd');
    expect(first.code).toBe(3);
    expect(first.out).toContain(
      'DRIFTED / HA VARIADO: service:Norton AntiVirus Server [prueba/service:Norton AntiVirus Server]',
    );
    const forced = await spawnCommand('antesala-put-back.cmd "/force:prueba/service:Norton AntiVirus Server"');
    expect(forced).toMatchObject({ code: 0 });
    expect(await found()).toEqual(items.map(({ from }) => from));

    const whole = logOn(log.id);
    const path = at.pathOnDrive(lasting(log.id));
    writeFileSync(path, whole.replace('"forced":true', '"forced":null'));
    expect(await spawnCommand('antesala-put-back.cmd')).toMatchObject({
      code: 2,
      out: expect.stringContaining('line '),
    });
    expect(logOn(log.id)).toContain('"forced":null');
    // half a line of a write that broke off is set aside, and said
    writeFileSync(path, `${whole}{"seq":`);
    expect(await spawnCommand('antesala-put-back.cmd')).toMatchObject({ code: 0 });
    expect(logOn(log.id).slice(whole.length)).toMatch(/^\{"seq":.*"type":"torn-line-set-aside"/);
    await log.continueWith(at.read('antesala-SERVIDOR-put-back.jsonl') as Buffer, 'result');
    await log.close();
  }, 300_000);
});
