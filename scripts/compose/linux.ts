import { batchFor } from '../../src/engine/batch.js';
import { facts } from '../../src/facts/registry.generated.js';
import type { Answer } from '../../src/model/answer.js';
import { type Recording, recordingSchema } from '../../src/model/recording.js';
import type { LinuxArchive, LinuxSketch, LinuxUnit } from './linux-sketch.js';
import { onEveryAddress } from './linux-sockets.js';

/** When every composed Linux server was asked, and when it had started. */
const asked = { our: '2026-11-24T08:15:00.000Z', host: '2026-11-24T08:15:01.000Z', seconds: 1795508101 };
const uptimeSeconds = 1_209_600;

/** The recording that a described server would give: every question that Linux servers are asked is answered. */
export function composeLinux(sketch: LinuxSketch): Recording {
  const answers: Record<string, Answer> = {};
  for (const { id } of batchFor('linux', facts).questions) {
    const text = textOf(id, sketch);
    answers[id] = { state: 'ok', ms: 8, text, exit: 0 };
  }
  return {
    schema: recordingSchema,
    host: `composed:${sketch.file}`,
    computer: sketch.computer,
    platform: 'linux',
    executor: 'sh',
    elevated: true,
    gatheredAt: asked.our,
    hostClock: asked.host,
    composed: { note: sketch.note, sources: sketch.sources },
    answers,
  };
}

function textOf(id: string, sketch: LinuxSketch): string {
  const whole = wholes[id];
  if (whole) return whole(sketch);
  const own = sketch.parts?.[id];
  const usual = usualParts[id];
  if (!own && !usual) throw new Error(`Nothing says what a composed Linux server answers to ${id}: describe it.`);
  return parted({ ...usual?.(sketch), ...own });
}

/** Parts as commands print them: an empty line, the part's name, its lines. */
function parted(parts: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(parts)
    .map(([name, lines]) => `\n::${name}\n${lines.map(line => `${line}\n`).join('')}`)
    .join('');
}

const lines = (...all: readonly string[]): string => all.map(line => `${line}\n`).join('');

/** Answers that are one text. */
const wholes: Readonly<Record<string, (sketch: LinuxSketch) => string>> = {
  'dpkg-packages': ({ packages }) => lines('amd64', ...packages.toSorted()),
  'apt-origins': originsText,
  'apt-changed-configuration': ({ changedConfiguration = [] }) => lines(...changedConfiguration),
  'systemd-units': ({ units }) => lines('systemd', ...units.map(unitLine)),
  'package-files': ({ units, kernel, olderKernels = [] }) =>
    lines(
      ...units.flatMap(unit => (unit.package === undefined ? [] : [`${unit.package}.list:${fileOf(unit)}`])),
      ...[...olderKernels, kernel].map(one => `linux-image-${one}.list:/boot/vmlinuz-${one}`),
    ),
  'identity-linux': sketch =>
    `${lines(...sketch.release)}${parted({
      debian: [sketch.debianVersion],
      uname: [sketch.computer, sketch.kernel, 'x86_64'],
      locale: [`LANG="${sketch.language}"`],
      container: ['none'],
      smb: [],
      domain: [],
      ...sketch.parts?.['identity-linux'],
    })}`,
  'volumes-space-linux': ({ volumes }) =>
    lines(
      '   1B-blocks       Avail    IFree Mounted on',
      ...volumes.map(({ mount, bytes, freeBytes }) => `${bytes} ${freeBytes} ${Math.floor(bytes / 16_384)} ${mount}`),
    ),
  'certificates-linux': () => '',
  'protection-signatures-linux': () => '',
  'sessions-samba-linux': () => 'absent\n',
};

