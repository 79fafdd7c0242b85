import { randomBytes } from 'node:crypto';
import type { Instruction } from '../../../model/instruction.js';
import type { ExecutorName } from '../../../model/recording.js';
import type { ActingExecutor } from '../../executor.js';
import { HostError } from '../../host-error.js';
import type { CarriedOut, CarryOutOptions } from '../../host.js';
import { type Carried, carry, outcomeOf } from '../carry-out.js';
import { type SshOptions, firstLineSeconds } from './options.js';
import { runProgram } from './run-program.js';
import type { Session } from './session.js';

/** What is to be carried out, and how. */
export interface CarryingOver {
  readonly way: ExecutorName;
  readonly instructionProgram: ActingExecutor['instructionProgram'];
  readonly commandLine: string;
  readonly instructions: readonly Instruction[];
  readonly options: SshOptions;
  readonly signal: AbortSignal;
  readonly carrying: CarryOutOptions;
}

/**
 * Carries out instructions over a session.
 *
 * @throws HostError when the program could not be started or did not begin: then nothing was done
 */
export async function carryOver(session: Session, over: CarryingOver): Promise<CarriedOut> {
  const { way, instructionProgram, commandLine, instructions, options, signal, carrying } = over;
  const nonce = randomBytes(12).toString('hex');
  const limits = { firstLineTimeoutSeconds: firstLineSeconds(options, way) };
  const text = instructionProgram(instructions, nonce);
  let carried: Carried | undefined;
  try {
    await runProgram(
      session,
      { way, text, nonce, commandLine },
      async (process, input) =>
        (carried = await carry(process, input, { ...carrying, signal, instructions, nonce, limits })),
      ({ reader, end }) => !reader.header && end === 'closed',
    );
  } catch (error) {
    // The script could not be removed, which changes nothing of what was done.
    if (!carried || !(error instanceof HostError)) throw error;
    options.onNote?.(error.text);
  }
  if (!carried) throw new Error('a program that was started came to an end');
  const why = carried.reader.header ? undefined : await session.explain(carried);
  if (why && !lostMidway.has(why.kind)) throw why;
  return outcomeOf(carried, instructions.length, why !== undefined);
}

/** A connection that was there and broke; any other reason says that there was none. */
const lostMidway: ReadonlySet<HostError['kind']> = new Set(['cut-off']);
