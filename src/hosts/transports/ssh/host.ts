import { type SshAddress, hostAndPort } from '../../address.js';
import type { ActingHost } from '../../host.js';
import { onlyAsks, stoppedBefore } from '../carry-out-words.js';
import { type SshExecutors, askOver } from './ask.js';
import { carryOver } from './carry-over.js';
import { NoCommonAlgorithm } from './handshake.js';
import type { SshOptions } from './options.js';
import { connectAlong, routeTo } from './route.js';
import { type Session, sessionOver } from './session.js';
import { systemSession } from './system-ssh.js';

/**
 * A server reached over SSH. Each gather and each list of instructions logs in, starts one process, and leaves no program behind.
 *
 * @param name as the user wrote it; default: the address as `ssh://user@host:port`
 * @throws HostError `bad-address` when a jump host is none
 */
export function sshHost(address: SshAddress, options: SshOptions, executors: SshExecutors, name?: string): ActingHost {
  const route = routeTo(address, options);
  const host = name ?? sshName(address);
  const closing = new AbortController();
  return {
    name: host,
    async gather(batches, gather) {
      const signal = gather.signal ? AbortSignal.any([gather.signal, closing.signal]) : closing.signal;
      const session = await open(signal);
      try {
        const asked = await askOver(session, { batches, executors, options, gather, signal });
        return executors.record({ ...asked, host, gatheredAt: gather.now() });
      } finally {
        await session.close();
      }
    },
    async carryOut(way, instructions, carrying) {
      const signal = carrying.signal ? AbortSignal.any([carrying.signal, closing.signal]) : closing.signal;
      const { instructionProgram } = executors[way];
      if (!instructionProgram) throw onlyAsks(way);
      if (signal.aborted) throw stoppedBefore();
      const session = await open(signal);
      try {
        const { commandLine } = executors.powershell;
        return await carryOver(session, {
          way,
          instructionProgram,
          commandLine,
          instructions,
          options,
          signal,
          carrying,
        });
      } finally {
        await session.close();
      }
    },
    // With a reason of its own it need not make an exception with a stack, which nobody looks at
    close: async () => closing.abort('closed'),
  };

  async function open(signal: AbortSignal): Promise<Session> {
    try {
      return sessionOver(await connectAlong(route, options, signal));
    } catch (error) {
      if (!(error instanceof NoCommonAlgorithm)) throw error;
      return systemSession(route, options, signal);
    }
  }
}

function sshName(address: SshAddress): string {
  const user = address.user === undefined ? '' : `${encodeURIComponent(address.user)}@`;
  return `ssh://${user}${hostAndPort(address)}`;
}
