import type { KitCase } from '../../../model/kit.js';
import { powershellKitProgram } from '../../executors/powershell/kit-program.js';
import { shKitProgram } from '../../executors/sh/kit-program.js';
import { wshKitProgram } from '../../executors/wsh/kit-program.js';
import { crlf } from './crlf.js';
import { caseReadMe } from './case-read-me.js';
import { windowsCommand } from './windows-command.js';

/** Names of the files that stay on a Windows server, in the case's folder. */
const windowsFiles = [
  'antesala-kit.js',
  'antesala-kit.ps1',
  'antesala-prepare.cmd',
  'antesala-put-back.cmd',
  'README.txt',
] as const;

/**
 * What a kit holds besides the files that ask: one command that carries out the plan of a case and one that puts everything back, for the
 * system the plan was made for.
 *
 * @param nonce letters and digits, new for every kit
 * @returns contents by file name; all of it ASCII
 */
export function caseKitFiles(kit: KitCase, nonce: string): Readonly<Record<string, string>> {
  if (kit.platform === 'linux') {
    return {
      'README.txt': crlf(caseReadMe(kit)),
      'antesala-kit.sh': shKitProgram(kit),
      'antesala-prepare.sh': linuxCommand('prepare'),
      'antesala-put-back.sh': linuxCommand('put-back'),
    };
  }
  const byHand = kit.steps.some(step => step.groups.some(group => group.kind === 'by-hand'));
  return {
    'README.txt': crlf(caseReadMe(kit)),
    'antesala-kit.js': crlf(wshKitProgram(kit, windowsFiles, nonce)),
    'antesala-kit.ps1': crlf(powershellKitProgram(kit, windowsFiles)),
    'antesala-prepare.cmd': crlf(windowsCommand('prepare', byHand)),
    'antesala-put-back.cmd': crlf(windowsCommand('put-back', false)),
  };
}

function linuxCommand(role: 'prepare' | 'put-back'): string {
  return `#!/bin/sh\n# Run as root: sudo sh antesala-${role}.sh\nexec sh "$(dirname -- "$0")/antesala-kit.sh" ${role} "$@"\n`;
}
