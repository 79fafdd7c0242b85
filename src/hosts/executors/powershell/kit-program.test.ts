import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { powershellHost } from '../../../../lab/powershell/host.js';
import { kitContract } from '../../../testing/kit-contract.js';
import { guardLives } from '../../../testing/guard-lives.js';
import { putBackCases } from '../../../testing/put-back-decisions.js';
import { bootstrap } from '../powershell.js';
import { kitFunctions, powershellKitProgram } from './kit-program.js';
import { literal } from './literal.js';

const engine = powershellHost();
if ('why' in engine) process.stderr.write(`The kit's PowerShell program is not run in the tests: ${engine.why}.\n`);
const program = 'program' in engine ? engine.program : '';

describe.skipIf(program === '')('a case’s kit in PowerShell', () => {
  kitContract({
    files: kit => ({ 'antesala-kit.ps1': powershellKitProgram(kit, ['antesala-kit.ps1']) }),
    command: (folder, role, words) => [program, '-File', join(folder, 'antesala-kit.ps1'), `/do:${role}`, ...words],
    env: lasting => ({ ...process.env, ALLUSERSPROFILE: lasting }),
    caseFolder: (lasting, caseId) => join(lasting, 'Antesala', caseId),
    platform: 'windows',
    readsLog: true,
    cuts: [1, 3, 4, 6, 8],
  });

  it('decides as everywhere what putting back comes to', () => {
    const cases = putBackCases.filter(({ kind }) => kind !== 'unit');
    const rows = cases.map(({ kind, ...rest }) => ({ ...rest, kind, resource: { kind } }));
    const script = `${kitFunctions}
foreach ($row in ${literal(rows)}) {
  $said = Get-PutBack $row $row.found $row.forced
  [Console]::Out.WriteLine($(if ($said.outcome) { '"' + $said.outcome + '"' } else { Json-State $said.to }))
}`;
    const { stdout } = spawnSync(program, ['run', bootstrap], { input: script, encoding: 'utf8' });
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toEqual(cases.map(({ comesTo }) => comesTo));
  });

  it('sets again what is lost again, and not for what is gone', () => {
    const script = `${kitFunctions}
function Write-Events($log, $events) { }
function Show-Item($outcome, $name, $more) { [void]$script:said.Add("$name $outcome") }
function Get-NameOf($thing) { $thing.name }
function Get-Seen($id, $thing) { @{ found = $script:world[$id] } }
function Set-All($things, $tell) {
  foreach ($one in @($things)) {
    $left = $one.to
    $script:world[$one.item] = $left
    if ($one.item -eq 'guard') {
      $script:writes++
      if ($life.neverStays) { $script:world['guard'] = $notThere }
    } else {
      if ($life.setting -ne 'keeps it') { $script:world['guard'] = $notThere }
      if ($life.setting -eq 'vanishes') { $left = 'absent'; $script:world['thing'] = 'absent' }
    }
    & $tell $one @{ did = 'set'; found = $one.found; left = $left } 0
  }
}
$on = ${literal({ start: 'auto', delayed: false, running: true })}
$off = ${literal({ start: 'disabled', delayed: false, running: false })}
$there = ${literal({ present: true, type: 'multi', value: 'RpcSs' })}
$notThere = ${literal({ present: false })}
foreach ($life in ${literal(guardLives)}) {
  $script:world = @{ thing = $(if ($life.thing -eq 'off') { $off } else { 'absent' }); guard = $(if ($life.guard -eq 'there') { $there } else { $notThere }) }
  $script:said = New-Of ([Collections.ArrayList])
  $script:writes = 0
  $log = @{ known = New-Of ([Collections.Specialized.OrderedDictionary]); acts = @{} }
  Add-Event $log @{ type = 'intent'; item = 'thing'; resource = @{ kind = 'service'; name = 'thing' }; found = $on; to = $off; after = @() }
  Add-Event $log @{ type = 'intent'; item = 'guard'; resource = @{ kind = 'registry-value'; name = 'guard' }; found = $there; to = $there; lost = $notThere; after = @('thing') }
  $well = Invoke-PutBack @{ plan = '' } $log $(if ($life.forced) { , @('guard') } else { , @() })
  [Console]::Out.WriteLine(($script:said -join ' ') + ' ' + $script:writes + ' ' + $well)
}`;
    const { stdout } = spawnSync(program, ['run', bootstrap], { input: script, encoding: 'utf8' });
    const wellOf = (outcomes: readonly string[]) =>
      outcomes.every(outcome => outcome === 'kept' || outcome === 'restored') ? 'True' : 'False';
    expect(stdout.trimEnd().split('\n')).toEqual(
      guardLives.map(
        ({ outcomes, written }) => `thing ${outcomes[0]} guard ${outcomes[1]} ${written} ${wellOf(outcomes)}`,
      ),
    );
  });

  it('is in the syntax of 4.0, with commands it has', () => {
    const kit = {
      caseId: 'c',
      caseName: 'ñ',
      platform: 'windows',
      computer: '',
      system: '',
      plan: '',
      lines: ['{}'],
      steps: [],
      known: [],
      backOrder: [],
    } as const;
    const text = powershellKitProgram(kit, []);
    expect(/[^\n\x20-\x7e\t]/.exec(text)).toBeNull();
    expect(spawnSync(program, ['check'], { input: text, encoding: 'utf8' }).stdout).toBe('');
  });
});
