import type { DriverSpec, ServiceSpec } from '../profile.js';

const microsoft = (product: string, description: string, version: string) => ({
  company: 'Microsoft Corporation',
  product,
  description,
  version,
});
const exchange = (description: string) => microsoft('Microsoft Exchange', description, '6.0.6249.0');
const symantec = (description: string) => ({
  company: 'Symantec Corporation',
  product: 'Norton AntiVirus',
  description,
  version: '7.60.0.926',
});
const veritas = (description: string) => ({
  company: 'VERITAS Software Corporation',
  product: 'Backup Exec for Windows NT and Windows 2000',
  description,
  version: '8.60.3878.0',
});
const contaplus = (description: string) => ({
  company: 'Contaplus S.L.',
  product: 'ContaPlus Élite 2003',
  description,
  version: '3.1.0.204',
});

/** The Program Files folder of a Spanish Windows. */
export const programs = 'C:\\Archivos de programa';
const backupExec = `${programs}\\VERITAS\\Backup Exec\\NT`;

/** Of four makers besides Microsoft, in every start mode; one runs under an account of its own. */
export const services: readonly ServiceSpec[] = [
  {
    name: 'Norton AntiVirus Server',
    displayName: 'Norton AntiVirus Server',
    description: 'Proporciona protección antivirus en tiempo real.',
    image: `${programs}\\NAV\\rtvscan.exe`,
    version: symantec('Norton AntiVirus'),
    start: 'auto',
  },
  {
    name: 'DefWatch',
    displayName: 'DefWatch',
    image: `${programs}\\NAV\\defwatch.exe`,
    version: symantec('Virus Definition Daemon'),
    start: 'auto',
    dependsOn: ['Norton AntiVirus Server'],
  },
  {
    name: 'BackupExecAgentAccelerator',
    displayName: 'Backup Exec 8.x Agent Accelerator',
    image: `${backupExec}\\beremote.exe`,
    version: veritas('Backup Exec Agent Accelerator'),
    start: 'auto',
  },
  {
    name: 'BackupExecDeviceMediaService',
    displayName: 'Backup Exec 8.x Device & Media Service',
    image: `${backupExec}\\pvlsvr.exe`,
    version: veritas('Backup Exec Device & Media Service'),
    start: 'auto',
    account: '.\\copias',
  },
  {
    name: 'ContaPlusLicencias',
    displayName: 'ContaPlus: gestión de licencias',
    description: 'Reparte las licencias de ContaPlus entre los puestos de la oficina.',
    image: 'C:\\GrupoSP\\ContaPlus\\cpLicSrv.exe',
    version: contaplus('Gestión de licencias'),
    start: 'auto',
  },
  {
    name: 'ContaPlusServidor',
    displayName: 'ContaPlus: servidor de asientos y año contable',
    description: 'Mantiene abiertos los libros del año en curso.',
    image: 'C:\\GrupoSP\\ContaPlus\\cpServ.exe',
    args: '/empresa:"Muñoz e Hijos"',
    version: contaplus('Servidor de asientos'),
    start: 'auto',
    dependsOn: ['ContaPlusLicencias'],
  },
  {
    name: 'FactuSurSync',
    displayName: 'Sincronización de FactuSur',
    image: 'C:\\FactuSur\\sync.exe',
    version: {
      company: 'Informática del Sur, S.L.L.',
      product: 'FactuSur',
      description: 'Sincronización',
      version: '2.4.0.0',
    },
    start: 'disabled',
  },
  {
    name: 'APCPBEServer',
    displayName: 'APC PBE Server',
    image: `${programs}\\APC\\PowerChute Business Edition\\server\\pbeserver.exe`,
    version: {
      company: 'American Power Conversion',
      product: 'PowerChute Business Edition',
      description: 'PBE Server',
      version: '6.0.0.0',
    },
    start: 'auto',
    failure: { resetSeconds: 86400, restartAfterMs: [60000, 60000, 300000] },
  },
  {
    name: 'winvnc',
    displayName: 'VNC Server',
    image: `${programs}\\ORL\\VNC\\WinVNC.exe`,
    args: '-service',
    version: {
      company: 'AT&T Research Labs Cambridge',
      product: 'WinVNC',
      description: 'VNC server for Win32',
      version: '3.3.3.9',
    },
    start: 'manual',
  },
  {
    name: 'MSExchangeSA',
    displayName: 'Operador de sistema de Microsoft Exchange',
    image: 'C:\\Exchsrvr\\bin\\mad.exe',
    version: exchange('Microsoft Exchange System Attendant'),
    start: 'auto',
  },
  {
    name: 'MSExchangeIS',
    displayName: 'Almacén de información de Microsoft Exchange',
    image: 'C:\\Exchsrvr\\bin\\store.exe',
    version: exchange('Microsoft Exchange Information Store'),
    start: 'auto',
    dependsOn: ['MSExchangeSA'],
  },
  {
    name: 'MSSQLSERVER',
    displayName: 'MSSQLSERVER',
    image: `${programs}\\Microsoft SQL Server\\MSSQL\\binn\\sqlservr.exe`,
    version: microsoft('Microsoft SQL Server', 'SQL Server Windows NT', '8.0.194.0'),
    start: 'auto',
  },
];

/** Registered but never loaded. */
export const drivers: readonly DriverSpec[] = [
  {
    name: 'EXIFS',
    displayName: 'EXIFS',
    image: 'system32\\drivers\\exifs.sys',
    version: exchange('Microsoft Exchange Installable File System'),
    kind: 'file-system',
    start: 'manual',
  },
  {
    name: 'NAVAP',
    displayName: 'NAVAP',
    image: '\\SystemRoot\\System32\\Drivers\\NAVAP.SYS',
    version: symantec('AutoProtect'),
    kind: 'kernel',
    start: 'manual',
  },
  {
    name: 'OTMAN',
    displayName: 'Open Transaction Manager',
    image: 'system32\\drivers\\otman.sys',
    version: {
      company: 'Columbia Data Products, Inc.',
      product: 'OTM',
      description: 'Open Transaction Manager',
      version: '2.0.0.0',
    },
    kind: 'kernel',
    start: 'manual',
  },
];
