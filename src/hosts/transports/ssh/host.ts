import { type SshAddress, hostAndPort } from '../../address.js';
import type { Host } from '../../host.js';
import { type SshExecutors, askOver } from './ask.js';
import { NoCommonAlgorithm } from './handshake.js';
import type { SshOptions } from './options.js';
import { connectAlong, routeTo } from './route.js';
import { type Session, sessionOver } from './session.js';
import { systemSession } from './system-ssh.js';

/**
 * A server reached over SSH. Each gather logs in, starts one process, and leaves nothing behind.
 *
 * @param name as the user wrote it; default: the address as `ssh://user@host:port`
 * @throws HostError `bad-address` when a jump host is none
 */
export function sshHost(address: SshAddress, options: SshOptions, executors: SshExecutors, name?: string): Host {
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
    close: async () => closing.abort(),
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
