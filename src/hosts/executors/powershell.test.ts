import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { powershellHost } from '../../../lab/powershell/host.js';
import type { Batch, Question } from '../../model/question.js';
import { type ShellLines, executorContract, posixLines } from '../../testing/executor-contract.js';
import { decodeAnswers } from '../decode.js';
import { bootstrap, powershellCommandLine, powershellExecutor, powershellStart } from './powershell.js';
import { commandFunctions } from './powershell/commands.ps1.js';
import { fileFunctions } from './powershell/files.ps1.js';
import { literal } from './powershell/literal.js';
import { registryFunctions } from './powershell/registry.ps1.js';
import { textFunctions } from './powershell/text.ps1.js';
import { wmiFunctions } from './powershell/wmi.ps1.js';

const engine = powershellHost();
if ('why' in engine) process.stderr.write(`PowerShell programs are not run in the tests: ${engine.why}.\n`);
const program = 'program' in engine ? engine.program : '';

const folder = mkdtempSync(join(tmpdir(), 'antesala-powershell-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(script: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['run', bootstrap]);
    const chunks: Buffer[] = [];
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.on('error', reject).on('close', () => {
      if (errors === '') resolve(Buffer.concat(chunks));
      else reject(new Error(errors));
    });
    child.stdin.on('error', () => undefined).end(script);
  });
}

const batchOf = (...questions: Question[]): Batch => ({ questions, avoidDrives: [] });
const every: Batch = {
  questions: [
    { kind: 'command', id: 'command', line: 'ver' },
    { kind: 'file', id: 'file', path: '%SystemRoot%\\x', tail: true },
    { kind: 'registry', id: 'registry', key: 'HKLM\\X', depth: 2, values: [''] },
    { kind: 'wmi', id: 'wmi', class: 'Win32_Service', properties: ['Name', 'PathName'], where: "Name='ñ'" },
    { kind: 'file-info', id: 'info', paths: ['C:\\x'], from: [{ question: 'wmi', name: 'PathName' }] },
    { kind: 'powershell', id: 'script', script: "'{}'" },
  ],
  avoidDrives: [{ key: 'HKLM\\S', value: 'D' }],
};

describe('the start of PowerShell', () => {
  it('is one line of plain words', () => {
    for (const line of [powershellCommandLine, powershellStart('pwsh')]) {
      expect(line).toMatch(/^[A-Za-z0-9.+/= -]+$/);
      expect(line.length).toBeLessThan(1000);
    }
    expect(powershellCommandLine.startsWith('powershell.exe -NoLogo -NoProfile -NonInteractive')).toBe(true);
    const encoded = powershellCommandLine.split(' ').at(-1) ?? '';
    expect(Buffer.from(encoded, 'base64').toString('utf16le')).toBe(bootstrap);
  });

  it('takes no nonce that could be taken for something else', () =>
    expect(() => powershellExecutor.program(every, "a'b")).toThrow(RangeError));
});

