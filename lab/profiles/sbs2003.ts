import type { WineProfile } from '../profile.js';
import {
  builtFor,
  currentVersion,
  installedPrograms,
  productOptions,
  sharedFolders,
  unknownBefore2008,
} from './windows-keys.js';

const exchange = (description: string) => ({
  company: 'Microsoft Corporation',
  product: 'Microsoft Exchange',
  description,
  version: '6.5.7638.1',
});
const symantec = (description: string) => ({
  company: 'Symantec Corporation',
  product: 'Symantec AntiVirus',
  description,
  version: '10.1.5.5000',
});
const programs = 'C:\\Program Files';

/** An English Small Business Server 2003 with its SP1 and Windows Server 2003 SP2, Exchange 2003, no M: drive. */
export const sbs2003: WineProfile = {
  kind: 'wine',
  name: 'sbs2003',
  title: 'Small Business Server 2003 SP1 (Windows Server 2003 SP2, English) with Exchange 2003',
  hostname: 'SBS01',
  user: 'Administrator',
  language: 'en_US',
  wineVersion: 'win2003',
  registry: {
    ...builtFor('0409', 'x86'),
    ...currentVersion({
      ProductName: 'Microsoft Windows Server 2003 for Small Business Server',
      CurrentVersion: '5.2',
      CurrentBuildNumber: '3790',
      ...unknownBefore2008,
      CSDVersion: 'Service Pack 2',
      RegisteredOrganization: "O'Brien & Daughters Ltd",
    }),
    ...productOptions('LanmanNT', ['Small Business', 'Small Business(Restricted)']),
    ...sharedFolders({ 'Company Shared Folder': 'C:\\Users Shared Folders', QuickBooks: 'D:\\QuickBooks' }),
    'HKLM\\SOFTWARE\\Microsoft\\SmallBusinessServer': { ServicePackNumber: 1 },
    'HKLM\\SOFTWARE\\Microsoft\\Exchange\\Setup': { Services: `${programs}\\Exchsrvr`, NewestBuild: 7638 },
    ...installedPrograms([
      {
        key: 'Microsoft Exchange',
        name: 'Microsoft Exchange',
        version: '6.5.7638.1',
        publisher: 'Microsoft Corporation',
      },
      {
        key: '{0EFC6259-3AD8-4CD2-BC57-D4937AF5CC0E}',
        name: 'Symantec AntiVirus',
        version: '10.1.5000.5',
        publisher: 'Symantec Corporation',
      },
      { key: 'QuickBooks', name: 'QuickBooks Premier 2007', version: '17.0', publisher: 'Intuit, Inc.' },
      {
        key: 'Backup Exec',
        name: 'Symantec Backup Exec 11d for Windows Servers',
        version: '11.0.6235',
        publisher: 'Symantec Corporation',
      },
    ]),
  },
  services: [
    {
      name: 'ccEvtMgr',
      displayName: 'Symantec Event Manager',
      image: `${programs}\\Common Files\\Symantec Shared\\ccEvtMgr.exe`,
      version: symantec('Symantec Event Manager Service'),
      start: 'auto',
    },
    {
      name: 'Symantec AntiVirus',
      displayName: 'Symantec AntiVirus',
      description: 'Provides real-time virus scanning, reporting, and management functionality for Symantec AntiVirus.',
      image: `${programs}\\Symantec AntiVirus\\Rtvscan.exe`,
      version: symantec('Symantec AntiVirus'),
      start: 'auto',
      dependsOn: ['ccEvtMgr'],
    },
    {
      name: 'BackupExecAgentAccelerator',
      displayName: 'Backup Exec Remote Agent for Windows Systems',
      image: `${programs}\\Symantec\\Backup Exec\\RAWS\\beremote.exe`,
      version: {
        company: 'Symantec Corporation',
        product: 'Backup Exec',
        description: 'Remote Agent',
        version: '11.0.6235.0',
      },
      start: 'auto',
      failure: { resetSeconds: 3600, restartAfterMs: [30000] },
    },
    {
      name: 'QuickBooksDB17',
      displayName: 'QuickBooksDB17',
      image: `${programs}\\Intuit\\QuickBooks 2007\\QBDBMgrN.exe`,
      args: '-hvQuickBooksDB17',
      version: {
        company: 'iAnywhere Solutions, Inc.',
        product: 'SQL Anywhere',
        description: 'Database server',
        version: '10.0.0.2465',
      },
      start: 'auto',
      account: '.\\QBDataServiceUser17',
    },
    {
      name: 'LPDSVC',
      displayName: 'TCP/IP Print Server',
      image: 'C:\\windows\\system32\\tcpsvcs.exe',
      version: {
        company: 'Microsoft Corporation',
        product: 'Microsoft Windows',
        description: 'TCP/IP Services',
        version: '5.2.3790.3959',
      },
      start: 'manual',
    },
    {
      name: 'MSExchangeSA',
      displayName: 'Microsoft Exchange System Attendant',
      image: `${programs}\\Exchsrvr\\bin\\mad.exe`,
      version: exchange('Microsoft Exchange System Attendant'),
      start: 'auto',
    },
    {
      name: 'MSExchangeIS',
      displayName: 'Microsoft Exchange Information Store',
      image: `${programs}\\Exchsrvr\\bin\\store.exe`,
      version: exchange('Microsoft Exchange Information Store'),
      start: 'auto',
      dependsOn: ['MSExchangeSA'],
    },
  ],
  drivers: [
    {
      name: 'SAVRT',
      displayName: 'SAVRT',
      image: '\\SystemRoot\\System32\\Drivers\\savrt.sys',
      version: symantec('AutoProtect'),
      kind: 'file-system',
      start: 'manual',
      group: 'FSFilter Anti-Virus',
    },
  ],
  drives: [
    { letter: 'D', sizeMiB: 512, files: { 'Users Shared Folders/Aoife/invoices.csv': 'no,amount\r\n1,12.50\r\n' } },
  ],
  files: {},
  programs: {},
};
