import { type Batch, type Question, questionDefaults } from '../../../model/question.js';
import type { Instruction } from '../../../model/instruction.js';
import { exchangeDrive } from '../../exchange-drive.js';
import type { ActingExecutor } from '../../executor.js';
import { checkInstructions, instructionDefaults } from '../checked-instructions.js';
import { actingProgram } from './acting.generated.js';
import { agentProgram } from './agent.generated.js';

/**
 * Windows Script Host, which every Windows has since 2000. The program is one JScript file; how it is started:
 *
 * - `cscript //nologo FILE.js`, and where another program has taken the extension `.js` (no header comes then),
 *   `cscript //nologo //E:jscript FILE.js`, an option that Wine does not know;
 * - `/out:RESULT` writes the lines to a file instead, with a few words to the person in front of the console;
 * - `/remove` makes the program delete its own file at the end, and the folder it is in when that is called `antesala-<nonce>`.
 *
 * A file `FILE.js.stop` beside it, or `FILE.js` being deleted, makes it stop: what it runs is ended, its temporary folder removed,
 * the end line left out.
 * Exit codes: 0 all answered, 1 the result file could not be written, 2 told to stop, 3 a fault of its own (said on a line without mark).
 *
 * Registry answers come as keys where WMI lists them, else as the text of a registry export, which holds only the keys and values
 * asked for, a value's lines whole, and ends with a whole value when it is cut.
 */
export const wshExecutor: ActingExecutor = {
  name: 'wsh',
  platform: 'windows',
  program: (batch, nonce) =>
    `// Antesala asks this server questions and changes nothing.\r\n${agentProgram}antesala(${batchLiteral(batch, nonce)});\r\n`,
  instructionProgram(instructions, nonce) {
    checkInstructions(instructions, nonce);
    return `// Antesala carries out the instructions at the end, in their order.\r\n${actingProgram}antesalaActs(${instructionsLiteral(instructions, nonce)});\r\n`;
  },
};

/** The batch as a literal of ECMAScript 3: JSON with every character beyond ASCII escaped, a question a line. */
export function batchLiteral({ questions, avoidDrives }: Batch, nonce: string): string {
  const lines = questions.map((question, index) => asciiJson(asked(question, index))).join(',\r\n');
  const order = asciiJson(askingOrder(questions));
  return `{"nonce":${asciiJson(nonce)},"avoidDrives":${asciiJson(avoidDrives)},"order":${order},"questions":[\r\n${lines}]}`;
}

/** The instructions as a literal, one a line, with all defaults filled in. */
export function instructionsLiteral(instructions: readonly Instruction[], nonce: string): string {
  const lines = instructions.map((instruction, index) => asciiJson(told(instruction, index))).join(',\r\n');
  return `{"nonce":${asciiJson(nonce)},"avoidDrives":${asciiJson([exchangeDrive])},"instructions":[\r\n${lines}]}`;
}

function told(instruction: Instruction, index: number): object {
  const { timeoutSeconds = instructionDefaults.timeoutSeconds } = instruction;
  const common = { index, timeoutSeconds };
  if (instruction.kind !== 'run') return { ...instruction, ...common };
  return { ...instruction, ...common, maxBytes: instruction.maxBytes ?? instructionDefaults.maxBytes };
}

function asked(question: Question, index: number): object {
  const { timeoutSeconds = questionDefaults.timeoutSeconds, maxBytes = questionDefaults.maxBytes } = question;
  const common = { index, timeoutSeconds, maxBytes, alone: question.alone === true };
  // the script would only be carried for nothing
  if (question.kind === 'powershell') return { id: question.id, kind: question.kind, ...common };
  return { ...question, ...common };
}

/** Questions whose paths come from others after those, questions that hang some hosts last; else as given. */
export function askingOrder(questions: readonly Question[]): readonly number[] {
  const turn = (question: Question | undefined) =>
    question?.alone ? 2 : question?.kind === 'file-info' && question.from ? 1 : 0;
  return questions.map((_, index) => index).toSorted((a, b) => turn(questions[a]) - turn(questions[b]));
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
