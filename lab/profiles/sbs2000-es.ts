import type { WineProfile } from '../profile.js';
import { drivers, programs, services } from './sbs2000-es-services.js';
import {
  builtFor,
  currentVersion,
  installedPrograms,
  productOptions,
  sharedFolders,
  unknownBefore2008,
} from './windows-keys.js';

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
    ...builtFor('0c0a', 'x86'),
    ...currentVersion({
      ProductName: 'Microsoft Windows 2000',
      CurrentVersion: '5.0',
      CurrentBuildNumber: '2195',
      ...unknownBefore2008,
      CSDVersion: 'Service Pack 4',
      RegisteredOrganization: 'Gestoría Muñoz e Hijos, S.L.',
      RegisteredOwner: 'Begoña Muñoz Ibáñez',
    }),
    ...productOptions('LanmanNT', ['Small Business', 'Small Business(Restricted)']),
    ...sharedFolders({ Contabilidad: 'D:\\Contabilidad', 'Carpetas de la gestoría': 'D:\\Gestoría' }),
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
      {
        key: '{DB20F7FD-67BC-4813-8808-78F63E89EB56}',
        name: 'Microsoft Exchange 2000',
        publisher: 'Microsoft Corporation',
      },
      { key: 'Microsoft SQL Server 2000', name: 'Microsoft SQL Server 2000', publisher: 'Microsoft Corporation' },
      {
        key: 'Norton AntiVirus Server',
        name: 'Norton AntiVirus Corporate Edition Server',
        version: '7.60.926',
        publisher: 'Symantec Corporation',
      },
      {
        key: '{9A4C1C2E-7D0B-4C5E-8C4D-0A6E7D1B2F33}',
        name: 'VERITAS Backup Exec',
        version: '8.60.3878',
        publisher: 'VERITAS Software',
      },
      {
        key: 'ContaPlus Élite',
        name: 'ContaPlus Élite 2003',
        version: '3.1.0',
        publisher: 'Contaplus S.L.',
        folder: 'C:\\GrupoSP\\ContaPlus',
      },
      {
        key: 'FactuSur',
        name: 'FactuSur: gestión y facturación',
        version: '2.4',
        publisher: 'Informática del Sur, S.L.L.',
        folder: 'C:\\FactuSur',
      },
      {
        key: 'PowerChute Business Edition',
        name: 'PowerChute Business Edition Server',
        version: '6.0',
        publisher: 'American Power Conversion',
      },
      { key: 'Adobe Acrobat 5.0', name: 'Adobe Acrobat 5.0', version: '5.0' },
    ]),
  },
  services,
  drivers,
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
        'gestoriamunoz.local/MBX/Administrador/Bandeja de entrada/Presupuesto.EML':
          'Subject: Presupuesto\r\n\r\nHola\r\n',
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
