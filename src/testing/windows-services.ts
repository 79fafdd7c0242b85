import { serviceKeys } from '../facts/questions/windows-services.js';
import type { ServiceAnswers } from '../facts/reading/windows-services.js';
import type { Row } from '../model/answer.js';
import { type Data, registry, rows } from './windows-answers.js';

/** A service or driver of a composed server, written briefly. */
export interface ServiceSketch {
  readonly name: string;
  readonly type?: number;
  readonly start?: number;
  readonly image?: string | undefined;
  readonly state?: string;
  readonly display?: string;
  /** Further values of its key. */
  readonly values?: Readonly<Record<string, Data>>;
  readonly keys?: Readonly<Record<string, Readonly<Record<string, Data>>>>;
  /** Path of the file and its maker and version; null when the host found no such file. */
  readonly file?: readonly [path: string, company: string | null, version?: string] | null;
}

/** The answers of a Windows server with these services. */
export function serviceAnswers(root: string, programs: string, sketches: readonly ServiceSketch[]): ServiceAnswers {
  const keys: Record<string, Record<string, Data>> = { '': {} };
  const files: Row[] = [];
  for (const sketch of sketches) {
    keys[sketch.name] = {
      Type: sketch.type ?? 0x10,
      Start: sketch.start ?? 2,
      ...(sketch.image === undefined ? {} : { ImagePath: { expand: sketch.image } }),
      ...sketch.values,
    };
    for (const [key, values] of Object.entries(sketch.keys ?? {})) keys[`${sketch.name}\\${key}`] = { ...values };
    if (sketch.file) {
      const [path, company, version] = sketch.file;
      files.push({ path, exists: true, company, version: version ?? null, modified: '20050324120000.000000+000' });
    } else if (sketch.image !== undefined && sketch.file === null) {
      files.push({ path: sketch.image, exists: false, company: null, version: null });
    }
  }
  const told = (driver: boolean) =>
    sketches
      .filter(sketch => sketch.state !== undefined && (((sketch.type ?? 0x10) & 0x30) === 0) === driver)
      .map(({ name, display, state }): Row => ({ Name: name, DisplayName: display ?? name, State: state ?? null }));
  return {
    keys: registry(serviceKeys.key, keys),
    states: rows(...told(false)),
    drivers: rows(...told(true)),
    files: rows(...files),
    windows: registry('HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', { '': { SystemRoot: root } }),
    programs: registry('HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion', { '': { ProgramFilesDir: programs } }),
  };
}

const ms = 'Microsoft Corporation';
const svchost = '%SystemRoot%\\system32\\svchost.exe -k netsvcs';

