import type { Row } from '../../../src/model/answer.js';
import type { ServerSketch } from '../sketch.js';

interface Guest {
  readonly name: string;
  readonly version: string;
  /** EnabledState: 2 running, 3 off, 6 saved. */
  readonly state: number;
  readonly checkpoints?: number;
}

const guests: readonly Guest[] = [
  { name: 'DC01', version: '5.0', state: 2 },
  { name: 'ERP', version: '8.0', state: 2, checkpoints: 2 },
  { name: 'Test-Win7', version: '5.0', state: 3 },
  { name: 'Terminal', version: '8.0', state: 6 },
];

const guid = (index: number) => `4A6F2B1${index}-9C3D-4E5F-8A7B-1C2D3E4F506${index}`;

const machines: readonly Row[] = [
  { Name: 'HV01', ElementName: 'HV01', EnabledState: 2 },
  ...guests.map(({ name, state }, index) => ({ Name: guid(index), ElementName: name, EnabledState: state })),
];

const settings: readonly Row[] = guests.flatMap(({ version, checkpoints = 0 }, index): Row[] => [
  {
    VirtualSystemIdentifier: guid(index),
    VirtualSystemType: 'Microsoft:Hyper-V:System:Realized',
    Version: version,
  },
  ...Array.from({ length: checkpoints }, () => ({
    VirtualSystemIdentifier: guid(index),
    VirtualSystemType: 'Microsoft:Hyper-V:Snapshot:Realized',
    Version: version,
  })),
]);

/** A Hyper-V host that came from 2012 R2 and never raised the version of its oldest machines. */
export const ws2016HyperV: ServerSketch = {
  file: 'ws2016-hyper-v',
  note: {
    en: 'Composed by Antesala’s authors from documentation of Microsoft, Dell and Veeam. A Hyper-V host with machines of two configuration versions.',
    es: 'Compuesta por los autores de Antesala a partir de documentación de Microsoft, Dell y Veeam. Un anfitrión de Hyper-V con máquinas de dos versiones de configuración.',
  },
  sources: [
    'Microsoft: Upgrade virtual machine version in Hyper-V (versions 5.0 and 8.0)',
    'Microsoft: Msvm_ComputerSystem and Msvm_VirtualSystemSettingData classes',
    'Dell: drivers of PowerEdge R740 (PERC H730P, Broadcom 5720)',
    'Veeam: services of Veeam Backup & Replication on a Hyper-V host, as listed in public service lists',
  ],
  release: 'ws2016',
  editionId: 'ServerDatacenter',
  productName: 'Windows Server 2016 Datacenter',
  caption: 'Microsoft Windows Server 2016 Datacenter',
  sku: 8,
  language: 'en',
  computer: 'HV01',
  domain: 'fabrikam.example',
  installed: '2018-01-22',
  startedAt: '2026-10-18T05:02:00',
  hardware: {
    maker: 'Dell Inc.',
    model: 'PowerEdge R740',
    biosVendor: 'Dell Inc.',
    biosVersion: '2.21.2',
    biosDate: '2024-02-19',
    uefi: true,
    tpm: '2.0',
    memoryMebibytes: 128 * 1024,
    processor: {
      name: 'Intel(R) Xeon(R) Silver 4114 CPU @ 2.20GHz',
      identifier: 'Intel64 Family 6 Model 85 Stepping 4',
      vendor: 'GenuineIntel',
      megahertz: 2195,
      sockets: 2,
      cores: 20,
      logical: 40,
    },
  },
  roles: ['Hyper-V', 'Windows-Defender'],
  services: [
    {
      name: 'VeeamTransportSvc',
      display: 'Veeam Data Mover Service',
      image: '"C:\\Program Files (x86)\\Veeam\\Backup Transport\\VeeamTransportSvc.exe"',
      company: 'Veeam Software Group GmbH',
      version: '12.1.2.172',
    },
    {
      name: 'VeeamDeploySvc',
      display: 'Veeam Installer Service',
      image: '"C:\\Windows\\Veeam\\Backup\\VeeamDeploymentSvc.exe"',
      company: 'Veeam Software Group GmbH',
      version: '12.1.2.172',
    },
  ],
  drivers: [
    { name: 'percsas2i', company: 'Dell EMC', version: '6.714.18.0', boot: true },
    { name: 'b57nd60a', company: 'Broadcom Corporation', version: '17.8.0.0' },
    { name: 'vmswitch', company: 'Microsoft Corporation', version: '10.0.14393.0' },
    { name: 'vid', company: 'Microsoft Corporation', version: '10.0.14393.0' },
  ],
  devices: [
    {
      id: 'PCI\\VEN_1000&DEV_005D&SUBSYS_1F491028&REV_02\\4&A1&0&0010',
      name: 'PERC H730P Adapter',
      class: 'SCSIADAPTER',
      provider: 'Dell EMC',
      version: '6.714.18.0',
      day: '2018-07-31',
      inf: 'oem2.inf',
      service: 'percsas2i',
    },
    {
      id: 'PCI\\VEN_14E4&DEV_165F&SUBSYS_08FF1028&REV_00\\0000E4434B1',
      name: 'Broadcom NetXtreme Gigabit Ethernet',
      class: 'NET',
      provider: 'Broadcom Corporation',
      version: '17.8.0.0',
      day: '2018-05-02',
      inf: 'oem5.inf',
      service: 'b57nd60a',
    },
  ],
  adapters: [
    {
      name: 'NIC1',
      description: 'Broadcom NetXtreme Gigabit Ethernet',
      device: 'PCI\\VEN_14E4&DEV_165F&SUBSYS_08FF1028&REV_00\\0000E4434B1',
      service: 'b57nd60a',
      mac: 'E4:43:4B:20:00:01',
    },
    {
      name: 'vEthernet (LAN)',
      description: 'Hyper-V Virtual Ethernet Adapter',
      device: 'ROOT\\VMS_MP\\0000',
      service: 'VMSMP',
      mac: 'E4:43:4B:20:00:01',
      addresses: [['10.20.0.5', '255.255.255.0']],
      gateway: '10.20.0.1',
      dns: ['10.20.0.10'],
    },
  ],
  volumes: [
    { label: '', gibibytes: 0.1, freeGibibytes: 0.07, fileSystem: 'FAT32' },
    { letter: 'C:', label: 'System', gibibytes: 180, freeGibibytes: 131 },
    { letter: 'V:', label: 'Machines', gibibytes: 3576, freeGibibytes: 822, fileSystem: 'ReFS', disk: 1 },
  ],
  applications: [
    {
      name: 'Veeam Backup Transport',
      version: '12.1.2.172',
      publisher: 'Veeam Software Group GmbH',
      narrow: true,
      day: '2024-06-03',
    },
  ],
  updates: [
    ['KB5068864', '2026-11-15'],
    ['KB5066836', '2026-10-18'],
  ],
  profiles: ['Administrator'],
  defender: { realTime: true, tamper: true },
  classes: {
    'root\\virtualization\\v2:Msvm_ComputerSystem': machines,
    'root\\virtualization\\v2:Msvm_VirtualSystemSettingData': settings,
  },
};
