import type { Row } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { WmiQuestion } from '../model/question.js';
import type { Driver, Drivers } from './drivers.js';
import { serviceQuestions } from './questions/windows-services.js';
import { couldNotRead } from './reading/why.js';
import { flagCell, rowsOf, textCell, wmiDay } from './reading/windows-answers.js';
import { isMicrosoft } from './reading/windows-files.js';
import { type WindowsService, isRunning, windowsServices } from './reading/windows-services.js';

/** What device set-up knows of drivers: from Windows XP and Server 2003 on (its lack on 2000 is not documented). */
const signedDrivers = {
  id: 'windows-signed-drivers',
  kind: 'wmi',
  class: 'Win32_PnPSignedDriver',
  properties: [
    'DeviceID',
    'DeviceName',
    'DeviceClass',
    'DriverProviderName',
    'Manufacturer',
    'DriverVersion',
    'DriverDate',
    'InfName',
    'IsSigned',
  ],
  timeoutSeconds: 90,
  maxBytes: 2 * 1024 * 1024,
} as const satisfies WmiQuestion;

/** Which service drives a device: the link between device set-up and the Services key. */
const devices = {
  id: 'windows-devices',
  kind: 'wmi',
  class: 'Win32_PnPEntity',
  properties: ['DeviceID', 'Service'],
  where: 'Service IS NOT NULL',
  timeoutSeconds: 60,
  maxBytes: 2 * 1024 * 1024,
} as const satisfies WmiQuestion;

const questions = { ...serviceQuestions, signed: signedDrivers, devices } as const;

/**
 * Kernel, file system and filter drivers, with what device set-up tells of them; then drivers of other makers that have no service
 * of their own. Without that knowledge (Windows 2000) the version and the day are the file's.
 */
export const driversOnWindows = reader<Drivers, typeof questions>({
  questions,
  parse(answers) {
    const services = windowsServices(answers);
    if (!services) return couldNotRead(serviceQuestions.keys.key, answers.keys);
    const serviceOfDevice = new Map(
      (rowsOf(answers.devices) ?? []).map(row => [lower(row.DeviceID), lower(row.Service)]),
    );
    const byService = new Map<string, Row>();
    const alone = new Map<string, Row>();
    for (const row of rowsOf(answers.signed) ?? []) {
      const service = serviceOfDevice.get(lower(row.DeviceID));
      if (service !== undefined && services.get(service)?.driver) newest(byService, service, row);
      // one package drives many devices: it counts once
      else if (makerOfDevice(row)?.thirdParty)
        newest(alone, `${lower(row.InfName)}|${textCell(row.DriverVersion)}`, row);
    }
    const drivers = [...services.values()].filter(service => service.driver);
    return known([
      ...drivers.map(service => driverOf(service, byService.get(service.name.toLowerCase()))),
      ...[...alone.values()].map(deviceDriver),
    ]);
  },
});

function lower(cell: Row[string] | undefined): string {
  return textCell(cell)?.toLowerCase() ?? '';
}

function newest(rows: Map<string, Row>, key: string, row: Row): void {
  const other = rows.get(key);
  if (!other || (wmiDay(row.DriverDate) ?? '') > (wmiDay(other.DriverDate) ?? '')) rows.set(key, row);
}

function makerOfDevice(row: Row): { readonly name: string; readonly thirdParty: boolean } | undefined {
  const name = textCell(row.DriverProviderName) ?? textCell(row.Manufacturer);
  return name === undefined ? undefined : { name, thirdParty: !isMicrosoft(name) };
}

function driverOf(service: WindowsService, row: Row | undefined): Driver {
  const file = service.program?.file;
  const { maker } = service;
  const device = row && makerOfDevice(row);
  return {
    name: service.name,
    displayName: service.displayName === service.name ? undefined : service.displayName,
    kind: kindOf(service),
    startMode: service.startMode,
    running: isRunning(service),
    program: service.program?.path,
    maker: maker.name ?? device?.name,
    thirdParty: maker.kind === 'unknown' ? device?.thirdParty : maker.kind === 'other',
    version: textCell(row?.DriverVersion) ?? file?.version,
    date: wmiDay(row?.DriverDate) ?? wmiDay(file?.modified),
    signed: flagCell(row?.IsSigned),
    inf: textCell(row?.InfName),
    deviceClass: textCell(row?.DeviceClass),
  };
}

function kindOf({ type, group }: WindowsService): Driver['kind'] {
  // "FSFilter Anti-Virus", "FSFilter Open File Backup"…: load order groups of file system filters, from 2000 on
  if (group?.toLowerCase().startsWith('fsfilter')) return 'filter';
  return (type & 0x0a) === 0 ? 'kernel' : 'file-system';
}

function deviceDriver(row: Row): Driver {
  const maker = makerOfDevice(row);
  const inf = textCell(row.InfName);
  return {
    name: inf ?? textCell(row.DeviceName) ?? textCell(row.DeviceID) ?? '',
    displayName: textCell(row.DeviceName),
    kind: 'device',
    startMode: 'unknown',
    running: undefined,
    program: undefined,
    maker: maker?.name,
    thirdParty: maker?.thirdParty,
    version: textCell(row.DriverVersion),
    date: wmiDay(row.DriverDate),
    signed: flagCell(row.IsSigned),
    inf,
    deviceClass: textCell(row.DeviceClass),
  };
}