/** Small Business Server 2000 in Spanish: unquoted paths with blanks, a driver without a path, Norton, Backup Exec, Exchange, EXIFS. */
export const sbs2000 = serviceAnswers('C:\\WINNT', 'C:\\Archivos de programa', [
  {
    name: 'LanmanServer',
    type: 0x20,
    image: '%SystemRoot%\\System32\\services.exe',
    state: 'Running',
    display: 'Servidor',
    values: { ObjectName: 'LocalSystem', Group: 'NetworkProvider' },
    file: ['C:\\WINNT\\System32\\services.exe', ms, '5.00.2195.6700'],
  },
  {
    name: 'Dmserver',
    type: 0x20,
    image: '%SystemRoot%\\System32\\dmadmin.exe /com',
    state: 'Stopped',
    file: ['C:\\WINNT\\System32\\dmadmin.exe', 'VERITAS Software Corp.', '2195.6605.297.3'],
  },
  {
    name: 'Norton AntiVirus Server',
    image: 'C:\\Archivos de programa\\NAV\\rtvscan.exe',
    state: 'Running',
    file: ['C:\\Archivos de programa\\NAV\\rtvscan.exe', 'Symantec Corporation', '7.60.0.926'],
  },
  {
    name: 'DefWatch',
    image: 'C:\\Archivos de programa\\NAV\\defwatch.exe',
    state: 'Running',
    values: { DependOnService: ['Norton AntiVirus Server'] },
    file: ['C:\\Archivos de programa\\NAV\\defwatch.exe', 'Symantec Corporation', '7.60.0.926'],
  },
  {
    name: 'BackupExecDeviceMediaService',
    image: '"C:\\Archivos de programa\\VERITAS\\Backup Exec\\NT\\pvlsvr.exe"',
    state: 'Running',
    values: { ObjectName: '.\\copias' },
    file: [
      'C:\\Archivos de programa\\VERITAS\\Backup Exec\\NT\\pvlsvr.exe',
      'VERITAS Software Corporation',
      '8.60.3878.0',
    ],
  },
  {
    name: 'MSExchangeIS',
    image: 'C:\\Exchsrvr\\bin\\store.exe',
    state: 'Running',
    values: { DependOnService: ['MSExchangeSA', 'EXIFS'], DependOnGroup: ['TDI'] },
    file: ['C:\\Exchsrvr\\bin\\store.exe', ms, '6.0.6249.0'],
  },
  {
    name: 'MSExchangeSA',
    image: 'C:\\Exchsrvr\\bin\\mad.exe',
    state: 'Running',
    file: ['C:\\Exchsrvr\\bin\\mad.exe', ms, '6.0.6249.0'],
  },
  {
    name: 'SMTPSVC',
    type: 0x20,
    image: 'C:\\WINNT\\System32\\inetsrv\\inetinfo.exe',
    state: 'Running',
    file: ['C:\\WINNT\\System32\\inetsrv\\inetinfo.exe', ms, '5.0.2195.6667'],
  },
  {
    name: 'fwsrv',
    image: 'C:\\Archivos de programa\\Microsoft ISA Server\\wspsrv.exe',
    state: 'Running',
    file: ['C:\\Archivos de programa\\Microsoft ISA Server\\wspsrv.exe', ms, '3.0.1200.166'],
  },
  {
    name: 'MSSQL$SBSMONITORING',
    image: 'C:\\Archivos de programa\\Microsoft SQL Server\\MSSQL$SBSMONITORING\\Binn\\sqlservr.exe -sSBSMONITORING',
    state: 'Running',
    file: [
      'C:\\Archivos de programa\\Microsoft SQL Server\\MSSQL$SBSMONITORING\\Binn\\sqlservr.exe',
      ms,
      '2000.80.2039.0',
    ],
  },
  {
    name: 'Impresoras ñ',
    image: 'D:\\Herramientas\\cola de impresión\\cola.exe /servicio',
    state: 'Paused',
    file: null,
  },
  {
    name: 'Beep',
    type: 1,
    start: 1,
    state: 'Running',
    file: ['C:\\WINNT\\System32\\drivers\\Beep.SYS', ms, '5.00.2195.1'],
  },
  {
    name: 'EXIFS',
    type: 2,
    start: 3,
    image: 'system32\\drivers\\exifs.sys',
    state: 'Running',
    file: ['C:\\WINNT\\system32\\drivers\\exifs.sys', ms, '6.0.6249.0'],
  },
  {
    name: 'NAVAP',
    type: 1,
    start: 3,
    image: '\\??\\C:\\Archivos de programa\\NAV\\NAVAP.SYS',
    state: 'Running',
    file: ['C:\\Archivos de programa\\NAV\\NAVAP.SYS', 'Symantec Corporation', '8.2.0.36'],
  },
  { name: 'ContentIndex', type: 0, image: undefined },
]);

