import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { powershellHost } from '../../../../lab/powershell/host.js';
import { kitContract } from '../../../testing/kit-contract.js';
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