/** What each question's parts say on a server where nothing is out of the ordinary. */
const usualParts: Readonly<Record<string, (sketch: LinuxSketch) => Readonly<Record<string, readonly string[]>>>> = {
  'apt-settings': ({ aptSources, pins = [] }) => ({
    sources: aptSources,
    pins,
    cache: ['180224000\t/var/cache/apt/archives'],
    lock: [],
  }),
  'backups-linux': () => ({
    boot: [`btime ${asked.seconds - uptimeSeconds}`],
    units: [],
    journal: [],
    rsnapshot: [],
    borg: [],
    restic: [],
    duplicity: [],
    timeshift: [],
  }),
  'boot-linux': ({ hardware, volumes }) => ({
    firmware: [hardware.uefi ? 'uefi' : 'bios'],
    space: volumes
      .filter(({ mount }) => mount === '/' || mount.startsWith('/boot'))
      .map(
        ({ device, bytes, freeBytes, mount }) =>
          `${device} ${bytes} ${bytes - freeBytes} ${freeBytes} ${Math.round(100 - (freeBytes / bytes) * 100)}% ${mount}`,
      ),
    debconf: hardware.uefi ? [] : ['yes /dev/sda'],
    'debconf-read': ['yes'],
    grub: [],
    fstab: volumes.map(
      ({ device, mount, fileSystem }) => `${device} ${mount} ${fileSystem} defaults 0 ${mount === '/' ? 1 : 2}`,
    ),
    crypttab: [],
  }),
  'boot-kernels': ({ kernel, olderKernels = [] }) => ({
    running: [kernel],
    container: ['none'],
    boot: [...olderKernels, kernel].flatMap(one => [`initrd.img-${one} 68157440`, `vmlinuz-${one} 8388608`]),
    modules: [...olderKernels, kernel],
    cmdline: [`BOOT_IMAGE=/vmlinuz-${kernel} root=/dev/mapper/vg-root ro quiet`],
    dkms: [],
  }),
  'clock-linux': ({ timeZone, utcOffset }) => ({
    zone: [timeZone],
    offset: [utcOffset],
    uptime: [`${uptimeSeconds}.40 ${uptimeSeconds * 3}.10`, `btime ${asked.seconds - uptimeSeconds}`],
    sync: ['yes'],
  }),
  'containers-and-virtual-machines-linux': () => ({ processes: [], folders: [], cgroups: [] }),
  'databases-linux': () => ({ postgresql: [], postmaster: [], mysql: [], shutdown: [], slapd: [] }),
  'dns-zones-linux': () => ({ bind: [] }),
  'drivers-linux': () => ({ taint: [], extra: [], loaded: ['ext4', 'xfs', 'virtio_net'] }),
  'hardware-linux': ({ hardware: { cores, ...machine } }) => ({
    cpu: [
      `model name\t: ${machine.processor}`,
      'cpu MHz\t\t: 2399.998',
      'flags\t\t: fpu cx8 nx lm cx16 sse4_1 sse4_2 popcnt lahf_lm 3dnowprefetch',
    ],
    count: [`${cores} 1 ${cores}`],
    max: [],
    memory: [`MemTotal:       ${machine.memoryKibibytes} kB`],
    dmi: [
      `sys_vendor:${machine.maker}`,
      `product_name:${machine.model}`,
      `bios_vendor:${machine.biosVendor}`,
      `bios_version:${machine.biosVersion}`,
      `bios_date:${machine.biosDate}`,
    ],
    virtual: [machine.virtual],
    firmware: machine.uefi ? ['uefi'] : ['bios'],
    secure: [],
    tpm: ['looked'],
  }),
  'listening-ports-linux': () => ({ range: ['32768\t60999'], sockets: onEveryAddress('0016 root') }),
  'mail-linux': () => ({ postfix: [], exim: [], queue: [], programs: [] }),
  'network-linux': ({ computer, network }) => ({
    name: [computer],
    addresses: [JSON.stringify([addressOf(network.interface, network.address)])],
    routes: [
      JSON.stringify([{ dst: 'default', gateway: network.gateway, dev: network.interface, flags: [] }]),
      '',
      '[]',
    ],
    devices: [`${network.interface}/device`, `${network.interface}/speed:1000`],
    resolver: [`search ${network.domain}`, `nameserver ${network.dns}`],
    peers: [],
    proxy: [],
    ifupdown: network.ifupdown ?? [],
    netplan: network.netplan ?? [],
    networkd: [],
  }),
  'pending-reboot-linux': () => ({ required: [], libraries: [] }),
  'release-upgrader-linux': () => ({ tool: [], pro: [], periodic: [], snaps: [], last: [] }),
  'scheduled-tasks-linux': () => ({
    tables: ['/etc/crontab:17 *\t* * *\troot\tcd / && run-parts --report /etc/cron.hourly'],
    scripts: ['/etc/cron.daily/apt-compat:#!/bin/sh', '/etc/cron.daily/dpkg:#!/bin/sh'],
    locked: [],
  }),
  'sessions-linux': () => ({
    now: [String(asked.seconds), `btime ${asked.seconds - uptimeSeconds}`],
    logind: [],
    who: [],
  }),
  'shares-linux': () => ({ samba: [], nfs: [] }),
  'ssh-server-linux': () => ({
    effective: ['port 22', 'usepam yes', 'permitrootlogin prohibit-password', 'passwordauthentication yes'],
    files: ['Include /etc/ssh/sshd_config.d/*.conf', 'UsePAM yes'],
    keys: [
      '/etc/ssh/ssh_host_ecdsa_key.pub ecdsa-sha2-nistp256',
      '/etc/ssh/ssh_host_ed25519_key.pub ssh-ed25519',
      '/etc/ssh/ssh_host_rsa_key.pub ssh-rsa',
    ],
    homes: [],
    session: ['sh', 'sshd', 'sshd', 'SSH_CONNECTION'],
  }),
  'system-settings-linux': ({ language, timeZone, mergedUsr }) => ({
    init: ['systemd', '/usr/lib/systemd/systemd', 'systemd'],
    sysctl: ['readable'],
    usr: Array<string>(3).fill(mergedUsr ? 'link' : 'folder'),
    cgroup: ['/sys/fs/cgroup cgroup2'],
    locale: [`LANG="${language}"`],
    tmp: [],
    configured: [],
    interfaces: [],
    fixed: [],
    zone: [timeZone],
    nis: [],
    pam: [],
    shadow: ['readable'],
  }),
  'updates-history-linux': () => ({
    history: ['2026-11-16\t06:21:04\t12\t0\t/usr/bin/unattended-upgrade'],
    checked: [String(asked.seconds - 7_200)],
  }),
  'volumes-mounts-linux': ({ volumes }) => ({
    mounts: volumes.map(
      ({ number, mount, fileSystem, device }, index) =>
        `${30 + index} ${mount === '/' ? 1 : 30} ${number} / ${mount} rw,relatime shared:${index + 1} - ${fileSystem} ${device} rw`,
    ),
    devices: volumes.map(({ number, kind, device }) => `${number} ${kind} 0 ${device.split('/').at(-1) ?? ''} `),
  }),
};

