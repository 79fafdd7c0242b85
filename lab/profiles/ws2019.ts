import type { WineProfile } from '../profile.js';
import type { RegistryTree } from '../registry.js';
import {
  builtFor,
  currentVersion,
  dnsZones,
  installedPrograms,
  productOptions,
  sharedFolders,
} from './windows-keys.js';

const windows = (description: string) => ({
  company: 'Microsoft Corporation',
  product: 'Microsoft® Windows® Operating System',
  description,
  version: '10.0.17763.5458',
});
const sophos = (description: string) => ({
  company: 'Sophos Limited',
  product: 'Sophos Endpoint Defense',
  description,
  version: '3.2.0.1',
});
const veeam = (description: string) => ({
  company: 'Veeam Software Group GmbH',
  product: 'Veeam Agent',
  description,
  version: '6.1.0.349',
});
const programs = 'C:\\Program Files';

/** Where the Server Manager of 2012 and later caches which roles are installed (InstallState 1). */
const roles = (names: readonly string[]): RegistryTree =>
  Object.fromEntries(
    names.map(name => [
      `HKLM\\SOFTWARE\\Microsoft\\ServerManager\\ServicingStorage\\ServerComponentCache\\${name}`,
      { InstallState: 1 },
    ]),
  );

/** A Windows Server 2019 domain controller with DNS and DHCP, a restart pending, and an agent that refuses to stop. */
export const ws2019: WineProfile = {
  kind: 'wine',
  name: 'ws2019',
  title: 'Windows Server 2019 Standard (build 17763, English), domain controller with DNS and DHCP',
  hostname: 'DC01',
  user: 'Administrator',
  language: 'en_US',
  wineVersion: 'win10',
  registry: {
    ...builtFor('0409', 'AMD64'),
    // winecfg knows no Windows Server 2019: without its own mark, Wine says what CurrentVersion says.
    'HKCU\\Software\\Wine': { Version: null },
    ...currentVersion({
      ProductName: 'Windows Server 2019 Standard',
      CurrentVersion: '6.3',
      CurrentBuild: '17763',
      CurrentBuildNumber: '17763',
      CurrentMajorVersionNumber: 10,
      CurrentMinorVersionNumber: 0,
      EditionID: 'ServerStandard',
      InstallationType: 'Server',
      ReleaseId: '1809',
      UBR: 5458,
      BuildLabEx: '17763.1.amd64fre.rs5_release.180914-1434',
      RegisteredOrganization: 'Fabrikam',
    }),
    ...productOptions('LanmanNT', ['Terminal Server']),
    ...sharedFolders({ Accounts: 'D:\\Accounts', Public: 'D:\\Public' }),
    ...dnsZones('fabrikam.example', '20.10.in-addr.arpa'),
    ...roles([
      'AD-Domain-Services',
      'DNS',
      'DHCP',
      'FileAndStorage-Services',
      'File-Services',
      'FS-FileServer',
      'FS-SMB1',
    ]),
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\NTDS\\Parameters': {
      'DSA Database file': 'C:\\windows\\NTDS\\ntds.dit',
      'Database log files path': 'C:\\windows\\NTDS',
    },
    'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending': {},
    'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired': {},
    ...installedPrograms([
      {
        key: 'Sophos Endpoint Agent',
        name: 'Sophos Endpoint Agent',
        version: '2023.2.2.5',
        publisher: 'Sophos Limited',
      },
      {
        key: '{5A1F3E1C-4C3F-4B38-A9E6-1C9B6C1F2A10}',
        name: 'Veeam Agent for Microsoft Windows',
        version: '6.1.0.349',
        publisher: 'Veeam Software Group GmbH',
      },
      { key: 'Sage 50', name: 'Sage 50 Accounts', version: '30.1.105', publisher: 'Sage (UK) Ltd' },
    ]),
  },
  services: [
    {
      name: 'Sophos Endpoint Defense Service',
      displayName: 'Sophos Endpoint Defense',
      image: `${programs}\\Sophos\\Endpoint Defense\\SEDService.exe`,
      args: '--refuse-stop',
      version: sophos('Sophos Endpoint Defense Service'),
      start: 'auto',
    },
    {
      name: 'VeeamEndpointBackupSvc',
      displayName: 'Veeam Agent for Microsoft Windows',
      image: `${programs}\\Veeam\\Endpoint Backup\\Veeam.EndPoint.Service.exe`,
      args: '--slow-stop',
      version: veeam('Veeam Agent Service'),
      start: 'auto',
      delayedStart: true,
      failure: { resetSeconds: 86400, restartAfterMs: [60000, 60000] },
    },
    {
      name: 'Sage50AccountsService',
      displayName: 'Sage 50 Accounts Service v30',
      image: 'C:\\Program Files (x86)\\Common Files\\Sage SData\\sg50svc.exe',
      version: {
        company: 'Sage (UK) Ltd',
        product: 'Sage 50 Accounts',
        description: 'Sage 50 service',
        version: '30.1.105.0',
      },
      start: 'auto',
    },
    {
      name: 'DNS',
      displayName: 'DNS Server',
      image: 'C:\\windows\\system32\\dns.exe',
      version: windows('Domain Name System (DNS) Server'),
      start: 'auto',
    },
    {
      name: 'NTDS',
      displayName: 'Active Directory Domain Services',
      image: 'C:\\windows\\system32\\ntds.exe',
      version: windows('Stand-in for the directory service'),
      start: 'auto',
    },
    {
      name: 'DHCPServer',
      displayName: 'DHCP Server',
      image: 'C:\\windows\\system32\\dhcpserver.exe',
      version: windows('Stand-in for the DHCP server'),
      account: 'NT AUTHORITY\\NetworkService',
      start: 'auto',
    },
  ],
  drivers: [
    {
      name: 'SophosED',
      displayName: 'Sophos Endpoint Defense',
      image: 'system32\\DRIVERS\\SophosED.sys',
      version: sophos('Sophos Endpoint Defense driver'),
      kind: 'file-system',
      start: 'manual',
      group: 'FSFilter Anti-Virus',
    },
  ],
  drives: [{ letter: 'E', sizeMiB: 512, files: { 'Shares/Finance/2024.csv': 'month,total\r\n1,10\r\n' } }],
  files: { 'windows/NTDS/ntds.dit': 'not a real directory database\n' },
  programs: {},
};
