import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Instruction, InstructionResult } from '../../../model/instruction.js';
import type { ResourceState } from '../../../model/resource.js';
import { WineGuest } from '../../../testing/wine-guest.js';
import { ResultReader } from '../../decode-results.js';
import { wshExecutor } from './wsh.js';

const guest = WineGuest.open('ws2019', 'prueba-servicios', 'services set by Windows Script Host on Wine');
const at = guest as WineGuest;

const auto = { start: 'auto', delayed: false, running: true };
const off = { start: 'disabled', delayed: false, running: false };
const service = (name: string) => ({ kind: 'service', name }) as const;
const look = (name: string): Instruction => ({ kind: 'look', id: `look ${name}`, resource: service(name) });
const set = (
  name: string,
  from: ResourceState,
  to: ResourceState,
  more: Partial<Extract<Instruction, { kind: 'set' }>> = {},
): Instruction => ({ kind: 'set', id: `set ${name}`, resource: service(name), from: [from], to, ...more });

const one = async (instruction: Instruction): Promise<InstructionResult | undefined> =>
  (await at.carryOut([instruction]))[0];

/** Every character told to cmd.exe to be no more than that; a quote also to the program that is started. */
const quoted = (word: string) => `^"${word.replaceAll(/[^A-Za-z0-9]/g, c => (c === '"' ? '\\^"' : `^${c}`))}^"`;
const program = 'C:\\windows\\system32\\dns.exe';

/** A service of this test, running. Its words come in ISO 8859-1, which Wine's cmd takes for what they are. */
function create(name: string, args = ''): void {
  // what an earlier try has left
  at.ssh(`sc stop ${quoted(name)} & sc delete ${quoted(name)}`);
  const made = at.ssh(`sc create ${quoted(name)} binPath= "${program}${args}" start= auto && sc start ${quoted(name)}`);
  expect(made.code).toBe(0);
}
const created: string[] = [];
function make(name: string, args = ''): string {
  created.push(name);
  create(name, args);
  return name;
}

/** The service manager's own words, by another program than the one that is tested. */
const isRunning = (name: string) => /STATE\s*:\s*4/.test(at.ssh(`sc query ${quoted(name)}`).out);
const startType = (name: string) => Number(/START_TYPE\s*:\s*(\d)/.exec(at.ssh(`sc qc ${quoted(name)}`).out)?.[1]);

