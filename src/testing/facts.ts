import { productById } from '../catalog/products.js';
import type { Application } from '../facts/applications.js';
import type { DomainController } from '../facts/domain-controller.js';
import type { Driver } from '../facts/drivers.js';
import type { Exchange } from '../facts/exchange.js';
import type { Hardware } from '../facts/hardware.js';
import type { Identity } from '../facts/identity.js';
import type { Adapter, Network } from '../facts/network.js';
import type { Profiles } from '../facts/profiles.js';
import type { Roles } from '../facts/roles.js';
import type { Service } from '../facts/services.js';
import type { Sessions } from '../facts/sessions.js';
import type { Volume } from '../facts/volumes.js';
import type { Situation } from '../model/check.js';
import { allPaths } from '../paths/all.js';

/** Whole facts for tests, of an unremarkable server; what a test is about is overridden. */

/** A path by its id, judged on 24 November 2026 on a server called "server". */
export function aSituation(pathId: string, more: Partial<Situation> = {}): Situation {
  const path = allPaths.find(one => one.id === pathId);
  const from = path && productById(path.from);
  const to = path && productById(path.to);
  if (!path || !from || !to) throw new Error(`There is no path ${pathId}.`);
  const linux = from.family === 'debian' || from.family === 'ubuntu';
  return {
    path,
    from,
    to,
    now: new Date('2026-11-24T12:00:00Z'),
    recording: {
      host: 'ssh://admin@server',
      computer: 'server',
      platform: linux ? 'linux' : 'windows',
      executor: linux ? 'sh' : 'powershell',
      elevated: true,
      gatheredAt: '2026-11-24T11:59:00.000Z',
      hostClock: '2026-11-24T11:59:00.000Z',
    },
    ...more,
  };
}

/** Windows Server 2016 Standard in Spanish, a member server. */
export const anIdentity = (more: Partial<Identity> = {}): Identity => ({
  product: 'ws2016',
  name: 'Microsoft Windows Server 2016 Standard',
  edition: 'standard',
  version: '10.0.14393',
  build: 14393,
  servicePack: 0,
  language: 'es-ES',
  architecture: 'x64',
  installation: 'desktop',
  evaluation: false,
  computer: 'SERVER',
  domain: 'example.local',
  role: 'member',
  suites: [],
  smallBusiness: 'none',
  smallBusinessServicePack: undefined,
  kernel: undefined,
  container: undefined,
  ...more,
});

/** A physical machine with one processor of 2019 and 16 GiB. */
export const someHardware = (
  more: Partial<Omit<Hardware, 'processor'>> & { readonly processor?: Partial<Hardware['processor']> } = {},
): Hardware => ({
  maker: 'HPE',
  model: 'ProLiant ML30 Gen10',
  virtual: false,
  memoryBytes: 16 * 1024 ** 3,
  firmware: { vendor: 'HPE', version: 'U44', date: '2025-06-01' },
  uefi: true,
  secureBoot: true,
  tpm: undefined,
  ...more,
  processor: {
    model: 'Intel Xeon E-2224',
    sockets: 1,
    cores: 4,
    logical: 4,
    megahertz: 3400,
    features: ['nx', 'cx16', 'lahf_lm', '3dnowprefetch', 'ept', 'sse4_2', 'popcnt'],
    ...more.processor,
  },
});

/** Drive C: with 100 of 200 GiB free on an SSD. */
export const aVolume = (more: Partial<Volume> = {}): Volume => ({
  name: 'C:',
  label: undefined,
  fileSystem: 'NTFS',
  sizeBytes: 200 * 1024 ** 3,
  freeBytes: 100 * 1024 ** 3,
  kind: 'fixed',
  system: true,
  boot: false,
  dirty: false,
  media: 'ssd',
  layout: 'basic',
  readOnly: false,
  freeInodes: undefined,
  device: undefined,
  options: [],
  ...more,
});

