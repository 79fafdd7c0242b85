import { type Batch, type Question, questionDefaults } from '../../model/question.js';
import type { ActingExecutor } from '../executor.js';
import { wireMark } from '../wire.js';
import { fileFunctions } from './powershell/files.ps1.js';
import { headerFunctions } from './powershell/header.ps1.js';
import { instructionProgramOf } from './powershell/instruction-program.js';
import { literal } from './powershell/literal.js';
import { mainProgram } from './powershell/main.ps1.js';
import { registryFunctions } from './powershell/registry.ps1.js';
import { textFunctions } from './powershell/text.ps1.js';
import { commandFunctions } from './powershell/commands.ps1.js';
import { wmiFunctions } from './powershell/wmi.ps1.js';

/**
 * Windows PowerShell 4.0 or later, and PowerShell 7. Every question runs in a runspace of its own thread with a time limit; nothing
 * but the language, .NET Framework 4.5 and what the questions themselves use is needed, and no file is written.
 *
 * The program is one script. It is read from standard input by {@link powershellCommandLine}, or run with `-File`. Where a policy
 * allows only the constrained language it prints no header. Exit codes: 0 all answered, 1 nobody listens any more.
 */
export const powershellExecutor: ActingExecutor = {
  name: 'powershell',
  platform: 'windows',
  program(batch, nonce) {
    if (!/^[A-Za-z0-9]+$/.test(nonce)) throw new RangeError('A nonce is made of letters and digits.');
    return `& {
param($mark, $questions, $drives)
$library = {
${textFunctions}
${commandFunctions}
${fileFunctions}
${registryFunctions}
${wmiFunctions}
${headerFunctions}
}
${mainProgram}
} ${literal(`${wireMark}${nonce} `)} @(
${askedIn(batch).map(literal).join(',\n')}
) ${literal(batch.avoidDrives.map(({ key, value }) => ({ key, value })))}
`;
  },
  instructionProgram: instructionProgramOf,
};

/**
 * How a transport starts PowerShell: one line of plain words, the same to cmd.exe, PowerShell and sh, that runs what comes on
 * standard input once that is closed. `$input` is what PowerShell makes of redirected input; to read the console beside it would
 * lose lines to it.
 */
export function powershellStart(program: 'powershell.exe' | 'pwsh' = 'powershell.exe'): string {
  const encoded = Buffer.from(bootstrap, 'utf16le').toString('base64');
  return `${program} -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand ${encoded}`;
}

/** What {@link powershellStart} encodes. */
export const bootstrap =
  "$ProgressPreference='SilentlyContinue';$p=@($input)-join[string][char]10;if(!$p){exit 1};&([ScriptBlock]::Create($p))";

export const powershellCommandLine = powershellStart();

/** In the order they are run: what others need first, what hangs some hosts last. */
function askedIn({ questions }: Batch): object[] {
  const turn = (question: Question): number =>
    question.alone ? 2 : question.kind === 'file-info' && question.from ? 1 : 0;
  const wanted = questions.flatMap(question => (question.kind === 'file-info' ? (question.from ?? []) : []));
  return questions
    .toSorted((a, b) => turn(a) - turn(b))
    .map(question => ({
      ...question,
      idJson: JSON.stringify(question.id).replace(
        /[^\x20-\x7e]/g,
        char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
      limit: question.timeoutSeconds ?? questionDefaults.timeoutSeconds,
      max: question.maxBytes ?? questionDefaults.maxBytes,
      kept: wanted.filter(from => from.question === question.id).map(from => from.name.toLowerCase()),
    }));
}
