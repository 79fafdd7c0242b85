import type { Instruction } from '../../../model/instruction.js';
import { exchangeDrive } from '../../exchange-drive.js';
import { wireMark } from '../../wire.js';
import { checkInstructions, instructionDefaults } from '../checked-instructions.js';
import { carryOutFunctions } from './acting/carry-out.ps1.js';
import { commandStateFunctions } from './acting/commands.ps1.js';
import { decisionFunctions } from './acting/decision.ps1.js';
import { fileStateFunctions } from './acting/files.ps1.js';
import { lastingFunctions } from './acting/lasting.ps1.js';
import { registryValueFunctions } from './acting/registry-values.ps1.js';
import { rolesProgram } from './acting/roles.ps1.js';
import { serviceFunctions } from './acting/services.ps1.js';
import { commandFunctions } from './commands.ps1.js';
import { fileFunctions } from './files.ps1.js';
import { headerFunctions } from './header.ps1.js';
import { literal } from './literal.js';
import { registryFunctions } from './registry.ps1.js';
import { textFunctions } from './text.ps1.js';

/** All functions that carry out instructions, without the roles that need processes. */
export const actingFunctions = [
  textFunctions,
  commandFunctions,
  fileFunctions,
  registryFunctions,
  headerFunctions,
  decisionFunctions,
  serviceFunctions,
  registryValueFunctions,
  fileStateFunctions,
  commandStateFunctions,
  lastingFunctions,
  carryOutFunctions,
].join('\n');

/**
 * A program that carries out instructions. It comes on standard input like the one that asks, and starts itself from a file in a private
 * folder, removed at the end, to work in a process that survives the session.
 *
 * @throws RangeError when the instructions cannot be written down (`checked-instructions.ts`)
 */
export function instructionProgramOf(instructions: readonly Instruction[], nonce: string): string {
  checkInstructions(instructions, nonce);
  return `$given = @($args)
& {
param($mark, $nonce, $told, $drives, $given)
$library = {
${actingFunctions}
}
${rolesProgram}
} ${literal(`${wireMark}${nonce} `)} ${literal(nonce)} @(
${instructions.map((instruction, index) => literal(toldAs(instruction, index))).join(',\n')}
) ${literal([exchangeDrive])} $given
`;
}

function toldAs(instruction: Instruction, index: number): object {
  const { id, timeoutSeconds = instructionDefaults.timeoutSeconds } = instruction;
  const common = { ...instruction, index, limit: timeoutSeconds, idJson: asciiJson(id) };
  if (instruction.kind === 'run') return { ...common, max: instruction.maxBytes ?? instructionDefaults.maxBytes };
  if (instruction.kind !== 'look' && instruction.kind !== 'set') return common;
  const { resource } = instruction;
  if (resource.kind !== 'command') return common;
  // a table would take names that differ in case alone for the same
  const set = Object.entries(resource.set).map(([value, line]) => ({ value, line }));
  return { ...common, resource: { ...resource, set } };
}

function asciiJson(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7e]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
