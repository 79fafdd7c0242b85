import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { powershellHost } from '../../../../lab/powershell/host.js';
import type { Instruction } from '../../../model/instruction.js';
import { instructionContract } from '../../../testing/instruction-contract.js';
import { absentSets, fileSets, registrySets, serviceSets } from '../../../testing/set-decisions.js';
import { bootstrap, powershellExecutor } from '../powershell.js';
import { actingFunctions, instructionProgramOf } from './instruction-program.js';
import { literal } from './literal.js';

// each trip starts the engine twice
vi.setConfig({ testTimeout: 120_000 });

const engine = powershellHost();
if ('why' in engine) process.stderr.write(`PowerShell programs that act are not run in the tests: ${engine.why}.\n`);
const program = 'program' in engine ? engine.program : '';

const folder = mkdtempSync(join(tmpdir(), 'antesala-powershell-acts-'));
for (const name of ['files', 'tmp', 'all']) mkdirSync(join(folder, name));
afterAll(() => rmSync(folder, { recursive: true }));

/** Its own place for temporary files and for what stays on a server. */
const env = { ...process.env, TMPDIR: join(folder, 'tmp'), ALLUSERSPROFILE: join(folder, 'all') };

/** Beside what .NET makes there of its own. */
const ownFolders = () => readdirSync(join(folder, 'tmp')).filter(name => name.startsWith('antesala-'));

function started(script: string) {
  const child = spawn(program, ['run', bootstrap], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => undefined).end(script);
  return child;
}

function run(script: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = started(script);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject).on('close', () => resolve(Buffer.concat(chunks)));
  });
}

describe.skipIf(program === '')('PowerShell', () => {
  instructionContract('PowerShell 7 as a library', {
    executor: powershellExecutor,
    run,
    async runUnheard(script, afterResults) {
      const child = started(script);
      const exited = new Promise(resolve => child.once('exit', resolve));
      let seen = '';
      child.stdout.on('data', (chunk: Buffer) => {
        seen += chunk.toString('latin1');
        // the header is a line, too
        if (seen.split('\n').length - 1 > afterResults) child.stdout.destroy();
      });
      await exited;
      // what was begun is finished by a process of its own
      while (ownFolders().length > 0) await pause(100);
    },
    path: name => join(folder, 'files', name),
    read: name => (existsSync(join(folder, 'files', name)) ? readFileSync(join(folder, 'files', name)) : undefined),
    write: (name, bytes) => writeFileSync(join(folder, 'files', name), bytes),
    remove: name => rmSync(join(folder, 'files', name), { force: true }),
    readCopy: caseId => readFileSync(join(folder, 'all', 'Antesala', caseId, 'case.jsonl')),
    lines: {
      tell: path => `cat '${path}' 2>/dev/null || echo off`,
      put: (path, word) => `echo ${word} >'${path}'`,
      slowly: line => `sleep 1; ${line}`,
      fail: 'echo problem >&2; exit 3',
      hang: 'sleep 61 & sleep 62',
      endless: 'yes',
      print: text => `printf '%s\\n' '${text.replaceAll("'", "'\\''")}'`,
    },
    async leftovers() {
      await pause(1500);
      const timers = join(folder, 'all', 'Antesala', 'timers');
      const drafts = readdirSync(join(folder, 'files')).filter(name => name.endsWith('.antesala-new'));
      return [...ownFolders(), ...(existsSync(timers) ? readdirSync(timers) : []), ...drafts];
    },
    foreign: 'unit',
    modes: false,
    slowSeconds: 10,
  });

  it('acts in the syntax of 4.0, with commands it has', () => {
    const every: Instruction[] = [
      { kind: 'look', id: 'l', resource: { kind: 'service', name: 'x' } },
      { kind: 'keep-copy', id: 'k', caseId: 'c', offset: 0, text: 'x' },
    ];
    const checked = spawnSync(program, ['check'], { input: instructionProgramOf(every, 'n'), encoding: 'utf8' });
    expect(checked.stdout).toBe('');
  });
});

/** Runs functions of the program by themselves, with others standing for Windows. */
async function evaluate(script: string): Promise<string> {
  const output = await run(
    `${actingFunctions}\n$avoided = 'M'\n${script}\n[Console]::Out.WriteLine((@($results) -join [string][char]10))`,
  );
  return output.toString('utf8').trimEnd();
}

