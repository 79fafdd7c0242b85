import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer, connect } from 'node:net';

/** A way to a server that can be cut: a port here that hands everything on, and counts. */
export interface Link {
  readonly port: number;
  /** Messages (what came at once, either way) since the last {@link start}. */
  readonly messages: number;
  /** Connections since then: a trip is one. */
  readonly connections: number;
  /** Counts anew; breaks at that message: before it is handed on, or right after. Called once. */
  start(breakAt?: { readonly message: number; readonly when: 'before' | 'after'; readonly broke: () => void }): void;
  close(): Promise<void>;
}

/** Opens a link on the loopback. */
export async function openLink(host: string, port: number): Promise<Link> {
  const sockets = new Set<Socket>();
  let messages = 0;
  let connections = 0;
  let breakAt: Parameters<Link['start']>[0];
  const server = createServer(near => {
    connections += 1;
    const far = connect(port, host);
    const both = [near, far] as const;
    for (const [from, to] of [both, [far, near]] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.end();
      });
      from.on('end', () => to.end());
      from.on('data', (chunk: Buffer) => {
        messages += 1;
        const here = breakAt?.message === messages ? breakAt : undefined;
        if (here) breakAt = undefined;
        // A reset would take away what the other side has not read yet.
        if (here?.when === 'after') to.end(chunk);
        else if (here) to.resetAndDestroy();
        else to.write(chunk);
        if (here) {
          from.resetAndDestroy();
          here.broke();
        }
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get messages() {
      return messages;
    },
    get connections() {
      return connections;
    },
    start(at) {
      messages = 0;
      connections = 0;
      breakAt = at;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
