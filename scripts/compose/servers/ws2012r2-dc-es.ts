import type { ServerSketch } from '../sketch.js';

const backupExec = 'C:\\Program Files\\Symantec\\Backup Exec';
const symantec = 'Symantec Corporation';
const broadcom = (port: number, mac: string) => ({
  name: `NIC${port}`,
  description: port === 1 ? 'Broadcom NetXtreme Gigabit Ethernet' : `Broadcom NetXtreme Gigabit Ethernet #${port}`,
  device: `PCI\\VEN_14E4&DEV_165F&SUBSYS_1F5B1028&REV_00\\0000F01FAF${port}`,
  service: 'b57nd60a',
  mac,
});

/** A domain controller as there are many: SYSVOL still by FRS, network cards teamed, an old agent or two. */
export const ws2012r2DcEs: ServerSketch = {
  file: 'ws2012r2-dc-es',
  note: {
    en: 'Composed by Antesala’s authors from documentation of Microsoft, Dell, Symantec and Veritas. Domain controller of a small company, SYSVOL still by FRS.',
    es: 'Compuesta por los autores de Antesala a partir de documentación de Microsoft, Dell, Symantec y Veritas. Controlador de dominio de una empresa pequeña, con SYSVOL aún por FRS.',
  },
  sources: [
    'Microsoft: Upgrade domain controllers to a newer version of Windows Server; Active Directory functional levels (msDS-Behavior-Version, SYSVOL by FRS)',
    'Microsoft: Upgrade and conversion options (NIC Teaming), MSFT_NetLbfoTeamMember class',
    'Dell: drivers of PowerEdge T420 (PERC H710, Broadcom NetXtreme)',
    'Service names of Symantec Endpoint Protection and Backup Exec, as listed in public service lists',
  ],
  release: 'ws2012r2',
  language: 'es',
  computer: 'SRVDC01',
  domain: 'gestoria.local',
  controller: true,
  installed: '2014-03-11',
  startedAt: '2026-10-02T06:12:00',
  hardware: {
    maker: 'Dell Inc.',
    model: 'PowerEdge T420',
    biosVendor: 'Dell Inc.',
    biosVersion: '2.1.2',
    biosDate: '2014-01-20',
    memoryMebibytes: 16 * 1024,
    tpm: '1.2',
    processor: {
      name: 'Intel(R) Xeon(R) CPU E5-2407 0 @ 2.20GHz',
      identifier: 'Intel64 Family 6 Model 45 Stepping 7',
      vendor: 'GenuineIntel',
      megahertz: 2200,
      sockets: 1,
      cores: 4,
      logical: 4,
    },
  },
  roles: ['AD-Domain-Services', 'DNS', 'DHCP', 'Windows-Server-Backup'],
  features: ['RSAT-ADDS'],
  services: [
    {
      name: 'SepMasterService',
      display: 'Symantec Endpoint Protection',
      image:
        '"C:\\Program Files (x86)\\Symantec\\Symantec Endpoint Protection\\12.1.6318.6100.105\\Bin\\ccSvcHst.exe" /s "Symantec Endpoint Protection"',
      company: symantec,
      version: '12.13.1.3',
    },
    {
      name: 'SmcService',
      display: 'Symantec Management Client',
      image: '"C:\\Program Files (x86)\\Symantec\\Symantec Endpoint Protection\\12.1.6318.6100.105\\Bin64\\Smc.exe"',
      company: symantec,
      version: '12.1.6318.6100',
    },
    {
      name: 'BackupExecAgentAccelerator',
      display: 'Backup Exec Remote Agent for Windows',
      image: `"${backupExec}\\RAWS\\beremote.exe"`,
      company: symantec,
      product: 'Symantec Backup Exec',
      version: '14.1.1786.0',
    },
    {
      name: 'dsm_sa_datamgrd',
      display: 'DSM SA Data Manager',
      image: '"C:\\Program Files\\Dell\\SysMgt\\dataeng\\bin\\dsm_sa_datamgr64.exe"',
      company: 'Dell Inc.',
      version: '7.4.0.1204',
    },
    {
      name: 'A3ERPServer',
      display: 'a3ERP Servidor de licencias',
      image: 'C:\\a3\\a3ERP\\Servidor\\a3LicServer.exe',
      company: 'Wolters Kluwer',
      version: '9.0.2.0',
      account: 'GESTORIA\\svc-a3',
    },
  ],
  drivers: [
    { name: 'megasas2', company: 'LSI Corporation', version: '6.600.21.8', boot: true },
    { name: 'b57nd60a', company: 'Broadcom Corporation', version: '16.2.0.4' },
    { name: 'G200eH', company: 'Matrox Graphics Inc.', version: '9.15.1.80' },
    { name: 'SRTSP', company: symantec, version: '14.1.2.11', group: 'FSFilter Anti-Virus', fileSystem: true },
    { name: 'SymEvent', company: symantec, version: '12.9.5.2', fileSystem: true },
    { name: 'VirtFile', company: symantec, version: '6.3.15.0', group: 'FSFilter Virtualization', fileSystem: true },
  ],
  devices: [
    {
      id: 'PCI\\VEN_1000&DEV_005B&SUBSYS_1F381028&REV_05\\4&2C3A&0&0010',
      name: 'PERC H710 Adapter',
      class: 'SCSIADAPTER',
      provider: 'LSI Corporation',
      version: '6.600.21.8',
      day: '2013-10-11',
      inf: 'oem4.inf',
      service: 'megasas2',
    },
    {
      id: 'PCI\\VEN_14E4&DEV_165F&SUBSYS_1F5B1028&REV_00\\0000F01FAF1',
      name: 'Broadcom NetXtreme Gigabit Ethernet',
      class: 'NET',
      provider: 'Broadcom Corporation',
      version: '16.2.0.4',
      day: '2013-08-08',
      inf: 'oem6.inf',
      service: 'b57nd60a',
    },
    {
      id: 'PCI\\VEN_102B&DEV_0534&SUBSYS_04DE1028&REV_01\\4&1&0&0108',
      name: 'Matrox G200eR (Renesas) WDDM 1.2',
      class: 'DISPLAY',
      provider: 'Matrox Graphics Inc.',
      version: '9.15.1.80',
      day: '2013-05-14',
      inf: 'oem8.inf',
      service: 'G200eH',
    },
  ],
  adapters: [
    broadcom(1, 'F0:1F:AF:10:20:01'),
    broadcom(2, 'F0:1F:AF:10:20:02'),
    {
      name: 'Equipo LAN',
      description: 'Microsoft Network Adapter Multiplexor Driver',
      device: 'COMPOSITEBUS\\MS_IMPLAT_MP\\{3A1F}',
      service: 'NdisImPlatformMp',
      mac: 'F0:1F:AF:10:20:01',
      addresses: [['192.168.1.10', '255.255.255.0']],
      gateway: '192.168.1.1',
      dns: ['127.0.0.1'],
      megabits: 2000,
    },
  ],
  volumes: [
    { label: 'Reservado para el sistema', gibibytes: 0.34, freeGibibytes: 0.09 },
    { letter: 'C:', label: 'Sistema', gibibytes: 100, freeGibibytes: 17 },
    { letter: 'D:', label: 'Datos', gibibytes: 830, freeGibibytes: 212, disk: 1 },
    { letter: 'E:', label: '', gibibytes: 0, freeGibibytes: 0, kind: 'optical' },
  ],
  applications: [
    { name: 'Symantec Endpoint Protection', version: '12.1.6318.6100', publisher: symantec, day: '2015-09-01' },
    {
      name: 'Symantec Backup Exec Remote Agent for Windows',
      version: '14.1.1786',
      publisher: symantec,
      day: '2014-09-22',
    },
    {
      name: 'Dell OpenManage Systems Management Software (64-Bit)',
      version: '7.4.0',
      publisher: 'Dell',
      day: '2014-03-11',
    },
    { name: 'a3ERP', version: '9.0', publisher: 'Wolters Kluwer Tax & Accounting España', narrow: true },
  ],
  updates: [
    ['KB5031419', '2023-10-16'],
    ['KB5018922', '2022-10-18'],
    ['KB2919355', '2014-05-06'],
  ],
  profiles: ['Administrador', 'copias'],
  users: [{ name: 'administrador', idle: '5+02:11', since: '18/11/2026 9:04' }],
  sharedFolders: [
    { name: 'Clientes', path: 'D:\\Datos\\Clientes', comment: 'Expedientes' },
    { name: 'Dirección$', path: 'D:\\Datos\\Dirección' },
  ],
  shares: [
    { user: 'GESTORIA\\begona', from: '192.168.1.53', idleSeconds: 12, file: 'D:\\Datos\\Clientes\\Núñez\\renta.pdf' },
    { user: 'GESTORIA\\iñigo', from: '192.168.1.57', idleSeconds: 940 },
  ],
  tasks: [
    { name: '\\Copia de a3', command: 'cscript.exe C:\\a3\\copia.vbs', user: 'GESTORIA\\copias', password: true },
  ],
  directory: { forestLevel: 4, domainLevel: 4, controllers: ['SRVDC01'] },
  backup: { day: '2026-11-20', target: 'F:', ended: 'well' },
  classes: {
    'root\\StandardCimv2:MSFT_NetLbfoTeamMember': [
      { Name: 'NIC1', Team: 'Equipo LAN' },
      { Name: 'NIC2', Team: 'Equipo LAN' },
    ],
    'root\\StandardCimv2:MSFT_NetLbfoTeamNic': [{ Name: 'Equipo LAN', Team: 'Equipo LAN' }],
  },
  hive: {
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\NTDS\\Parameters': {
      'DSA Database file': 'C:\\Windows\\NTDS\\ntds.dit',
    },
  },
};
