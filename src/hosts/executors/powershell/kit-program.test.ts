import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { powershellHost } from '../../../../lab/powershell/host.js';
import { kitContract } from '../../../testing/kit-contract.js';
import { powershellKitProgram } from './kit-program.js';

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
    } as const;
    const text = powershellKitProgram(kit, []);
    expect(/[^\n\x20-\x7e\t]/.exec(text)).toBeNull();
    expect(spawnSync(program, ['check'], { input: text, encoding: 'utf8' }).stdout).toBe('');
  });
});
