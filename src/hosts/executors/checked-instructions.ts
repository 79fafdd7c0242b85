import type { Instruction } from '../../model/instruction.js';

/** What an instruction goes by that says nothing else. */
export const instructionDefaults = { timeoutSeconds: 60, maxBytes: 1024 * 1024 } as const;

/**
 * Makes sure that instructions can be written into a program and carried out.
 *
 * @throws RangeError when a nonce, a case's or a dead-man's id is not letters, digits and dashes, when a dead-man has no state to set
 *   again, or a text holds a NUL
 */
export function checkInstructions(instructions: readonly Instruction[], nonce: string): void {
  if (!/^[A-Za-z0-9]+$/.test(nonce)) throw new RangeError('A nonce is made of letters and digits.');
  for (const instruction of instructions) {
    if (JSON.stringify(instruction).includes('\\u0000')) throw new RangeError('A text of an instruction holds a NUL.');
    if (instruction.kind === 'keep-copy') checkId(instruction.caseId);
    if (instruction.kind === 'disarm') checkId(instruction.deadManId);
    if (instruction.kind !== 'set' || !instruction.deadMan) continue;
    checkId(instruction.deadMan.id);
    if (!instruction.from[0]) throw new RangeError('A dead-man needs a state to set again.');
  }
}

function checkId(id: string): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(id)) throw new RangeError('An id is made of letters, digits and dashes.');
}
