import type { CommandQuestion, RegistryQuestion, WmiQuestion } from '../../model/question.js';

/** Users at the console and over Remote Desktop. Windows 2000 has the command only with Terminal Services. */
export const terminal = {
  id: 'windows-terminal-sessions',
  kind: 'command',
  line: 'quser',
} as const satisfies CommandQuestion;

/** In which order the account that asks writes dates: `quser` follows it. */
export const international = {
  id: 'registry-international',
  kind: 'registry',
  key: 'HKCU\\Control Panel\\International',
  values: ['iDate'],
} as const satisfies RegistryQuestion;

/** Who has a share open: Windows Server 2012 and later. */
export const smbSessions = {
  id: 'windows-smb-sessions',
  kind: 'wmi',
  namespace: 'root\\Microsoft\\Windows\\SMB',
  class: 'MSFT_SmbSession',
  properties: ['ClientComputerName', 'ClientUserName', 'SecondsExists', 'SecondsIdle'],
} as const satisfies WmiQuestion;

/** The same before 2012; times in seconds. */
export const serverSessions = {
  id: 'windows-server-sessions',
  kind: 'wmi',
  class: 'Win32_ServerSession',
  properties: ['ComputerName', 'UserName', 'ActiveTime', 'IdleTime'],
} as const satisfies WmiQuestion;

/** The same on Windows 2000. */
export const netSession = {
  id: 'windows-net-session',
  kind: 'command',
  line: 'net session',
} as const satisfies CommandQuestion;

export const smbOpenFiles = {
  id: 'windows-smb-open-files',
  kind: 'wmi',
  namespace: 'root\\Microsoft\\Windows\\SMB',
  class: 'MSFT_SmbOpenFile',
  properties: ['ClientUserName', 'Path'],
} as const satisfies WmiQuestion;

/** The same before 2012, on Windows 2000 by `net file`. */
export const fileList = {
  id: 'windows-open-files',
  kind: 'command',
  line: 'openfiles /query /fo csv /v 2>nul || net file',
  timeoutSeconds: 60,
} as const satisfies CommandQuestion;

/** Left by OpenSSH, and by no other way in. */
export const connection = {
  id: 'windows-ssh-connection',
  kind: 'command',
  line: 'echo %SSH_CONNECTION%',
} as const satisfies CommandQuestion;