/** A running service of another maker that starts by itself as LocalSystem. */
export const aService = (more: Partial<Service> = {}): Service => ({
  name: 'AcmeSync',
  displayName: 'Acme Sync',
  description: undefined,
  startMode: 'auto',
  delayedStart: false,
  triggers: [],
  state: 'running',
  account: 'LocalSystem',
  privileged: true,
  commandLine: 'C:\\Acme\\sync.exe',
  program: 'C:\\Acme\\sync.exe',
  serviceDll: undefined,
  dependsOn: [],
  dependents: [],
  recovery: undefined,
  maker: { kind: 'other', name: 'Acme Ltd', how: 'version-resource' },
  unitFile: undefined,
  unitFileState: undefined,
  driver: false,
  ...more,
});

/** A signed network driver of another maker. */
export const aDriver = (more: Partial<Driver> = {}): Driver => ({
  name: 'acmenet',
  displayName: 'Acme Gigabit Adapter',
  kind: 'device',
  startMode: 'manual',
  running: true,
  program: 'C:\\Windows\\System32\\drivers\\acmenet.sys',
  maker: 'Acme Ltd',
  thirdParty: true,
  version: '1.2.3.4',
  date: '2024-03-01',
  signed: true,
  inf: 'oem4.inf',
  deviceClass: 'Net',
  ...more,
});

export const anApplication = (more: Partial<Application> = {}): Application => ({
  id: 'AcmeBooks',
  name: 'Acme Books',
  version: '7.1',
  publisher: 'Acme Ltd',
  installed: '2020-02-03',
  architecture: 'x64',
  foreign: true,
  held: false,
  ...more,
});

export const someRoles = (...names: readonly string[]): Roles => ({
  installed: names.map(name => ({ name, title: undefined })),
  from: 'server-feature',
});

/** One of two controllers of a domain at level 2016 that replicates SYSVOL with DFSR. */
export const aDomainController = (more: Partial<DomainController> = {}): DomainController => ({
  isController: true,
  domain: 'example.local',
  forestLevel: 7,
  domainLevel: 7,
  holds: ['schema', 'naming', 'pdc', 'rid', 'infrastructure'],
  controllers: ['SERVER', 'SERVER2'],
  globalCatalog: true,
  sysvol: 'dfsr',
  isChildDomain: false,
  trusts: [],
  ...more,
});

export const anExchange = (more: Partial<Exchange> = {}): Exchange => ({
  installed: true,
  release: '2000',
  build: '6249.4',
  servicePack: 3,
  services: ['MSExchangeIS'],
  installPath: 'C:\\Exchsrvr',
  ...more,
});

/** The adapter to the Internet. */
export const anAdapter = (more: Partial<Adapter> = {}): Adapter => ({
  name: 'Ethernet',
  description: 'Acme Gigabit Adapter',
  mac: '00:11:22:33:44:55',
  enabled: true,
  up: true,
  virtual: false,
  team: undefined,
  addresses: ['192.168.16.2/24'],
  gateways: ['192.168.16.1'],
  dns: ['192.168.16.2'],
  dhcp: false,
  facesInternet: true,
  speedMegabits: 1000,
  ...more,
});

export const aNetwork = (more: Partial<Network> = {}): Network => ({
  hostName: 'server',
  dnsDomain: 'example.local',
  adapters: [anAdapter()],
  dialUp: [],
  proxy: undefined,
  configuredBy: [],
  ...more,
});

export const aProfile = (more: Partial<Profiles['profiles'][number]> = {}): Profiles['profiles'][number] => ({
  sid: 'S-1-5-21-1-2-3-500',
  path: 'C:\\Users\\ana',
  exists: true,
  link: false,
  backupKey: false,
  ...more,
});

export const someProfiles = (more: Partial<Profiles> = {}): Profiles => ({
  profilesFolder: 'C:\\Users',
  programData: 'C:\\ProgramData',
  profiles: [aProfile()],
  ...more,
});

/** Somebody over Remote Desktop, for five minutes without touching anything. */
export const aSession = (more: Partial<Sessions['sessions'][number]> = {}): Sessions['sessions'][number] => ({
  id: '2',
  own: false,
  user: 'ana',
  from: undefined,
  kind: 'remote-desktop',
  since: undefined,
  idleSeconds: 300,
  active: true,
  ...more,
});
