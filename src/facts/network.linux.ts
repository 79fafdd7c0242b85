import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { partsOf, textOf, wholeNumber, whyNot } from './linux/answers.js';
import { hostsDomain, serverName } from './linux/known-pieces.js';
import { asked, blank, both, linesOfFiles, listed, part } from './linux/pieces.js';
import { isRunning, systemdUnits, unitsOf } from './linux/units.js';
import type { Adapter, Network } from './network.js';

const settings: CommandQuestion = {
  kind: 'command',
  id: 'network-linux',
  ...asked(
    serverName,
    part('name', both('echo "$n"', String.raw`put("$n\n");`), hostsDomain),
    part('addresses', both('ip -j addr 2>/dev/null', "put(run('ip', '-j', 'addr'));")),
    // the kernel's own tables say whether there is a default route that ip could tell of
    part(
      'routes',
      both(
        'ip -j route show default 2>/dev/null; echo; ip -j -6 route show default 2>/dev/null',
        String.raw`my $four = slurp('/proc/net/route'); my $six = slurp('/proc/net/ipv6_route'); put(!defined $four || $four =~ /^\S+\t0{8}\t.*\t0{8}\t/m ? run('ip', '-j', 'route', 'show', 'default') : "[]\n");
put("\n", !defined $six || $six =~ /^0{32} 00 .* (?!lo$)\S+$/m ? run('ip', '-j', '-6', 'route', 'show', 'default') : "[]\n");`,
      ),
    ),
    part(
      'devices',
      both(
        'cd /sys/class/net 2>/dev/null && { for d in */device; do [ -e $d ] && echo $d; done; grep -sH . */bonding/slaves */speed; }',
        String.raw`my @n = within('/sys/class/net'); for (@n) { put("$_/device\n") if -e "/sys/class/net/$_/device" } for my $f (map({ "$_/bonding/slaves" } @n), map { "$_/speed" } @n) { put("$f:$_\n") for grep { $_ ne '' } split /\n/, slurp("/sys/class/net/$f") || '' }`,
      ),
    ),
    part(
      'resolver',
      both(
        'for f in /etc/resolv.conf /run/systemd/resolve/resolv.conf; do [ -r $f ] || continue; l=$(grep -E "^(nameserver|search|domain)" $f) || continue; case $l in *"nameserver 127.0.0.5"[34]*) ;; *) echo "$l"; break ;; esac; done',
        String.raw`for (qw(/etc/resolv.conf /run/systemd/resolve/resolv.conf)) { my @l = grep { /^(nameserver|search|domain)/ } split /\n/, slurp($_) || ''; next if !@l || grep { /nameserver 127\.0\.0\.5[34]/ } @l; put(map { "$_\n" } @l); last }`,
      ),
    ),
    part('peers', listed('/etc/ppp/peers/*', 'names')),
    part('netplan', listed('/etc/netplan/*.yaml /run/netplan/*.yaml /lib/netplan/*.yaml')),
    part('networkd', listed('/etc/systemd/network/*.network /run/systemd/network/*.network')),
    linesOfFiles(
      {
        part: 'proxy',
        files: '/etc/environment /etc/profile.d/*.sh',
        like: `^${blank}*(export${blank}+)?(https?_proxy)=`,
        how: 'i',
      },
      {
        files: '/etc/apt/apt.conf /etc/apt/apt.conf.d/*',
        like: `^${blank}*acquire::https?::proxy${blank}`,
        how: 'i',
      },
      {
        part: 'ifupdown',
        files: '/etc/network/interfaces /etc/network/interfaces.d/*',
        like: `^${blank}*iface${blank}`,
      },
    ),
  ),
};

