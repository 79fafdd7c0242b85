import type { Batch } from '../../../model/question.js';
import type { Platform } from '../../../model/recording.js';
import { powershellExecutor } from '../../executors/powershell.js';
import { shExecutor } from '../../executors/sh.js';
import { wshExecutor } from '../../executors/wsh/wsh.js';
import { crlf } from './crlf.js';
import { commandFile, readMe, shellFile } from './words.js';

/**
 * The files of a kit: a folder to carry to a server with no way in. One command there, nothing installed, leaves one result
 * file, which `antesala assess` reads. Windows Script Host first, since every Windows from 2000 on has it; where a policy
 * forbids it, PowerShell.
 *
 * @param nonce letters and digits, new for every kit
 * @returns contents by file name; all of it ASCII, so that no transfer can change it
 */
export function kitFiles(batches: Readonly<Record<Platform, Batch>>, nonce: string): Readonly<Record<string, string>> {
  return {
    'antesala.cmd': crlf(commandFile),
    'antesala.js': crlf(wshExecutor.program(batches.windows, nonce)),
    'antesala.ps1': crlf(powershellExecutor.program(batches.windows, nonce)),
    'antesala.sh': shellFile(shExecutor.program(batches.linux, nonce)),
    'README.txt': crlf(readMe),
  };
}
