import type { Instruction, InstructionResult, Set, SetResult } from '../../model/instruction.js';
import type { ResourceState } from '../../model/resource.js';
import { decideSet, outcomeOfSet } from '../set-decision.js';
import { CannotTell } from './kind.js';
import type { Line } from './options.js';
import type { SimulatedServer } from './server.js';

type Undated<R> = R extends InstructionResult ? Omit<R, 'ms'> : never;

/**
 * Carries out one instruction.
 *
 * @param between called between two steps of a `set`: true when the power went, and nothing goes on
 * @returns its result, without the time it took; undefined when the power went
 */
export function carryOutOne(
  server: SimulatedServer,
  instruction: Instruction,
  lines: readonly Line[],
  between: () => boolean,
): Undated<InstructionResult> | undefined {
  const { id } = instruction;
  if (instruction.kind !== 'look' && !server.elevated) {
    return { id, did: 'not-done', state: 'denied', why: 'only an administrator may do this' };
  }
  try {
    switch (instruction.kind) {
      case 'look': {
        const { resource, timeoutSeconds = defaultSeconds } = instruction;
        const kind = server.kindOf(resource);
        kind.settle?.(resource, timeoutSeconds);
        return { id, did: 'looked', found: kind.look(resource) };
      }
      case 'set':
        return set(server, instruction, between);
      case 'run': {
        const line = lines.find(({ like }) => like.test(instruction.line));
        const found = line && new RegExp(line.like).exec(instruction.line);
        const what = found && line.does?.(found);
        const powerWent = what ? server.happen(what) : false;
        return powerWent ? undefined : { id, did: 'ran', exit: 0, text: '', ...line?.says };
      }
      case 'keep-copy':
        return { id, ...server.copies.keep(instruction) };
      case 'disarm':
        return { id, did: server.deadMen.disarm(instruction.deadManId) };
    }
  } catch (error) {
    if (error instanceof CannotTell) return { id, did: 'not-done', state: error.state, why: error.message };
    throw error;
  }
}

/** Given up after this long, when the instruction does not say. */
const defaultSeconds = 60;

function set(server: SimulatedServer, instruction: Set, between: () => boolean): Omit<SetResult, 'ms'> | undefined {
  const { id, resource, to, deadMan, from, timeoutSeconds = defaultSeconds } = instruction;
  const kind = server.kindOf(resource);
  const settled = kind.settle?.(resource, timeoutSeconds) ?? true;
  const found = kind.look(resource);
  const decision = decideSet(found, instruction);
  if (!settled && decision.do !== 'leave' && (to.running === true || to.active === true)) {
    return { id, did: 'failed', found, left: found, why: `still stopping after ${timeoutSeconds} s` };
  }
  if (decision.do === 'nothing') return { id, did: 'nothing', found, left: found };
  if (decision.do === 'leave') return { id, did: decision.as, found, left: found };
  if (deadMan) server.deadMen.arm(deadMan, from, state => setBack(server, instruction, state));
  const steps = kind.set(resource, decision.fields, to, timeoutSeconds);
  let step = steps.next();
  for (; !step.done; step = steps.next()) if (between()) return undefined;
  const left = kind.look(resource);
  const did = outcomeOfSet(left, to);
  return { id, did, found, left, ...(did === 'failed' && step.value !== undefined ? { why: step.value } : {}) };
}

/** What the dead-man timer does: whatever is found then, since nobody is there to decide. */
function setBack(server: SimulatedServer, { resource }: Set, to: ResourceState): void {
  const kind = server.kindOf(resource);
  const decision = decideSet(kind.look(resource), { from: [], to, force: true });
  if (decision.do !== 'set') return;
  const steps = kind.set(resource, decision.fields, to, defaultSeconds);
  while (!steps.next().done);
}