export const networkOnLinux = reader({
  questions: { settings, units: systemdUnits },
  parse({ settings, units }) {
    const text = textOf(settings);
    if (text === undefined) return whyNot(settings);
    const parts = partsOf(text);
    const resolver = parts.get('resolver') ?? [];
    const [hostName, dnsDomain] = parts.get('name') ?? [];
    const peers = (parts.get('peers') ?? []).filter(name => name !== 'provider' && !name.startsWith('README'));
    return known<Network>({
      hostName: hostName === '' ? undefined : hostName,
      dnsDomain: dnsDomain ?? /^(?:search|domain)\s+(\S+)/m.exec(resolver.join('\n'))?.[1],
      adapters: adaptersOf(
        parts,
        resolver.flatMap(line => /^nameserver\s+(\S+)/.exec(line)?.[1] ?? []),
      ),
      dialUp: peers,
      proxy: proxyOf(parts.get('proxy') ?? []),
      configuredBy: configurators(parts, name => isRunning(unitsOf(units), name)),
    });
  },
});

function adaptersOf(parts: ReadonlyMap<string, readonly string[]>, dns: readonly string[]): readonly Adapter[] {
  const gateways = new Map<string, string[]>();
  for (const route of (parts.get('routes') ?? []).flatMap(objectsOf)) {
    const device = textField(route, 'dev');
    if (device === undefined) continue;
    const list = gateways.get(device) ?? [];
    gateways.set(device, list);
    const gateway = textField(route, 'gateway');
    if (gateway !== undefined) list.push(gateway);
  }
  const devices = parts.get('devices') ?? [];
  const real = new Set(devices.flatMap(line => /^([^/]+)\/device$/.exec(line)?.[1] ?? []));
  const details = new Map(devices.flatMap(line => (line.includes(':') ? [split(line)] : [])));
  return (parts.get('addresses') ?? []).flatMap(objectsOf).flatMap(link => {
    const name = textField(link, 'ifname');
    const flags = Array.isArray(link['flags']) ? link['flags'] : [];
    if (name === undefined || flags.includes('LOOPBACK')) return [];
    const addresses = Array.isArray(link['addr_info']) ? link['addr_info'].filter(isObject) : [];
    const routes = gateways.get(name);
    const state = textField(link, 'operstate');
    const speed = wholeNumber(details.get(`${name}/speed`));
    return [
      {
        name,
        description: undefined,
        mac: textField(link, 'link_type') === 'ether' ? textField(link, 'address') : undefined,
        enabled: flags.includes('UP'),
        up: state === 'UP' ? true : state === 'DOWN' ? false : flags.includes('LOWER_UP') || undefined,
        virtual: devices.length === 0 ? undefined : !real.has(name),
        team: details.get(`${name}/bonding/slaves`)?.split(' '),
        addresses: addresses.flatMap(one => {
          const local = textField(one, 'local');
          // every adapter has a link-local address; it says nothing
          return local === undefined || textField(one, 'scope') === 'link'
            ? []
            : [`${local}/${String(one['prefixlen'])}`];
        }),
        gateways: routes ?? [],
        dns: routes ? dns : [],
        dhcp: addresses.some(one => one['family'] === 'inet')
          ? addresses.some(one => one['family'] === 'inet' && one['dynamic'] === true)
          : undefined,
        facesInternet: routes !== undefined,
        speedMegabits: speed || undefined,
      },
    ];
  });
}

function split(line: string): [string, string] {
  const at = line.indexOf(':');
  return [line.slice(0, at), line.slice(at + 1)];
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of one line of JSON; none when it is not that. */
function objectsOf(line: string): readonly Fields[] {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) ? value.filter(isObject) : [];
  } catch {
    return [];
  }
}

function textField(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function proxyOf(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const address = /(?:=|Proxy)\s*["']?([^"';\s]+)/i.exec(line)?.[1];
    if (address !== undefined && !/^(false|direct)$/i.test(address)) return address.replace(/\/\/[^/@]*@/, '//');
  }
  return undefined;
}

function configurators(
  parts: ReadonlyMap<string, readonly string[]>,
  runs: (unit: string) => boolean | undefined,
): readonly string[] {
  const names: string[] = [];
  if ((parts.get('ifupdown') ?? []).some(line => !/iface\s+lo\b/.test(line))) names.push('ifupdown');
  if ((parts.get('netplan') ?? []).length > 0) names.push('netplan');
  if (runs('systemd-networkd.service') ?? (parts.get('networkd') ?? []).length > 0) names.push('systemd-networkd');
  if (runs('NetworkManager.service')) names.push('NetworkManager');
  return names;
}
