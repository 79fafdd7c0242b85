/** Names of interfaces that configuration files mention, each once a file: lines `file:line` of ifupdown, netplan, networkd and NetworkManager. */
export function configuredInterfaces(
  lines: readonly string[],
): readonly { readonly name: string; readonly file: string }[] {
  const found = new Map<string, { name: string; file: string }>();
  for (const whole of lines) {
    const at = whole.indexOf(':');
    const file = whole.slice(0, at);
    for (const name of namesIn(whole.slice(at + 1).trim(), file)) {
      if (name !== 'lo' && name !== 'none' && !/[*?[\]!]/.test(name)) found.set(`${file}\n${name}`, { name, file });
    }
  }
  return [...found.values()];
}

function namesIn(line: string, file: string): readonly string[] {
  if (file.startsWith('/etc/netplan/')) {
    const name = /^([A-Za-z0-9_.-]+):$/.exec(line)?.[1];
    return name === undefined || netplanWords.has(name) ? [] : [name];
  }
  const setting = /^(?:Name|interface-name)=(.*)$/.exec(line)?.[1];
  if (setting !== undefined) return setting.split(/[\s;]+/).filter(Boolean);
  const [word = '', ...rest] = line.split(/\s+/);
  if (word === 'iface') return rest.slice(0, 1).map(withoutAlias);
  return /^(auto|allow-|bridge|bond|slaves)/.test(word) ? rest.map(withoutAlias) : [];
}

/** `eth0:1` is an address of eth0. */
function withoutAlias(name: string): string {
  return name.split(':')[0] ?? name;
}

/** Keys of netplan that stand alone on a line like an interface's name does. */
const netplanWords = new Set(
  'network ethernets wifis bonds bridges vlans tunnels vrfs modems dummy-devices match nameservers addresses search routes routing-policy interfaces parameters access-points auth dhcp4-overrides dhcp6-overrides openvswitch virtual-ethernets link-local via'.split(
    ' ',
  ),
);

/**
 * Interfaces of real devices with the name udev gives them: `I name index` followed by udev's `E:ID_NET_NAME_…` lines. The order is that
 * of 99-default.link (systemd.link(5)): database, onboard, slot, path; the MAC address is not used unless asked for.
 */
export function predictableNames(
  lines: readonly string[],
): readonly { readonly name: string; readonly predictable: string | undefined }[] {
  const found: { name: string; names: Map<string, string> }[] = [];
  for (const line of lines) {
    const device = /^I (\S+)/.exec(line)?.[1];
    if (device !== undefined) {
      found.push({ name: device, names: new Map() });
      continue;
    }
    const match = /^E:ID_NET_NAME_([A-Z_]+)=(\S+)$/.exec(line);
    if (match?.[1] && match[2]) found.at(-1)?.names.set(match[1], match[2]);
  }
  return found.map(({ name, names }) => ({
    name,
    predictable: names.get('FROM_DATABASE') ?? names.get('ONBOARD') ?? names.get('SLOT') ?? names.get('PATH'),
  }));
}