describe.skipIf(program === '')('what a set comes to in PowerShell', () => {
  const cases = [...serviceSets, ...absentSets, ...fileSets, ...registrySets];
  it(`is the same as everywhere in ${cases.length} cases`, async () => {
    const rows = cases.map(({ found, from, to, force }) => ({ found, from, to, force: force ?? false }));
    const said = await evaluate(
      `$results = foreach ($row in ${literal(rows)}) { $d = Get-Decision $row.found $row.from $row.to $row.force; $d.act + ' ' + (@($d.fields) -join ',') }`,
    );
    const sorted = (line: string) =>
      line.replace(/ .*/, fields => ` ${fields.trim().split(',').toSorted().join(',')}`).trim();
    expect(said.split('\n').map(sorted)).toEqual(
      cases.map(({ decision }) => {
        const fields = decision.do === 'set' ? [...decision.fields].toSorted().join(',') : '';
        return `${decision.do === 'leave' ? decision.as : decision.do} ${fields}`.trim();
      }),
    );
  });

  it('does not take a text for a number or for true', async () => {
    const pairs = [
      [1, '1'],
      [true, 'x'],
      [true, 1],
      ['a', 'A'],
      [4294967295, 4294967295],
      ['', undefined],
      [false, false],
      [undefined, undefined],
    ];
    expect(
      await evaluate(
        `$results = foreach ($pair in ${literal(pairs.map(([a, b]) => ({ a, b })))}) { [string](Test-Same $pair.a $pair.b) }`,
      ),
    ).toBe('False\nFalse\nFalse\nFalse\nTrue\nFalse\nTrue\nTrue');
  });
});

/** A service manager of one service, in the place of the first functions of services.ps1.ts. */
const manager = String.raw`
$log = @{ lines = @() }
$service = @{ state = 'Running'; start = 2; delayed = $false; refuses = $false; sc = 0; slow = 0 }
function Note([string]$what) { $log.lines += $what }
function Get-RunState([string]$name) { if ($service.slow -gt 0 -and $service.state -eq 'StopPending') { $service.slow--; if ($service.slow -eq 0) { $service.state = 'Stopped' } }; $service.state }
function Get-AllRunStates { @{ X = $service.state } }
function Get-StartMode([string]$name) { if ($service.gone) { return }; @{ start = $service.start; delayed = $service.delayed } }
function Set-DelayValue([string]$name, $delayed) { Note ('delay ' + $delayed); $service.delayed = [bool]$delayed }
function Invoke-ScConfig([string]$name, [string]$word) {
  Note ('sc ' + $word)
  if ($service.sc -ne 0) { return $service.sc }
  $service.start = @{ auto = 2; 'delayed-auto' = 2; demand = 3; disabled = 4 }[$word]
  0
}
function Request-Start([string]$name) { Note 'start'; if ($service.start -eq 4) { throw 'is disabled' }; $service.state = 'Running' }
function Request-Stop([string]$name) { Note 'stop'; if ($service.refuses) { throw 'refuses' }; $service.state = $(if ($service.slow) { 'StopPending' } else { 'Stopped' }) }
`;

