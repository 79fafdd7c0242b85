import type { Apt, AptSource } from '../facts/apt.js';
import type { Boot } from '../facts/boot.js';
import type { Databases } from '../facts/databases.js';
import type { Kernel } from '../facts/kernel.js';
import type { ReleaseUpgrader } from '../facts/release-upgrader.js';
import type { SshServer } from '../facts/ssh-server.js';
import type { SystemSettings } from '../facts/system-settings.js';

/** Facts of a well-kept Debian 12 server; tests override what they are about. */
export const anAptSource = (more: Partial<AptSource> = {}): AptSource => ({
  file: '/etc/apt/sources.list',
  uri: 'http://ftp.es.debian.org/debian',
  suite: 'bookworm',
  components: ['main'],
  official: true,
  enabled: true,
  ...more,
});

export const anApt = (more: Partial<Apt> = {}): Apt => ({
  sources: [anAptSource()],
  pins: [],
  held: [],
  obsolete: [],
  foreign: [],
  broken: [],
  residualConfig: [],
  foreignArchitectures: [],
  packages: 400,
  versions: {},
  lock: undefined,
  cacheBytes: 0,
  changedConfiguration: [],
  ...more,
});

export const aBoot = (more: Partial<Boot> = {}): Boot => ({
  firmware: 'bios',
  loader: 'grub-pc',
  installDevices: [{ device: '/dev/sda', exists: true }],
  separate: false,
  sizeBytes: undefined,
  freeBytes: undefined,
  kernelBytes: 90_000_000,
  efiPartition: undefined,
  osProber: { installed: false, disabled: undefined },
  fstab: [],
  encrypted: [],
  ...more,
});

export const aKernel = (more: Partial<Kernel> = {}): Kernel => ({
  running: '6.1.0-37-amd64',
  foreignHost: false,
  runningPackage: 'linux-image-6.1.0-37-amd64',
  installed: [],
  metapackages: ['linux-image-amd64'],
  dkms: [],
  headers: [],
  commandLine: [],
  ...more,
});

export const anSshServer = (more: Partial<SshServer> = {}): SshServer => ({
  installed: true,
  version: '9.2p1',
  source: 'effective',
  settings: {},
  hostKeys: [{ file: '/etc/ssh/ssh_host_ed25519_key.pub', type: 'ssh-ed25519' }],
  dsaUsers: [],
  socketActivated: false,
  session: { overSsh: true, inside: undefined },
  ...more,
});

export const someSettings = (more: Partial<SystemSettings> = {}): SystemSettings => ({
  init: 'systemd',
  systemdVersion: 252,
  sysctlConf: [],
  mergedUsr: true,
  cgroup: 'v2',
  locale: 'es_ES.UTF-8',
  tmpMount: undefined,
  tmpMasked: false,
  configuredInterfaces: [],
  interfaces: [],
  namesFixedBy: [],
  multiplexers: ['tmux'],
  legacyTimeZone: undefined,
  nisInUse: false,
  pamUserEnvironment: false,
  weakPasswordHashes: [],
  ...more,
});

export const someDatabases = (more: Partial<Databases> = {}): Databases => ({
  postgresql: { clusters: [], servers: [] },
  mysql: undefined,
  slapd: undefined,
  others: [],
  ...more,
});

export const anUpgrader = (more: Partial<ReleaseUpgrader> = {}): ReleaseUpgrader => ({
  installed: true,
  prompt: 'lts',
  pro: undefined,
  unattended: { installed: false, enabled: undefined },
  needrestart: false,
  aptListchanges: false,
  etckeeper: false,
  snaps: undefined,
  lastUpgrade: undefined,
  ...more,
});
