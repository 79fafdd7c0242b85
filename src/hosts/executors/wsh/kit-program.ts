import type { KitCase } from '../../../model/kit.js';
import { exchangeDrive } from '../../exchange-drive.js';
import { kitOutcomes, kitWords } from '../kit-words.js';
import { kitProgram } from './kit.generated.js';

/**
 * The program of a case's kit for Windows Script Host: `cscript //nologo FILE.js /do:prepare` or `/do:put-back`, with `/repeat` (acts that may
 * have been done) and `/force:ITEM` (set back whatever is found). `/begun:FILE` makes it write an empty file first, which tells that script
 * hosts may run here.
 *
 * It works in its own process, since somebody sits in front of it: killed at any moment, the log on the server says what was begun.
 * Exit codes: those of the command line of Antesala.
 *
 * @param files names of the kit's files that are to stay on the server
 */
export function wshKitProgram(kit: KitCase, files: readonly string[], nonce: string): string {
  const { caseId, caseName, computer, system, plan, lines, steps } = kit;
  const words = kitWords('windows');
  const members = [
    `"nonce":${asciiJson(nonce)}`,
    `"avoidDrives":${asciiJson([exchangeDrive])}`,
    ...Object.entries({ caseId, caseName, computer, system, plan, files, words, outcomes: kitOutcomes }).map(
      ([name, value]) => `${asciiJson(name)}:${asciiJson(value)}`,
    ),
    `"lines":[\r\n${lines.map(asciiJson).join(',\r\n')}]`,
    `"steps":[\r\n${steps.map(asciiJson).join(',\r\n')}]`,
  ];
  return `// Antesala prepares this server as the plan at the end says, and puts back what it changed.\r\n${kitProgram}antesalaKit({${members.join(',\r\n')}});\r\n`;
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
