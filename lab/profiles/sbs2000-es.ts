import type { WineProfile } from '../profile.js';
import { currentVersion, installedPrograms, productOptions } from './windows-keys.js';

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

const programs = 'C:\\Archivos de programa';
const backupExec = `${programs}\\VERITAS\\Backup Exec\\NT`;
const control = 'HKLM\\SYSTEM\\CurrentControlSet';

/** A Spanish gestoría's Small Business Server 2000 with Exchange, its M: drive, Norton, Backup Exec and a local business application. */
export const sbs2000es: WineProfile = {
  kind: 'wine',
  name: 'sbs2000-es',
  title: 'Small Business Server 2000 (Windows 2000 SP4, Spanish) with Exchange 2000 and its M: drive',
  hostname: 'SERVIDOR',
  user: 'Administrador',
  language: 'es_ES',
  wineVersion: 'win2k',
  registry: {
    ...currentVersion({
      ProductName: 'Microsoft Windows 2000',
      CurrentVersion: '5.0',
      CurrentBuildNumber: '2195',
      CSDVersion: 'Service Pack 4',
      RegisteredOrganization: 'Gestoría Muñoz e Hijos, S.L.',
      RegisteredOwner: 'Begoña Muñoz Ibáñez',
    }),
    ...productOptions('LanmanNT', ['Small Business', 'Small Business(Restricted)']),
    'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion': { ProgramFilesDir: programs },
    'HKLM\\SOFTWARE\\Microsoft\\Exchange\\Setup': { Services: 'C:\\Exchsrvr', NewestBuild: 6249 },
    [`${control}\\Services\\EXIFS\\Parameters`]: { DriveLetter: 'M' },
    [`${control}\\Services\\MSExchangeIS\\ParametersSystem`]: { 'DB Log Path': 'C:\\Exchsrvr\\mdbdata' },
    [`${control}\\Control\\BackupRestore\\FilesNotToBackup`]: {
      'Exchange IFS': ['M:\\* /s'],
      'Memory Page File': ['\\Pagefile.sys'],
    },
    [`${control}\\Control\\Session Manager`]: {
      PendingFileRenameOperations: [`\\??\\${programs}\\NAV\\VPC32.OLD`, ''],
    },
    ...installedPrograms([
      { key: '{DB20F7FD-67BC-4813-8808-78F63E89EB56}', name: 'Microsoft Exchange 2000', publisher: 'Microsoft Corporation' },
      { key: 'Microsoft SQL Server 2000', name: 'Microsoft SQL Server 2000', publisher: 'Microsoft Corporation' },
      { key: 'Norton AntiVirus Server', name: 'Norton AntiVirus Corporate Edition Server', version: '7.60.926', publisher: 'Symantec Corporation' },
      { key: '{9A4C1C2E-7D0B-4C5E-8C4D-0A6E7D1B2F33}', name: 'VERITAS Backup Exec', version: '8.60.3878', publisher: 'VERITAS Software' },
      { key: 'ContaPlus Élite', name: 'ContaPlus Élite 2003', version: '3.1.0', publisher: 'Contaplus S.L.', folder: 'C:\\GrupoSP\\ContaPlus' },
      { key: 'FactuSur', name: 'FactuSur: gestión y facturación', version: '2.4', publisher: 'Informática del Sur, S.L.L.', folder: 'C:\\FactuSur' },
      { key: 'PowerChute Business Edition', name: 'PowerChute Business Edition Server', version: '6.0', publisher: 'American Power Conversion' },
      { key: 'Adobe Acrobat 5.0', name: 'Adobe Acrobat 5.0', version: '5.0' },
    ]),
  },
  services: [
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
      version: { company: 'Informática del Sur, S.L.L.', product: 'FactuSur', description: 'Sincronización', version: '2.4.0.0' },
      start: 'disabled',
    },
    {
      name: 'APCPBEServer',
      displayName: 'APC PBE Server',
      image: `${programs}\\APC\\PowerChute Business Edition\\server\\pbeserver.exe`,
      version: { company: 'American Power Conversion', product: 'PowerChute Business Edition', description: 'PBE Server', version: '6.0.0.0' },
      start: 'auto',
      failure: { resetSeconds: 86400, restartAfterMs: [60000, 60000, 300000] },
    },
    {
      name: 'winvnc',
      displayName: 'VNC Server',
      image: `${programs}\\ORL\\VNC\\WinVNC.exe`,
      args: '-service',
      version: { company: 'AT&T Research Labs Cambridge', product: 'WinVNC', description: 'VNC server for Win32', version: '3.3.3.9' },
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
  ],
  drivers: [
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
      version: { company: 'Columbia Data Products, Inc.', product: 'OTM', description: 'Open Transaction Manager', version: '2.0.0.0' },
      kind: 'kernel',
      start: 'manual',
    },
  ],
  drives: [
    {
      letter: 'D',
      sizeMiB: 256,
      files: {
        'Datos/Clientes/Muñoz & Asociados.txt': 'NIF B12345678\r\nCuota: 1.250,00\r\n',
        'Datos/Año 2003/balance.csv': 'cuenta;importe\r\n430;12500,75\r\n',
      },
    },
    {
      letter: 'M',
      files: {
        'gestoriamunoz.local/MBX/Administrador/Bandeja de entrada/Presupuesto.EML': 'Subject: Presupuesto\r\n\r\nHola\r\n',
        'gestoriamunoz.local/Carpetas públicas/Calendario/Reunión.EML': 'Subject: Reunión\r\n\r\n10:00\r\n',
      },
    },
  ],
  files: {
    'Exchsrvr/mdbdata/priv1.edb': 'not a real Exchange database\n',
    'GrupoSP/ContaPlus/LEEME.TXT': 'ContaPlus Elite 2003\r\n',
  },
  programs: {},
};