function addressOf(name: string, address: string) {
  const [local = '', length = '24'] = address.split('/');
  return {
    ifindex: 2,
    ifname: name,
    flags: ['BROADCAST', 'MULTICAST', 'UP', 'LOWER_UP'],
    mtu: 1500,
    operstate: 'UP',
    link_type: 'ether',
    address: '02:00:00:00:00:01',
    addr_info: [{ family: 'inet', local, prefixlen: Number(length), scope: 'global' }],
  };
}

function fileOf(unit: LinuxUnit): string {
  return unit.file ?? `/lib/systemd/system/${unit.id}`;
}

function unitLine(unit: LinuxUnit): string {
  const { id, active = 'active', fileState = 'enabled', user = '', restart = '', triggeredBy = '' } = unit;
  const { description, command = '' } = unit;
  return [id, active, fileState, fileOf(unit), '', user, restart, '', triggeredBy, description, command].join('\t');
}

/** The beginning of the name apt gives the list of an archive. */
function listOf({ uri, suite }: LinuxArchive): string {
  return `${uri.replace(/^[a-z]+:\/\//, '').replaceAll('/', '_')}_dists_${suite.replaceAll('/', '_')}_`;
}

function originsText({ archives, obsolete = [], foreign = {}, pending = [], packages }: LinuxSketch): string {
  const releases = new Map(archives.map(archive => [listOf(archive), archive]));
  return lines(
    ...[...releases].flatMap(([list, { origin, label, suite, codename }]) => [
      `R ${list} Origin: ${origin}`,
      `R ${list} Label: ${label}`,
      `R ${list} Suite: ${suite}`,
      `R ${list} Codename: ${codename}`,
    ]),
    ...archives.map(
      (archive, index) => `A ${index + 1} ${listOf(archive)} ${archive.uri} ${archive.suite}/${archive.component}`,
    ),
    ...pending.map(({ name, version, archive }) => `U ${name} ${version} ${archive}`),
    ...Object.entries(foreign).map(([name, archive]) => `F ${name} ${archive}`),
    ...obsolete.map(name => `O ${name}`),
    `N ${packages.length}`,
  );
}
