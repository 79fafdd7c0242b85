import type { ListeningPort, ListeningPorts } from '../listening-ports.js';

export interface Socket {
  readonly protocol: 'tcp' | 'udp';
  /** "0.0.0.0", "::", "192.168.16.2", "fe80::1%4" */
  readonly address: string;
  readonly port: number;
  readonly owners: readonly string[];
}

/** Numbers of which the system takes one when a program does not ask for a certain port; both ends belong to it. */
export interface DynamicRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Sockets by port. Ports of the dynamic range count as dynamic, but for those that a service is known to wait on.
 */
export function portsOf(sockets: Iterable<Socket>, dynamic: DynamicRange): ListeningPorts {
  const found = new Map<string, { addresses: Set<string>; owners: Set<string>; socket: Socket }>();
  for (const socket of sockets) {
    const name = `${socket.protocol} ${socket.port}`;
    const here = found.get(name) ?? { addresses: new Set(), owners: new Set(), socket };
    found.set(name, here);
    here.addresses.add(/^(?:0\.0\.0\.0|::)$/.test(socket.address) ? '*' : socket.address);
    for (const owner of socket.owners) here.owners.add(owner);
  }
  const ports: ListeningPort[] = [];
  const passing: ListeningPort[] = [];
  for (const [name, { addresses, owners, socket }] of found) {
    const { protocol, port } = socket;
    const lasting = [...addresses].filter(address => !/^fe80:/i.test(address));
    if (lasting.length === 0) continue;
    const chosen = port >= dynamic.first && port <= dynamic.last && !services.has(port);
    if (chosen && protocol === 'udp') continue;
    (chosen ? passing : ports).push({
      name,
      protocol,
      port,
      addresses: addresses.has('*') ? ['*'] : lasting.toSorted(),
      local: lasting.every(isLoopback),
      owners: [...owners].toSorted(),
    });
  }
  return { ports: ports.toSorted(inOrder), dynamic: passing.toSorted(inOrder) };
}

function inOrder(a: ListeningPort, b: ListeningPort): number {
  return a.port - b.port || (a.protocol < b.protocol ? -1 : 1);
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:127\.|::ffff:7f[\da-f]{2}:)/.test(address);
}

/**
 * Ports of services that lie in a range of dynamic ones (1025 to 5000 on Windows 2000 and 2003, 32768 to 60999 on Linux, from 49152 on
 * Windows since 2008). IANA's registry of service names, and Microsoft's "Service overview and network port requirements" (KB 832017).
 */
const services: ReadonlySet<number> = new Set([
  ...[1080, 1194, 1270, 1352, 1433, 1434, 1494, 1521, 1645, 1646, 1701, 1723, 1745, 1755, 1801, 1812, 1813, 1883],
  ...[2049, 2101, 2103, 2105, 2107, 2301, 2381, 2382, 2383, 2393, 2394, 2525, 2598, 2638, 2725, 2967, 3000, 3050],
  ...[3128, 3260, 3268, 3269, 3306, 3343, 3389, 3527, 3690, 4011, 4125, 4500, 4899],
  // DB2, Plex's helper, WireGuard and Tailscale, BACnet
  ...[41641, 47808, 50000, 51820],
]);
