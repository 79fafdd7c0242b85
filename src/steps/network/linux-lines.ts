import type { CommandResource } from '../../model/resource.js';

/** Every address that only a default route leads to: networks with a route of their own, own ones and internal ones, are narrower. */
const halves = ['0.0.0.0/1', '128.0.0.0/1'];
const globalIpv6 = '2000::/3';

/**
 * No way to the Internet: routes that lead nowhere, narrower than any default route (ip-route(8), type unreachable). The routes there are
 * stay as they are, so that whoever manages them (NetworkManager, systemd-networkd, ifupdown, DHCP, router advertisements) has nothing to
 * repair, and taking ours away restores them exactly. They do not outlive a restart.
 *
 * @param keep address of our far end and the gateway and device to it, when our connection comes in through the gateway
 */
export function noWayOut(keep?: {
  readonly remote: string;
  readonly gateway: string;
  readonly device: string;
}): CommandResource {
  const family = keep?.remote.includes(':') ? 6 : 4;
  const own = keep && `${keep.remote}/${family === 6 ? 128 : 32}`;
  const count = (version: 4 | 6, network: string): string =>
    `[ -z "$(ip -${version} route show type unreachable ${network})" ] || n=$((n+1))`;
  const hasIpv6 = '[ -s /proc/net/if_inet6 ]';
  const set = [
    ...halves.map(half => `ip -4 route replace unreachable ${half}`),
    `if ${hasIpv6}; then ip -6 route replace unreachable ${globalIpv6}; fi`,
  ];
  const away = [
    ...halves.map(half => `ip -4 route del unreachable ${half}`),
    `ip -6 route del unreachable ${globalIpv6}`,
    // the metric marks it as ours
    ...(own === undefined ? [] : [`ip -${family} route del ${own} metric ${mark}`]),
  ];
  return {
    kind: 'command',
    name: 'network/internet',
    look: `n=0; all=2; ${halves.map(half => count(4, half)).join('; ')}; if ${hasIpv6}; then all=3; ${count(6, globalIpv6)}; fi; if [ $n = 0 ]; then echo open; elif [ $n = $all ]; then echo cut; else echo partly; fi`,
    set: {
      cut: [
        ...(keep && own
          ? [`ip -${family} route replace ${own} via ${keep.gateway} dev ${keep.device} metric ${mark}`]
          : []),
        ...set,
      ].join(' && '),
      open: `${away.map(line => `${line} 2>/dev/null`).join('; ')}; true`,
    },
  };
}

const mark = 7331;

/** Names and addresses come from the host: only these make a line. */
export const isDeviceName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,14}$/.test(name);
