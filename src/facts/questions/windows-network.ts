import type { FileQuestion, RegistryQuestion, WmiQuestion } from '../../model/question.js';

/** The name of the server and what its adapters are configured with: TCP/IP's own keys, there since Windows 2000. */
export const tcpip = {
  id: 'windows-tcpip',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
  depth: 2,
  values: [
    'Hostname',
    'NV Hostname',
    'Domain',
    'NV Domain',
    'DhcpDomain',
    'EnableDHCP',
    'IPAddress',
    'SubnetMask',
    'DefaultGateway',
    'DefaultGatewayMetric',
    'NameServer',
    'DhcpIPAddress',
    'DhcpSubnetMask',
    'DhcpDefaultGateway',
    'DhcpNameServer',
  ],
} as const satisfies RegistryQuestion;

const adapters = {
  id: 'windows-network-adapters',
  kind: 'wmi',
  class: 'Win32_NetworkAdapter',
  properties: [
    'Index',
    'Name',
    'Description',
    'NetConnectionID',
    'NetConnectionStatus',
    'ConfigManagerErrorCode',
    'MACAddress',
    'PNPDeviceID',
    'ServiceName',
    'Speed',
  ],
  timeoutSeconds: 40,
} as const satisfies WmiQuestion;

const configurations = {
  id: 'windows-network-configurations',
  kind: 'wmi',
  class: 'Win32_NetworkAdapterConfiguration',
  properties: [
    'Index',
    'SettingID',
    'Description',
    'MACAddress',
    'IPEnabled',
    'DHCPEnabled',
    'IPAddress',
    'IPSubnet',
    'DefaultIPGateway',
    'GatewayCostMetric',
    'DNSServerSearchOrder',
  ],
  timeoutSeconds: 40,
} as const satisfies WmiQuestion;

/** Names of the connections as a person sees them: the only place on Windows 2000, where WMI lacks NetConnectionID. */
const connections = {
  id: 'windows-network-connections',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Network\\{4D36E972-E325-11CE-BFC1-08002BE10318}',
  depth: 2,
  values: ['Name', 'PnpInstanceID'],
} as const satisfies RegistryQuestion;

/** Teams of network adapters, Windows Server 2012 and later; they must be undone before an upgrade. */
const teamMembers = {
  id: 'windows-team-members',
  kind: 'wmi',
  namespace: 'root\\StandardCimv2',
  class: 'MSFT_NetLbfoTeamMember',
  properties: ['Name', 'Team'],
} as const satisfies WmiQuestion;
const teamAdapters = {
  id: 'windows-team-adapters',
  kind: 'wmi',
  namespace: 'root\\StandardCimv2',
  class: 'MSFT_NetLbfoTeamNic',
  properties: ['Name', 'Team'],
} as const satisfies WmiQuestion;

const phoneBook = (id: string, path: string) => ({ id, kind: 'file', path }) as const satisfies FileQuestion;
const connectionsFolder = 'Microsoft\\Network\\Connections\\Pbk\\rasphone.pbk';

const machineProxy = {
  id: 'windows-proxy',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections',
  values: ['WinHttpSettings'],
} as const satisfies RegistryQuestion;
const userProxy = {
  id: 'windows-proxy-of-user',
  kind: 'registry',
  key: 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings',
  values: ['ProxyEnable', 'ProxyServer'],
} as const satisfies RegistryQuestion;

export const networkQuestions = {
  tcpip,
  adapters,
  configurations,
  connections,
  teamMembers,
  teamAdapters,
  machineProxy,
  userProxy,
  // the folder's name follows the language on Windows 2000 and 2003; other languages than these two are not looked for
  phoneBook: phoneBook('windows-phone-book', `%ProgramData%\\${connectionsFolder}`),
  phoneBookEnglish: phoneBook('windows-phone-book-en', `%ALLUSERSPROFILE%\\Application Data\\${connectionsFolder}`),
  phoneBookSpanish: phoneBook('windows-phone-book-es', `%ALLUSERSPROFILE%\\Datos de programa\\${connectionsFolder}`),
  // demand-dial connections of Routing and Remote Access, PPPoE among them
  routerBook: phoneBook('windows-router-book', '%SystemRoot%\\System32\\ras\\router.pbk'),
} as const;