/** Windows Server 2019: svchost and its DLLs, triggers, per-user services, references to resources, nssm, dllhost. */
export const ws2019 = serviceAnswers('C:\\Windows', 'C:\\Program Files', [
  {
    name: 'Dnscache',
    type: 0x20,
    image: svchost,
    state: 'Running',
    display: 'DNS Client',
    values: {
      DisplayName: '@%SystemRoot%\\System32\\dnsapi.dll,-101',
      ObjectName: 'NT AUTHORITY\\NetworkService',
      FailureActions: { binary: '80510100000000000000000003000000' },
    },
    keys: {
      Parameters: { ServiceDll: { expand: '%SystemRoot%\\System32\\dnsrslvr.dll' } },
      TriggerInfo: {},
      'TriggerInfo\\0': {},
    },
    file: ['C:\\Windows\\System32\\dnsrslvr.dll', ms, '10.0.17763.1'],
  },
  {
    name: 'CDPUserSvc',
    type: 0x60,
    image: svchost,
    state: 'Stopped',
    values: { DelayedAutostart: 1 },
    keys: { Parameters: { ServiceDll: { expand: '%SystemRoot%\\System32\\CDPUserSvc.dll' } } },
    file: ['C:\\Windows\\System32\\CDPUserSvc.dll', ms, '10.0.17763.1'],
  },
  { name: 'CDPUserSvc_3a2b1', type: 0xe0, image: svchost, state: 'Running' },
  {
    name: 'WinDefend',
    image: '"%ProgramFiles%\\Windows Defender\\MsMpEng.exe"',
    state: 'Running',
    display: 'Windows Defender Antivirus Service',
    file: ['C:\\Program Files\\Windows Defender\\MsMpEng.exe', ms, '4.18.1807.18075'],
  },
  {
    name: 'Facturador',
    image: 'C:\\nssm\\win64\\nssm.exe',
    state: 'Running',
    values: { ObjectName: '.\\LocalSystem' },
    keys: { Parameters: { Application: 'C:\\Facturador\\servidor.exe' } },
    file: ['C:\\Facturador\\servidor.exe', 'Informática del Sur', '2.1.0.0'],
  },
  {
    name: 'COMSysApp',
    start: 3,
    image: '%SystemRoot%\\system32\\dllhost.exe /Processid:{02D4B3F1-FD88-11D1-960D-00805FC79235}',
    state: 'Stopped',
    file: ['C:\\Windows\\system32\\dllhost.exe', ms, '10.0.17763.1'],
  },
  {
    name: 'ProveedorVSS',
    start: 3,
    image: 'C:\\Windows\\system32\\dllhost.exe /Processid:{C87A1E44-0A5C-4BB5-9C67-6D0A8E3C0F11}',
    state: 'Stopped',
  },
  {
    name: 'sinempresa',
    image: 'C:\\Windows\\System32\\sinempresa.exe',
    state: 'Running',
    file: ['C:\\Windows\\System32\\sinempresa.exe', null],
  },
  { name: 'wbengine', start: 3, image: '"%systemroot%\\system32\\wbengine.exe"', state: 'Stopped' },
  { name: 'vmms', image: '%systemroot%\\system32\\vmms.exe', state: 'Running' },
  {
    name: 'MSSQL$CONTA',
    image: '"C:\\Program Files\\Microsoft SQL Server\\MSSQL15.CONTA\\MSSQL\\Binn\\sqlservr.exe" -sCONTA',
    state: 'Stopped',
    file: ['C:\\Program Files\\Microsoft SQL Server\\MSSQL15.CONTA\\MSSQL\\Binn\\sqlservr.exe', ms, '2019.150.4312.2'],
  },
  {
    name: 'WdFilter',
    type: 2,
    start: 0,
    image: 'system32\\drivers\\wd\\WdFilter.sys',
    state: 'Running',
    values: { Group: 'FSFilter Anti-Virus' },
    file: ['C:\\Windows\\system32\\drivers\\wd\\WdFilter.sys', ms, '4.18.1807.18075'],
  },
  {
    name: 'vmxnet3ndis6',
    type: 1,
    start: 3,
    image: '\\SystemRoot\\System32\\drivers\\vmxnet3.sys',
    state: 'Running',
    file: ['C:\\Windows\\System32\\drivers\\vmxnet3.sys', 'VMware, Inc.', '1.8.17.0'],
  },
]);