describe.skipIf(program === '')('a service in PowerShell', () => {
  const auto = { start: 'auto', delayed: false, running: true };
  const off = { start: 'disabled', delayed: false, running: false };
  const set = async (before: string, from: object, to: object, limit = 60) => {
    const told = { resource: { kind: 'service', name: 'X' }, from: [from], to, limit };
    const said = await evaluate(
      `${manager}\n${before}\n$env:ComSpec = 'x'\n$said = Invoke-Set ${literal(told)} ''\n$results = @($said.fields, [string]($null -ne $said.stopped), ($log.lines -join ','))`,
    );
    const [fields = '', stopped = '', log = ''] = said.split('\n');
    return { ...(JSON.parse(`{${fields}}`) as object), stopped, log };
  };

  it('is disabled before it is stopped, and looked at once more', async () =>
    expect(await set('', auto, off)).toEqual({
      did: 'set',
      found: auto,
      left: off,
      stopped: 'True',
      log: 'sc disabled,stop',
    }));

  it('is made startable before it is started, with its delay', async () => {
    const down = "$service.state = 'Stopped'; $service.start = 4";
    const delayed = { ...auto, delayed: true };
    expect(await set(down, off, delayed)).toEqual({
      did: 'set',
      found: off,
      left: delayed,
      stopped: 'False',
      log: 'sc delayed-auto,delay True,start',
    });
  });

  it('is disabled last when it is to run all the same', async () => {
    const down = "$service.state = 'Stopped'; $service.start = 4";
    const odd = { ...off, running: true };
    expect(await set(down, off, odd)).toMatchObject({ did: 'set', left: odd, log: 'sc demand,start,sc disabled' });
  });

  it('that refuses is told in its words', async () =>
    expect(await set('$service.refuses = $true', auto, off)).toMatchObject({
      did: 'failed',
      left: { ...off, running: true },
      why: 'refuses',
    }));

  it('is not stopped when it could not be disabled', async () =>
    expect(await set('$service.sc = 1072', auto, off)).toMatchObject({
      did: 'failed',
      left: auto,
      why: expect.stringMatching(/^sc\.exe config: 1072: /),
      log: 'sc disabled',
    }));

  it('that stops slowly is waited for, not for ever', async () => {
    expect(await set('$service.slow = 4', auto, off)).toMatchObject({ did: 'set', left: off });
    expect(await set('$service.slow = 999', auto, off, 1)).toMatchObject({
      did: 'failed',
      why: expect.stringContaining('it was not ended by force'),
    });
  });

  it('that is not there is absent', async () =>
    expect(
      await set('$service.gone = $true; $service.state = $null; function Get-AllRunStates { @{} }', auto, off),
    ).toMatchObject({
      did: 'absent',
      log: '',
    }));

  it('that was started again is told when it is looked at once more', async () => {
    const told = { resource: { kind: 'service', name: 'X' }, from: [auto], to: off, limit: 60 };
    const said = await evaluate(
      `${manager}\n$env:ComSpec = 'x'\n$told = ${literal(told)}\n$said = Invoke-Set $told ''\n$service.state = 'Running'\n$results = Get-Settled $told $said`,
    );
    expect(JSON.parse(`{${said}}`)).toMatchObject({ did: 'failed', found: auto, left: { ...off, running: true } });
  });

  it.each([
    ['plain', '"plain"'],
    ['with "quotes" and \\', '"with \\"quotes\\" and \\\\"'],
    ['\\"', '"\\\\\\""'],
    ['50% & more', '"50% & more"'],
  ])('is named %s on a command line', async (name, word) =>
    expect(await evaluate(`$results = Quote-Word ${literal(name)}`)).toBe(word),
  );
});

describe.skipIf(program === '')('a registry value in PowerShell', () => {
  const key = String.raw`
$values = @{}; $kinds = @{}
$fake = [pscustomobject]@{}
foreach ($method in @('GetValueNames', { , @($values.Keys) }), @('GetValue', { , $values[$args[0]] }), @('GetValueKind', { $kinds[$args[0]] }), @('SetValue', { $values[$args[0]] = $args[1]; $kinds[$args[0]] = $args[2] }), @('DeleteValue', { $values.Remove($args[0]) }), @('OpenSubKey', { , $this }), @('CreateSubKey', { , $this })) {
  $fake.PSObject.Members.Add((New-Of ([Management.Automation.PSScriptMethod]) @($method[0], $method[1])))
}
function Get-Hive($key) { , $fake }
`;
  const states = [
    { present: true, type: 'sz', value: 'a "b" ñ' },
    { present: true, type: 'expand', value: '%A%' },
    { present: true, type: 'multi', value: 'a\nb' },
    { present: true, type: 'multi', value: '' },
    { present: true, type: 'dword', value: 4294967295 },
    { present: true, type: 'qword', value: '18446744073709551615' },
    { present: true, type: 'binary', value: '00ff' },
    { present: true, type: 'binary', value: '' },
    { present: true, type: 'none', value: '01' },
  ];

  it('of each type comes back as it was written, and goes', async () => {
    const said = await evaluate(
      `${key}
$thing = @{ kind = 'registry-value'; key = 'HKLM\\SOFTWARE\\X'; value = 'n' }
$results = @(foreach ($state in ${literal(states)}) { [void](Apply-Value $thing @{ present = $false } $state); Json-State (Look-Value $thing) })
[void](Apply-Value $thing @{ present = $true } @{ present = $false })
$results += Json-State (Look-Value $thing)`,
    );
    expect(said.split('\n').map(line => JSON.parse(line) as object)).toEqual([...states, { present: false }]);
  });
});