describe.skipIf(program === '')('PowerShell', () => {
  // the engine has no module of its own here, so that what the program uses is only the language and .NET
  const lines: ShellLines = { ...posixLines, spanish: "printf '\\244and\\243'" };
  executorContract('PowerShell 7 as a library', {
    executor: powershellExecutor,
    run,
    lines,
    write(name, content) {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
  });

  it('is written in the syntax of 4.0, with commands it has', () => {
    const check = (script: string) => spawnSync(program, ['check'], { input: script, encoding: 'utf8' }).stdout;
    expect(check(powershellExecutor.program(every, 'n'))).toBe('');
    expect(check(bootstrap)).toBe('');
    expect(check('$a = $b ? 1 : 2; [Text.StringBuilder]::new(); Get-Nonsense')).toMatch(
      /ternary[\s\S]*::new[\s\S]*Get-Nonsense/,
    );
  });

  it('runs scripts, each on its own, and tells what they throw', async () => {
    const script = (id: string, text: string, more: object = {}): Question => ({
      kind: 'powershell',
      id,
      script: text,
      ...more,
    });
    const batch = batchOf(
      script('json', '\'{"n":\' + (1 + 1) + \',"s":"ñ€"}\''),
      script('lines', "'a'; 'b'"),
      script('thrown', "throw 'no ñ'"),
      script('left', '$left = 1'),
      script('clean', '[string]($null -eq $left)'),
      script('hung', '[Threading.Thread]::Sleep(30000)', { timeoutSeconds: 1 }),
      script('cut', "'x' * 100", { maxBytes: 10 }),
    );
    const { answers, complete } = decodeAnswers(await run(powershellExecutor.program(batch, 'n')), batch);
    expect(complete).toBe(true);
    expect(answers.get('json')).toMatchObject({ state: 'ok', text: '{"n":2,"s":"ñ€"}' });
    expect(answers.get('lines')).toMatchObject({ text: 'a\nb' });
    expect(answers.get('thrown')).toMatchObject({ state: 'error', why: expect.stringContaining('no ñ') });
    expect(answers.get('clean')).toMatchObject({ text: 'True' });
    expect(answers.get('hung')).toMatchObject({ state: 'timeout' });
    expect(answers.get('cut')).toMatchObject({ text: 'x'.repeat(10), cut: true });
  });

  it('says what this system cannot be asked', async () => {
    const batch = batchOf(...every.questions.filter(({ kind }) => kind === 'registry' || kind === 'wmi'));
    const { answers } = decodeAnswers(await run(powershellExecutor.program(batch, 'n')), batch);
    expect([...answers.values()].map(({ state }) => state)).toEqual(['unsupported', 'unsupported']);
  });

  it('does nothing of a program that came by half', async () => {
    const whole = powershellExecutor.program(every, 'n');
    await expect(run(whole.slice(0, whole.length - 10))).rejects.toThrow();
  });
});

/** Runs functions of the program by themselves, with objects that stand for the registry's. */
async function evaluate(script: string): Promise<string> {
  const library = [textFunctions, commandFunctions, fileFunctions, registryFunctions, wmiFunctions].join('\n');
  const output = await run(
    `${library}\n$avoided = 'M'\n${script}\n[Console]::Out.WriteLine(($results -join [string][char]10))`,
  );
  return output.toString('utf8').trimEnd();
}

describe.skipIf(program === '')('functions of the PowerShell program', () => {
  it('write cells as the other executors do', async () => {
    const cells =
      "'a\"\\ñ', $null, $true, 5, [uint32]4294967295, [uint64]18446744073709551615, [long]-1, 1.5, [double]::NaN, [char]'x', @('a', 1, $null), [DateTime]::Now";
    expect(
      JSON.parse(
        `[${(await evaluate(`$results = @(foreach ($cell in @(${cells.replace("'a\"\\ñ'", literal('a"\\ñ'))})) { Json-Cell $cell }) -join ','`)).trim()}]`,
      ),
    ).toEqual(['a"\\ñ', null, true, 5, 4294967295, '18446744073709551615', '-1', 1.5, null, 'x', ['a', 1, null], null]);
  });

  it('find the program of a command line', async () => {
    const given = [
      '"C:\\Program Files\\A\\a.exe" -x',
      'C:\\Program Files\\A\\a.exe -k b',
      '\\SystemRoot\\System32\\drivers\\x.sys',
      'system32\\drivers\\y.sys',
      '\\??\\C:\\z.sys',
      'svchost.exe -k netsvcs',
      'M:\\a.exe x',
      '',
      '%NOPE%\\q.exe',
    ];
    const found = await evaluate(`$results = foreach ($line in ${literal(given)}) { Get-ProgramOf $line }`);
    expect(found.split('\n').map(path => path.replaceAll('%SystemRoot%', 'C:\\Windows'))).toEqual([
      'C:\\Program Files\\A\\a.exe',
      'C:\\Program Files\\A\\a.exe',
      'C:\\Windows\\System32\\drivers\\x.sys',
      'C:\\Windows\\system32\\drivers\\y.sys',
      'C:\\z.sys',
      'C:\\Windows\\System32\\svchost.exe',
      'M:\\a.exe',
      '',
      '%NOPE%\\q.exe',
    ]);
  });

  it('know every spelling of a drive to keep away from', async () => {
    const paths = [
      'M:\\x',
      'm:',
      '\\\\?\\M:\\x',
      '\\\\.\\M:',
      '\\??\\M:\\x',
      '\\\\localhost\\M$\\x',
      '\\\\127.0.0.1\\m$',
      '//localhost/M$',
      'C:\\M:\\x',
      'N:\\x',
      '\\\\server\\M$',
      'Mail\\x',
    ];
    expect(
      (await evaluate(`$results = foreach ($path in ${literal(paths)}) { [string](Test-Avoided $path) }`))
        .split('\n')
        .map(word => word === 'True'),
    ).toEqual([true, true, true, true, true, true, true, true, false, false, false, false]);
    const asked = await evaluate(
      `$results = @((Ask-File @{ path = 'M:\\x'; max = 5 }), (Ask-FileInfo @{ paths = @('M:\\x'); max = 500 }))`,
    );
    expect(asked.match(/"state":"denied"/g)).toHaveLength(2);
  });

  const keys = `
$content = @{ '' = 'default'; Text = 'añ'; Path = '%windir%\\x.exe'; List = [string[]]@('a', 'b'); Number = -1; Long = [long]-1; Bytes = [byte[]]@(1, 255); Nothing = [byte[]]@() }
$kinds = @{ '' = 'String'; Text = 'String'; Path = 'ExpandString'; List = 'MultiString'; Number = 'DWord'; Long = 'QWord'; Bytes = 'Binary'; Nothing = 'None' }
function New-Key($names, $below) {
  $key = [pscustomobject]@{ names = $names; below = $below }
  foreach ($method in @('GetValueNames', { , @($this.names) }), @('GetSubKeyNames', { , @($this.below.Keys) }), @('GetValue', { , $content[$args[0]] }), @('GetValueKind', { $kinds[$args[0]] }), @('OpenSubKey', { if ($args[0] -eq 'Denied') { throw [Activator]::CreateInstance([Security.SecurityException]) } $this.below[$args[0]] }), @('Dispose', { })) {
    $key.PSObject.Members.Add((New-Of ([Management.Automation.PSScriptMethod]) @($method[0], $method[1])))
  }
  , $key
}
$deep = New-Key @('Path') @{}
$sub = New-Key @('Text') @{ Deep = $deep }
$top = New-Key @($content.Keys) @{ Sub = $sub; Denied = $null }
function Open-Key($key) { if ($key -eq 'HKLM\\Gone') { return } , $top }
`.replace("'añ'", literal('añ'));
  const registry = async (question: string) => {
    const [answer = '', ...texts] = (
      await evaluate(
        `${keys}$results = foreach ($r in @(Ask-Registry ${question})) { if ($r -is [string]) { $r } else { $r.name + '=' + $r.text } }`,
      )
    ).split('\n');
    return { ...(JSON.parse(`{${answer}}`) as object), texts };
  };

  it('give registry values with their types, to the depth and by the names asked for', async () => {
    expect(await registry("@{ key = 'HKLM\\Top'; max = 99999; kept = @('path') }")).toEqual({
      state: 'ok',
      keys: {
        'HKLM\\Top': {
          '': { type: 'sz', value: 'default' },
          Text: { type: 'sz', value: 'añ' },
          Path: { type: 'expand', value: '%windir%\\x.exe' },
          List: { type: 'multi', value: ['a', 'b'] },
          Number: { type: 'dword', value: 4294967295 },
          Long: { type: 'qword', value: '18446744073709551615' },
          Bytes: { type: 'binary', value: '01ff' },
          Nothing: { type: 'none', value: '' },
        },
      },
      texts: ['path=%windir%\\x.exe'],
    });
    expect(await registry("@{ key = 'HKLM\\Top'; max = 99999; depth = 2; values = @('path', '') }")).toMatchObject({
      keys: { 'HKLM\\Top': { '': {}, Path: {} }, 'HKLM\\Top\\Sub': {}, 'HKLM\\Top\\Sub\\Deep': { Path: {} } },
    });
    expect(await registry("@{ key = 'HKLM\\Top'; max = 60; depth = 2; values = @('') }")).toMatchObject({ cut: true });
    expect(await registry("@{ key = 'HKLM\\Gone'; max = 99999 }")).toMatchObject({ state: 'missing' });
  });

  it('read the letters of drives to keep away from, and take M for one they may not read', async () => {
    const letters = `${keys}
$content['Drive'] = ' x:'; $top.names = @('Drive')
$results = @((Get-AvoidedLetters @(@{ key = 'HKLM\\A'; value = 'Drive' })), (Get-AvoidedLetters @(@{ key = 'HKLM\\Gone'; value = 'Drive' })))
function Open-Key($key) { throw [Activator]::CreateInstance([Security.SecurityException]) }
$results += Get-AvoidedLetters @(@{ key = 'HKLM\\A'; value = 'Drive' })`;
    expect((await evaluate(letters)).split('\n')).toEqual(['X', '', 'M']);
  });
});
