import type { FileInfoQuestion, RegistryQuestion, WmiQuestion } from '../../model/question.js';
import { currentVersion } from './windows.js';

/**
 * Services and drivers as they are configured. The registry says what WMI does not (delayed start, triggers, recovery, service DLL)
 * and says it on every Windows since 2000. `Application` is where srvany and nssm keep the program they run as a service.
 */
export const serviceKeys = {
  id: 'windows-service-keys',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services',
  // service, then Parameters (ServiceDll) and TriggerInfo (its being there)
  depth: 2,
  values: [
    'Type',
    'Start',
    'ImagePath',
    'DisplayName',
    'Description',
    'ObjectName',
    'Group',
    'DependOnService',
    'DependOnGroup',
    'DelayedAutostart',
    'FailureActions',
    'ServiceDll',
    'Application',
  ],
  timeoutSeconds: 90,
  maxBytes: 4 * 1024 * 1024,
} as const satisfies RegistryQuestion;

/** States, the names a person sees (the registry may hold a reference to a resource instead), and which process each runs in. */
export const serviceStates = {
  id: 'windows-service-states',
  kind: 'wmi',
  class: 'Win32_Service',
  properties: ['Name', 'DisplayName', 'Description', 'State', 'StartMode', 'ProcessId'],
  timeoutSeconds: 60,
} as const satisfies WmiQuestion;

export const driverStates = {
  id: 'windows-driver-states',
  kind: 'wmi',
  class: 'Win32_SystemDriver',
  properties: ['Name', 'DisplayName', 'State'],
  timeoutSeconds: 60,
} as const satisfies WmiQuestion;

/** Drivers of Windows 2000 and 2003 that have no ImagePath: Windows takes `System32\drivers\<name>.sys` for them. */
const driversWithoutPath = [
  'Beep',
  'Cdaudio',
  'Cdfs',
  'Changer',
  'EFS',
  'Fastfat',
  'Fdc',
  'Fips',
  'Flpydisk',
  'Fs_Rec',
  'Ftdisk',
  'Imapi',
  'KSecDD',
  'MountMgr',
  'Msfs',
  'Mup',
  'NDIS',
  'Npfs',
  'Ntfs',
  'Null',
  'PartMgr',
  'ParVdm',
  'Pcmcia',
  'RasAcd',
  'Rdbss',
  'Serial',
  'Sfloppy',
  'Udfs',
  'VgaSave',
];

/** Maker and version of every service's and driver's program. */
export const serviceFiles = {
  id: 'windows-service-files',
  kind: 'file-info',
  paths: driversWithoutPath.map(name => `%SystemRoot%\\System32\\drivers\\${name}.sys`),
  from: [
    { question: serviceKeys.id, name: 'ImagePath' },
    { question: serviceKeys.id, name: 'ServiceDll' },
    { question: serviceKeys.id, name: 'Application' },
  ],
  timeoutSeconds: 120,
  maxBytes: 4 * 1024 * 1024,
} as const satisfies FileInfoQuestion;

/** Where programs are installed, in the host's language. */
export const programFolders = {
  id: 'windows-program-folders',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion',
  values: ['ProgramFilesDir', 'CommonFilesDir', 'ProgramFilesDir (x86)', 'CommonFilesDir (x86)'],
} as const satisfies RegistryQuestion;

/** All that the reader of services and drivers needs, under the names it expects. */
export const serviceQuestions = {
  keys: serviceKeys,
  states: serviceStates,
  drivers: driverStates,
  files: serviceFiles,
  windows: currentVersion,
  programs: programFolders,
} as const;
