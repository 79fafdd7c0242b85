import { BlockList, isIP } from 'node:net';
import type { Adapter } from '../../facts/network.js';
import type { StepSituation } from '../../model/step.js';

/** What becomes of the connection over which Antesala works when the way to the Internet goes. */
export type OwnConnection =
  /** There is none: it works on the server itself, or only from a recording. */
  | { readonly state: 'none' }
  /** It goes over other adapters, and its far end is on one of their networks. */
  | { readonly state: 'elsewhere' }
  /** It goes over an adapter that leads to the Internet; the far end is on its network, and needs no gateway. */
  | { readonly state: 'same-network' }
  /** It comes in through the gateway. */
  | { readonly state: 'through-gateway'; readonly remote: string }
  | { readonly state: 'unknown' };

export function ownConnection(wayIn: StepSituation['wayIn'], adapters: readonly Adapter[]): OwnConnection {
  if (wayIn.kind !== 'ssh') return { state: 'none' };
  const [local, remote] = [plain(wayIn.localAddress), plain(wayIn.remoteAddress)];
  if (local === undefined || remote === undefined) return { state: 'unknown' };
  if (/^(127\.|::1$)/.test(local)) return { state: 'none' };
  const mine = adapters.filter(adapter => adapter.addresses.some(address => plain(address) === local));
  if (mine.length === 0) return { state: 'unknown' };
  if (mine.some(adapter => isOnNetworkOf(remote, adapter))) {
    return { state: mine.some(adapter => adapter.facesInternet) ? 'same-network' : 'elsewhere' };
  }
  // on another adapter of ours: answers go out there, whatever came in here
  if (adapters.some(adapter => !adapter.facesInternet && isOnNetworkOf(remote, adapter))) return { state: 'elsewhere' };
  return { state: 'through-gateway', remote };
}

/** `fe80::1%eth0`, `::ffff:10.0.0.1` and `10.0.0.1/24` without what is not the address; undefined when it is none. */
function plain(address: string | undefined): string | undefined {
  const bare = address
    ?.replace(/[%/].*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .toLowerCase();
  return bare !== undefined && isIP(bare) > 0 ? bare : undefined;
}

function isOnNetworkOf(address: string, adapter: Adapter): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  return adapter.addresses.some(own => {
    const network = plain(own);
    const prefix = Number(/\/(\d+)$/.exec(own)?.[1] ?? Number.NaN);
    if (network === undefined || isIP(network) !== isIP(address) || !(prefix <= (family === 'ipv6' ? 128 : 32))) {
      return false;
    }
    const list = new BlockList();
    list.addSubnet(network, prefix, family);
    return list.check(address, family);
  });
}
