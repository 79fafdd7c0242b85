import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { noDpkg } from './applications.linux.js';
import type { ContainersAndVirtualMachines } from './containers-and-virtual-machines.js';
import { partsOf, textOf, wholeNumber, whyNot } from './linux/answers.js';
import { dpkgPackages, packagesNamed, packagesOf } from './linux/packages.js';
import { asked, both, listed, part } from './linux/pieces.js';

/** Counted by their processes and folders: the engines' own tools may hang when their daemon does. */
const running: CommandQuestion = {
  kind: 'command',
  id: 'containers-and-virtual-machines-linux',
  ...asked(
    part(
      'processes',
      both(
        "grep -shE '^(containerd-shim|conmon|qemu-system|qemu-kvm|kvm$|VBoxHeadless|lxc-start|dockerd|libvirtd|lxd|incusd)' /proc/[0-9]*/comm | sort | uniq -c",
        String.raw`my %n; for (processes()) { my $c = $_->[1]; $n{$c}++ if $c =~ /^(containerd-shim|conmon|qemu-system|qemu-kvm|kvm$|VBoxHeadless|lxc-start|dockerd|libvirtd|lxd|incusd)/ } put(sprintf("%7d %s\n", $n{$_}, $_)) for sort keys %n;`,
      ),
    ),
    part(
      'folders',
      listed(
        '/run/docker/containerd/daemon /var/lib/docker/containers /etc/pve /proc/xen/privcmd /var/snap/docker /var/snap/lxd',
      ),
    ),
    part(
      'cgroups',
      both(
        "find /sys/fs/cgroup -maxdepth 3 -type d \\( -name 'docker-*.scope' -o -path '*/docker/*' -o -name 'libpod-*.scope' -o -name 'lxc.payload.*' -o -path '*/lxc/*' -o -name 'machine-qemu*.scope' -o -name 'systemd-nspawn@*' \\) 2>/dev/null | sed 's/.*\\///' | sort -u",
        // the kernel's own files in there begin with the name of a controller and a dot
        String.raw`my %n; my @d = '/sys/fs/cgroup'; for (1 .. 3) { @d = map { my $d = $_; map { "$d/$_" } grep { !/^(cgroup|memory|cpu|cpuset|cpuacct|io|blkio|pids|hugetlb|rdma|misc|irq|devices|freezer|net_cls|net_prio|perf_event|dmem)\./ && lstat "$d/$_" && -d _ } within($d) } @d;
for (@d) { $n{$1} = 1 if m#/(?:docker|lxc)/# && m#([^/]+)\z# || m#/((?:docker-|libpod-|machine-qemu)[^/]*\.scope|(?:lxc\.payload\.|systemd-nspawn\@)[^/]*)\z# } } put("$_\n") for sort keys %n;`,
      ),
    ),
  ),
};

type Engine = ContainersAndVirtualMachines['engines'][number]['name'];

const engines: readonly {
  readonly name: Engine;
  readonly package: RegExp;
  readonly folder?: RegExp;
  readonly running?: RegExp;
}[] = [
  {
    name: 'docker',
    package: /^(docker\.io|docker-ce|docker-ee)$/,
    folder: /\/var\/lib\/docker\/|\/var\/snap\/docker/,
    running: /^docker-|^[0-9a-f]{64}$/,
  },
  { name: 'podman', package: /^podman$/, running: /^libpod-(?!conmon)/ },
  { name: 'containerd', package: /^(containerd|containerd\.io)$/ },
  { name: 'lxc', package: /^lxc$/, running: /^lxc\.payload\./ },
  { name: 'lxd', package: /^lxd$/, folder: /\/var\/snap\/lxd/ },
  { name: 'incus', package: /^incus$/ },
  { name: 'libvirt', package: /^libvirt-daemon-system$/ },
  { name: 'qemu', package: /^qemu-system-(x86|arm|common)$/ },
  { name: 'virtualbox', package: /^virtualbox(-[\d.]+)?$/ },
  { name: 'proxmox', package: /^(proxmox-ve|pve-manager)$/, folder: /\/etc\/pve/ },
  { name: 'xen', package: /^xen-(hypervisor|system)-/ },
  { name: 'nspawn', package: /^systemd-container$/, running: /^systemd-nspawn@/ },
];

/** Every package of {@link engines}, for one look at all names. */
const anyEngine = new RegExp(engines.map(engine => engine.package.source).join('|'), 'gm');

/** Processes that stand for one machine or container each. */
const processes: Readonly<Partial<Record<Engine, RegExp>>> = {
  containerd: /^containerd-shim/,
  lxc: /^lxc-start/,
  libvirt: /^(qemu-system|qemu-kvm|kvm$)/,
  qemu: /^(qemu-system|qemu-kvm|kvm$)/,
  virtualbox: /^VBoxHeadless/,
  proxmox: /^(qemu-system|kvm$|lxc-start)/,
};

export const containersAndVirtualMachinesOnLinux = reader({
  questions: { running, packages: dpkgPackages },
  parse({ running, packages }) {
    const dpkg = packagesOf(packages);
    if (!dpkg) return textOf(packages) === undefined ? whyNot(packages) : noDpkg;
    const text = textOf(running);
    if (text === undefined) return whyNot(running);
    const parts = partsOf(text);
    const names = packagesNamed(dpkg, anyEngine);
    const folders = (parts.get('folders') ?? []).join('\n');
    return known<ContainersAndVirtualMachines>({
      engines: engines.flatMap(engine => {
        const owner = names.find(name => engine.package.test(name));
        if (owner === undefined && !engine.folder?.test(folders)) return [];
        return [
          {
            name: engine.name,
            package: owner,
            version: owner === undefined ? undefined : dpkg.versions.get(owner),
            running: countOf(engine.name, engine.running, parts),
          },
        ];
      }),
    });
  },
});

function countOf(
  name: Engine,
  scope: RegExp | undefined,
  parts: ReadonlyMap<string, readonly string[]>,
): number | undefined {
  const process = processes[name];
  const scopes = scope && (parts.get('cgroups') ?? []).filter(line => scope.test(line)).length;
  const started =
    process &&
    (parts.get('processes') ?? [])
      .map(line => /^\s*(\d+) (.+)$/.exec(line))
      .reduce((sum, match) => (match?.[2] && process.test(match[2]) ? sum + (wholeNumber(match[1]) ?? 0) : sum), 0);
  return scopes === undefined ? started : Math.max(scopes, started ?? 0);
}