/** Script hosts that run a file of this name, as this machine numbers them. */
function processesOf(script: string): number[] {
  return readdirSync('/proc').flatMap(name => {
    try {
      const line = readFileSync(`/proc/${name}/cmdline`, 'latin1');
      return /^[^\0]*cscript/i.test(line) && line.includes(script) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

describe.skipIf(!guest)('services on Wine', () => {
  afterAll(() => {
    for (const name of created) at.ssh(`sc stop ${quoted(name)} & sc delete ${quoted(name)}`);
    at.ssh(`rmdir /s /q ${at.windowsFolder}`);
  });

  it('are disabled, stopped, and put back, the delay of their start too', async () => {
    const delayed = { start: 'auto', delayed: true, running: true };
    const names = { plain: make('Prueba1'), late: 'VeeamEndpointBackupSvc' };
    await one(set(names.late, delayed, delayed, { force: true }));
    expect(await at.carryOut([look(names.plain), look(names.late), look('NoSuchService')])).toMatchObject([
      { did: 'looked', found: auto },
      { did: 'looked', found: delayed },
      { did: 'looked', found: 'absent' },
    ]);
    const down = [set(names.plain, auto, off), set(names.late, delayed, { ...off, delayed: true })];
    expect(await at.carryOut(down)).toMatchObject([
      { did: 'set', found: auto, left: off },
      { did: 'set', found: delayed, left: { ...off, delayed: true } },
    ]);
    expect([isRunning(names.plain), startType(names.plain), isRunning(names.late)]).toEqual([false, 4, false]);
    expect(await at.carryOut(down)).toMatchObject([{ did: 'nothing' }, { did: 'nothing' }]);
    const up = [set(names.plain, off, auto), set(names.late, { ...off, delayed: true }, delayed)];
    expect(await at.carryOut(up)).toMatchObject([
      { did: 'set', left: auto },
      { did: 'set', left: delayed },
    ]);
    expect([isRunning(names.plain), startType(names.plain), isRunning(names.late)]).toEqual([true, 2, true]);
  });

  it.each(['Muñoz & Asociados "50%"', 'a%PATH%b', "l'hôtel", 'x^y!z (w), =;`'])('may be called %s', async name => {
    make(name);
    expect(await at.carryOut([set(name, auto, off), look(name)])).toMatchObject([
      { did: 'set', found: auto, left: off },
      { did: 'looked', found: off },
    ]);
    expect([isRunning(name), startType(name)]).toEqual([false, 4]);
    expect(await one(set(name, off, auto))).toMatchObject({ did: 'set', left: auto });
    expect([isRunning(name), startType(name)]).toEqual([true, 2]);
  });

  it('are left alone when somebody changed them, and stay disabled when they were', async () => {
    const name = make('Prueba2');
    at.ssh(`sc config ${name} start= demand`);
    const manual = { ...auto, start: 'manual' };
    expect(await one(set(name, auto, off))).toMatchObject({ did: 'differs', found: manual, left: manual });
    expect(isRunning(name)).toBe(true);
    expect(await one(set(name, auto, off, { force: true }))).toMatchObject({ did: 'set', left: off });
    // disabled and running, as somebody left it on purpose
    const odd = { ...off, running: true };
    expect(await one(set(name, off, odd))).toMatchObject({ did: 'set', left: odd });
    expect([isRunning(name), startType(name)]).toEqual([true, 4]);
    expect(await one(set(name, odd, off))).toMatchObject({ did: 'set', left: off });
  });

  it('stopped and started in one trip are no fault', async () => {
    const name = make('Prueba10');
    const down = set(name, auto, off);
    expect(await at.carryOut([down, { ...set(name, off, auto), id: 'up' }])).toMatchObject([
      { did: 'set', left: off },
      { did: 'set', left: auto },
    ]);
  });

  it('half done are finished', async () => {
    const name = make('Prueba3');
    at.ssh(`sc config ${name} start= disabled`);
    expect(await one(set(name, auto, off))).toMatchObject({
      did: 'set',
      found: { ...auto, start: 'disabled' },
      left: off,
    });
  });

  it('that refuse to stop are told with the code and in words', async () => {
    const name = 'Sophos Endpoint Defense Service';
    await one(set(name, auto, auto, { force: true }));
    expect(await one(set(name, auto, off))).toMatchObject({
      did: 'failed',
      found: auto,
      left: { ...off, running: true },
      why: 'StopService returned 4: the service does not take this request',
    });
    expect(await one(set(name, auto, auto, { force: true }))).toMatchObject({ did: 'set', left: auto });
  });

  it('that stop slowly are waited for, and never ended by force', async () => {
    const name = make('Prueba4', ' --slow-stop');
    expect(await one(set(name, auto, off, { timeoutSeconds: 2 }))).toMatchObject({
      did: 'failed',
      left: { start: 'disabled', running: true },
      why: expect.stringMatching(/still "Stop Pending" after \d s; it was not ended by force/),
    });
    // looked at while it stops, it is waited for as well
    expect(await one(look(name))).toMatchObject({ found: off });
    expect(at.readOnDrive('lab/services.log')?.toString()).toContain(`stop ${name} pid`);
  });

  it('that are started again by a watchdog are told', async () => {
    const name = make('Prueba5');
    at.write(
      'watchdog.js',
      `var s = new ActiveXObject('WbemScripting.SWbemLocator').ConnectServer('.', 'root\\\\cimv2');
var sh = new ActiveXObject('WScript.Shell');
for (var i = 0; i < 150; i++) {
  if (s.Get("Win32_Service.Name='${name}'").State == 'Stopped') { sh.Run('cmd /c sc config ${name} start= auto', 0, true); s.ExecMethod("Win32_Service.Name='${name}'", 'StartService'); WScript.Quit(0); }
  WScript.Sleep(100);
}`,
    );
    const [watchdog, result] = await Promise.all([
      at.run(at.read('watchdog.js')?.toString() ?? '', 'watchdog'),
      one(set(name, auto, off)),
    ]);
    expect(watchdog.toString()).toBe('');
    expect(result).toMatchObject({
      did: 'failed',
      found: auto,
      left: auto,
      why: expect.stringContaining('something started it or set it again'),
    });
  });

  it('that vanish meanwhile are gone, not set', async () => {
    const name = make('Prueba6', ' --slow-stop');
    const running = one(set(name, auto, off));
    await pause(2500);
    at.ssh(`sc delete ${name}`);
    expect(await running).toMatchObject({ did: 'failed', found: auto, left: 'absent' });
    expect(await at.carryOut([look(name), set(name, auto, off)])).toMatchObject([
      { found: 'absent' },
      { did: 'absent', found: 'absent', left: 'absent' },
    ]);
  });

  it('that are marked for deletion fail with the code', async () => {
    const name = make('Prueba7');
    at.ssh(`sc delete ${name}`);
    expect(await one(set(name, auto, off))).toMatchObject({
      did: 'failed',
      found: auto,
      left: auto,
      why: expect.stringMatching(/1072: it is marked for deletion/),
    });
  });

  it('that are drivers have a start mode, too', async () => {
    const name = 'SophosED';
    const found = { start: 'manual', delayed: false, running: false };
    const [before, done] = await at.carryOut([look(name), set(name, found, off)]);
    expect([before, done]).toMatchObject([{ found }, { did: 'set', left: off }]);
    expect(await one(set(name, off, found))).toMatchObject({ did: 'set', left: found });
  });

  it('are told in one query when there are hundreds', async () => {
    const instructions = Array.from({ length: 300 }, (_, i): Instruction => ({ ...look('DNS'), id: `l${i}` }));
    const results = await at.carryOut(instructions);
    expect(results.every(result => result.did === 'looked' && result.found !== 'absent')).toBe(true);
    // one query takes a tenth of a second here, three hundred would take half a minute
    expect(results.filter(({ ms }) => ms > 40).length).toBeLessThan(30);
  });

  it('begun when the session was killed are finished, and none after them begun', async () => {
    const [first, second] = [make('Prueba8', ' --slow-stop'), make('Prueba9')];
    const instructions = [set(first, auto, off), set(second, auto, off)];
    const reader = new ResultReader(instructions, 'n');
    const run = at.run(wshExecutor.instructionProgram(instructions, 'n'), 'killed', chunk => void reader.push(chunk));
    while (startType(first) !== 4) await pause(200);
    expect(processesOf('killed.js')).toHaveLength(1);
    // as Windows' own sshd ends what a lost session had started: the program that reports, not what works for it
    for (const pid of processesOf('killed.js')) process.kill(pid, 'SIGKILL');
    await run;
    expect(reader.results).toEqual([]);
    await pause(8000);
    expect([isRunning(first), startType(first), isRunning(second), startType(second)]).toEqual([false, 4, true, 2]);
    expect(at.ssh('dir /b %TEMP%\\antesala-*').out).not.toContain('antesala-');
  });
});
