import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { FolderLog } from '../caselog/folder-log.js';
import { createCase } from '../caselog/open-case.js';
import { acceptInCase } from '../engine/case/put-back-case.js';
import { foldCase } from '../caselog/state.js';
import { same } from '../i18n/text.js';
import type { KitCase, KitChange, KitGroup } from '../model/kit.js';
import type { Resource } from '../model/resource.js';

/** A kit's program on this machine, with a place of its own for what stays on a server. */
export interface KitRig {
  /** The files of a kit by name. */
  files(kit: KitCase): Readonly<Record<string, string>>;
  /** Program and arguments that run a role of the kit in its folder. */
  command(folder: string, role: 'prepare' | 'put-back', words: readonly string[]): readonly [string, ...string[]];
  /** @param lasting folder that stands for the one an upgrade keeps */
  env(lasting: string): NodeJS.ProcessEnv;
  caseFolder(lasting: string, caseId: string): string;
  readonly platform: KitCase['platform'];
  /** Whether it reads what other ways in have added to the log. */
  readonly readsLog: boolean;
  /** After how many events of a run it is cut; fewer where starting a program takes long. */
  readonly cuts: readonly number[];
}

/** What the kits of all executors hold to, with files and commands of this machine. */
export function kitContract(rig: KitRig): void {
  const root = mkdtempSync(join(tmpdir(), 'antesala-kit-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const patient = 400_000;
  let at = 0;
  let folder = '';
  let log: FolderLog;
  const place = (...names: readonly string[]): string => join(folder, ...names);
  beforeEach(async () => {
    at += 1;
    folder = join(root, String(at));
    for (const name of ['', 'kit', 'lasting', 'things']) mkdirSync(place(name), { recursive: true });
    const now = (): Date => new Date();
    log = await createCase(
      place('case'),
      { name: 'prueba', host: 'x', to: null, version: '0' },
      { now, actor: 'ana@x' },
    );
    reset();
  });
  afterEach(() => log.close());
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const file = (name: string): string => place('things', name);
  const reset = (): void => {
    writeFileSync(file('agentes.ini'), 'activo=ñ\n', { mode: 0o644 });
    writeFileSync(file('cortafuegos'), 'on\n');
    rmSync(file('nuevo'), { force: true });
  };
  const things = (): readonly (string | undefined)[] =>
    ['agentes.ini', 'cortafuegos', 'nuevo'].map(name =>
      existsSync(file(name)) ? readFileSync(file(name), 'utf8') : undefined,
    );
  const before = ['activo=ñ\n', 'on\n', undefined];
  const after = ['activo=0\n', 'off\n', 'x'];

  const change = (resource: Resource, from: KitChange['from'], to: KitChange['to'], waits: readonly string[] = []) => ({
    id: `paso/${'name' in resource ? resource.name : 'path' in resource ? resource.path.replace(/.*\//, '') : ''}`,
    text: same('añadido'),
    resource,
    from,
    to,
    after: waits,
    timeoutSeconds: 20,
  });
  const items = (): readonly KitChange[] => [
    change(
      { kind: 'file', path: file('agentes.ini') },
      { present: true, base64: base64('activo=ñ\n') },
      { present: true, base64: base64('activo=0\n') },
    ),
    change(
      {
        kind: 'command',
        name: 'cortafuegos "año" \\n',
        look: `cat ${file('cortafuegos')}`,
        set: { on: `echo on >${file('cortafuegos')}`, off: `sleep 0.3; echo off >${file('cortafuegos')}` },
      },
      { value: 'on' },
      { value: 'off' },
      ['paso/agentes.ini'],
    ),
    change({ kind: 'file', path: file('nuevo') }, { present: false }, { present: true, base64: base64('x') }),
  ];
  const kitOf = (groups: readonly KitGroup[] = [{ kind: 'changes', items: items() }]): KitCase => ({
    caseId: log.id,
    caseName: 'prueba ñ',
    platform: rig.platform,
    computer: hostname(),
    system: '',
    plan: 'a'.repeat(64),
    lines: log.linesFrom(1).split('\n').slice(0, -1),
    steps: [{ step: 'paso', title: same('Paso'), state: 'do', groups }],
    known: [...foldCase(log.events).changes.values()].map(({ item, resource, was, to, after: waits }) => ({
      item,
      resource,
      was,
      to,
      after: waits,
    })),
    backOrder: items()
      .map(({ id }) => id)
      .toReversed(),
  });
  const carry = (kit: KitCase): void => {
    for (const [name, text] of Object.entries(rig.files(kit))) writeFileSync(place('kit', name), text);
  };
  const start = (role: 'prepare' | 'put-back', words: readonly string[], from: string) => {
    const [program, ...args] = rig.command(from, role, words);
    // a group of its own, so that all of it can be ended at once
    return spawn(program, args, {
      cwd: from,
      env: rig.env(place('lasting')),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
  };
  const run = async (role: 'prepare' | 'put-back', words: readonly string[] = [], from = place('kit')) => {
    const child = start(role, words, from);
    let out = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => void (out += part.toString()));
    const code = await new Promise<number | null>(resolve => child.on('close', resolve));
    return { code, out };
  };
  const onServer = (): string => join(rig.caseFolder(place('lasting'), log.id), 'case.jsonl');
  const lines = (): number => (existsSync(onServer()) ? readFileSync(onServer(), 'latin1').split('\n').length - 1 : 0);
  const result = (role: 'prepared' | 'put-back'): Buffer =>
    readFileSync(place('kit', `antesala-${hostname()}-${role}.jsonl`));

  it(
    'prepares, writes the case’s own log, and puts back from the server without the kit',
    async () => {
      carry(kitOf());
      expect(await run('prepare')).toMatchObject({
        code: 0,
        out: expect.stringContaining('changed / cambiado: command:cortafuegos "año"'),
      });
      expect(things()).toEqual(after);
      expect(await log.continueWith(result('prepared'), 'result')).toMatchObject({ known: 0 });
      expect(log.linesFrom(1)).toBe(readFileSync(onServer(), 'latin1'));
      const { changes } = foldCase(log.events);
      expect([...changes.values()].map(({ was, to, outcome }) => ({ was, to, outcome }))).toMatchObject(
        items().map(({ from, to }) => ({ was: from, to, outcome: 'changed' })),
      );
      rmSync(place('kit'), { recursive: true });
      const stays = rig.caseFolder(place('lasting'), log.id);
      const { code, out } = await run('put-back', [], stays);
      expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('restored / restablecido') });
      expect(things()).toEqual(before);
      await log.continueWith(readFileSync(join(stays, `antesala-${hostname()}-put-back.jsonl`)), 'result');
      expect([...foldCase(log.events).changes.values()].map(({ putBack }) => putBack)).toEqual(
        items().map(() => 'restored'),
      );
      expect(log.linesFrom(1)).toBe(readFileSync(onServer(), 'latin1'));
      expect(await run('put-back', [], stays)).toMatchObject({
        code: 0,
        out: expect.stringContaining('as it was / como estaba'),
      });
    },
    patient,
  );

  it(
    'comes out of a cut after every event',
    async () => {
      carry(kitOf());
      let cuts = 0;
      for (const point of rig.cuts) {
        const length = Math.max(1, lines());
        const child = start('prepare', [], place('kit'));
        const closed = new Promise(resolve => child.on('close', resolve));
        while (child.exitCode === null && lines() < length + point) await pause(1);
        if (child.exitCode === null) {
          cuts += 1;
          process.kill(-(child.pid as number), 'SIGKILL');
        }
        await closed;
        expect({ point, ...(await run('put-back')) }).toMatchObject({ point, code: 0 });
        expect({ point, things: things() }).toEqual({ point, things: before });
      }
      process.stdout.write(`a kit cut ${cuts} times, put back each time with 0 differences\n`);
      expect(cuts).toBeGreaterThanOrEqual(rig.cuts.length - 2);
      await log.continueWith(result('put-back'), 'result');
      expect(readdirSync(place('things')).toSorted()).toEqual(['agentes.ini', 'cortafuegos']);
    },
    patient,
  );

  it(
    'goes on after a cut, and puts back what was there first',
    async () => {
      carry(kitOf());
      const child = start('prepare', [], place('kit'));
      const closed = new Promise(resolve => child.on('close', resolve));
      // run, step, intents, first outcome
      while (child.exitCode === null && lines() < 1 + 6) await pause(1);
      process.kill(-(child.pid as number), 'SIGKILL');
      await closed;
      expect(await run('prepare')).toMatchObject({ code: 0 });
      expect(await run('prepare')).toMatchObject({ code: 0 });
      expect(things()).toEqual(after);
      expect(await run('put-back')).toMatchObject({ code: 0 });
      expect(things()).toEqual(before);
      await log.continueWith(result('put-back'), 'result');
      expect([...foldCase(log.events).changes.values()].map(({ was }) => was)).toMatchObject(
        items().map(({ from }) => from),
      );
    },
    patient,
  );

  it(
    'leaves what drifted and says so with 3; a person accepts it afterwards',
    async () => {
      carry(kitOf());
      await run('prepare');
      writeFileSync(file('agentes.ini'), 'de otro\n');
      const { code, out } = await run('put-back');
      expect({ code, out }).toMatchObject({ code: 3, out: expect.stringContaining('DRIFTED / HA VARIADO') });
      expect(out).toContain('[paso/agentes.ini]');
      expect(things()).toEqual(['de otro\n', 'on\n', undefined]);
      // What the kit left is accepted where Antesala runs
      await log.continueWith(result('put-back'), 'result');
      const accept = { items: ['paso/agentes.ini'], by: 'Ana', reason: 'lo ha cambiado el cliente' };
      expect(await acceptInCase(log, accept)).toMatchObject({
        complete: true,
        items: [{ outcome: 'drifted', accepted: { by: 'Ana', counts: true } }, {}, {}],
      });
    },
    patient,
  );

  it(
    'sets what drifted when told to',
    async () => {
      carry(kitOf());
      await run('prepare');
      writeFileSync(file('agentes.ini'), 'de otro\n');
      expect(await run('put-back', ['/force:paso/agentes.ini'])).toMatchObject({ code: 0 });
      expect(things()).toEqual(before);
      await log.continueWith(result('put-back'), 'result');
      expect([...foldCase(log.events).changes.values()].map(({ putBackEvent }) => putBackEvent?.forced)).toEqual([
        true,
        false,
        false,
      ]);
    },
    patient,
  );

  it(
    'runs what is to be run once, hands over, and says what is left to the person',
    async () => {
      const line = `echo ran >>${file('ran')}; echo "dicho ñ"; exit 3`;
      const item = { id: 'paso/run', text: same('limpiar'), line, timeoutSeconds: 20, goodExits: [3] };
      const groups: readonly KitGroup[] = [
        { kind: 'by-hand', text: { en: 'tell "them"', es: 'avíselos' } },
        { kind: 'run', item },
        { kind: 'hand-over', id: 'paso/hand-over', text: same('Ahora') },
      ];
      carry(kitOf(groups));
      const { code, out } = await run('prepare');
      expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('a mano: avíselos') });
      expect(await run('prepare')).toMatchObject({ code: 0 });
      expect(readFileSync(file('ran'), 'utf8')).toBe('ran\n');
      await log.continueWith(result('prepared'), 'result');
      const state = foldCase(log.events);
      expect([...state.acts.values()].map(({ outcome, event }) => [outcome, event?.data])).toEqual([
        ['done', { exit: 3 }],
        ['done', undefined],
      ]);
      expect(state.handedOver).toBeDefined();
      expect(log.events.find(({ type }) => type === 'noted')).toMatchObject({
        text: { es: 'Queda para la persona que está ante el servidor: avíselos' },
      });
    },
    patient,
  );

  it(
    'stops after a step that fails, with what the command said',
    async () => {
      const [, second] = items();
      if (second?.resource.kind !== 'command') throw new Error('not the command');
      const resource = { ...second.resource, set: { ...second.resource.set, off: 'echo "sin permiso" >&2; exit 7' } };
      const failing: KitGroup = { kind: 'changes', items: [{ ...second, resource, after: [] }] };
      carry(kitOf([failing, { kind: 'hand-over', id: 'paso/hand-over', text: same('Ahora') }]));
      const { code, out } = await run('prepare');
      expect({ code, out }).toMatchObject({ code: 1, out: expect.stringMatching(/FAILED.*sin permiso/) });
      await log.continueWith(result('prepared'), 'result');
      expect(foldCase(log.events)).toMatchObject({
        handedOver: undefined,
        run: { run: 'kit-prepare', outcome: 'incomplete' },
      });
      expect(await run('put-back')).toMatchObject({ code: 0 });
    },
    patient,
  );

  it.each<[string, (text: string) => string]>([
    ['a line was changed', text => text.replace('"outcome":"changed"', '"outcome":"already"')],
    ['a line is missing', text => text.split('\n').toSpliced(-3, 1).join('\n')],
    ['it is another case’s', text => text.replace('prueba', 'otro')],
    ['an editor saved it', text => text.replaceAll('\n', '\r\n')],
  ])(
    'touches nothing when the log on the server is not what it was: %s',
    async (_, edit) => {
      carry(kitOf());
      await run('prepare');
      const edited = edit(readFileSync(onServer(), 'latin1'));
      writeFileSync(onServer(), edited, 'latin1');
      for (const role of ['prepare', 'put-back'] as const) expect(await run(role)).toMatchObject({ code: 2 });
      expect(things()).toEqual(after);
      expect(readFileSync(onServer(), 'latin1')).toBe(edited);
    },
    patient,
  );

  it(
    'sets half a line aside and goes on',
    async () => {
      carry(kitOf());
      await run('prepare');
      const whole = readFileSync(onServer(), 'latin1');
      writeFileSync(onServer(), `${whole}{"seq":9`, 'latin1');
      expect(await run('put-back')).toMatchObject({ code: 0 });
      const now = readFileSync(onServer(), 'latin1');
      expect(now.slice(whole.length)).toMatch(
        /^\{"seq":\d+,.*"type":"torn-line-set-aside","file":"(torn-\d+\.txt)","bytes":8\}\n/,
      );
      await log.continueWith(result('put-back'), 'result');
    },
    patient,
  );

  it(
    'is made for one server',
    async () => {
      carry({ ...kitOf(), computer: 'otro' });
      expect(await run('prepare')).toMatchObject({ code: 2, out: expect.stringContaining('otro') });
      expect([things(), lines()]).toEqual([before, 0]);
    },
    patient,
  );

  it(
    'goes on with what an earlier kit or another way in has begun',
    async () => {
      const [first] = items();
      if (!first) throw new Error('no items');
      writeFileSync(file('agentes.ini'), 'activo=0\n');
      await log.append({
        type: 'intent',
        item: first.id,
        step: 'paso',
        resource: first.resource,
        found: rig.platform === 'linux' ? { ...first.from, mode: '644' } : first.from,
        to: first.to,
        after: [],
      });
      carry(kitOf());
      expect(await run('prepare')).toMatchObject({ code: 0 });
      expect(await run('put-back')).toMatchObject({ code: 0 });
      expect(things()).toEqual(before);
    },
    patient,
  );

  it.runIf(rig.readsLog)(
    'puts back, but does not prepare, what others have gone on with',
    async () => {
      carry(kitOf());
      await run('prepare');
      await log.continueWith(result('prepared'), 'result');
      await log.append({ type: 'noted', text: same('x'), by: 'Ana' });
      writeFileSync(onServer(), log.linesFrom(1), 'latin1');
      expect(await run('prepare')).toMatchObject({ code: 2 });
      expect(await run('put-back')).toMatchObject({ code: 0 });
      expect(things()).toEqual(before);
    },
    patient,
  );
}
