import { type Socket, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Client } from 'ssh2';
import type { SshAddress } from '../../address.js';
import type { HostError } from '../../host-error.js';
import { connectionError, noWayOn, stageTimeout, stopped } from './errors.js';
import { shown } from './shown.js';

/** A connection to a server, straight from this machine. */
export function socketTo(server: SshAddress, seconds: number, signal: AbortSignal): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: server.host, port: server.port ?? 22, noDelay: true });
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.off('error', failed);
    };
    const fail = (error: HostError): void => {
      settle();
      socket.on('error', () => undefined).destroy();
      reject(error);
    };
    const failed = (error: Error): void => fail(connectionError(server, error));
    const stop = (): void => fail(stopped());
    const timer = setTimeout(() => fail(stageTimeout(server, 'connect', seconds)), seconds * 1000);
    signal.addEventListener('abort', stop, { once: true });
    socket.once('error', failed);
    socket.once('connect', () => {
      settle();
      resolve(inFewWrites(socket));
    });
    if (signal.aborted) stop();
  });
}

/** ssh2 writes each packet in three pieces, each a system call and a segment on the network: all of one turn go out together. */
function inFewWrites(socket: Socket): Socket {
  const write = socket.write.bind(socket);
  let held = false;
  socket.write = (chunk: Uint8Array | string): boolean => {
    if (!held) {
      held = true;
      socket.cork();
      process.nextTick(() => {
        held = false;
        socket.uncork();
      });
    }
    return write(chunk);
  };
  return socket;
}

/** A connection to a server from another one, on which somebody is logged in. */
export function socketThrough(jump: Client, server: SshAddress, seconds: number, signal: AbortSignal): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
    const fail = (error: HostError): void => {
      settle();
      reject(error);
    };
    const stop = (): void => fail(stopped());
    const timer = setTimeout(() => fail(stageTimeout(server, 'connect', seconds)), seconds * 1000);
    signal.addEventListener('abort', stop, { once: true });
    jump.forwardOut('127.0.0.1', 0, server.host, server.port ?? 22, (error, channel) => {
      if (error) return fail(noWayOn(server, shown(error.message)));
      settle();
      resolve(channel);
    });
  });
}
