import type { Row } from '../../src/model/answer.js';
import { inboxDrivers, legacyDrivers, systemDrivers } from './drivers-modern.js';
import type { Data, Hive, ProgramFile } from './machine.js';
import type { Release } from './releases.js';
import { legacyRoleServices, legacyServices } from './services-legacy.js';
import { modernServices, roleServices } from './services-modern.js';
import type { DriverSketch, ServerSketch, ServiceSketch } from './sketch.js';

const servicesKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const microsoft = 'Microsoft Corporation';

interface Described {
  readonly hive: Hive;
  readonly services: readonly Row[];
  readonly drivers: readonly Row[];
  readonly programs: readonly ProgramFile[];
}

/** All services and drivers of a server: their keys, their states and their files. */
export function servicesOf(sketch: ServerSketch, release: Release): Described {
  const hive: Record<string, Record<string, Data>> = {};
  const services = new Map<string, Row>();
  const drivers: Row[] = [];
  const programs = new Map<string, ProgramFile>();
  const place: Place = { hive, programs, release, sketch };
  for (const line of tableOf(sketch, release)) {
    const row = systemService(line, place);
    if (row) services.set(String(row.Name).toLowerCase(), row);
  }
  for (const service of sketch.services ?? []) services.set(service.name.toLowerCase(), otherService(service, place));
  for (const driver of driversOf(sketch, release)) drivers.push(addDriver(driver, place));
  return { hive, services: [...services.values()], drivers, programs: [...programs.values()] };
}

interface Place {
  readonly hive: Record<string, Record<string, Data>>;
  readonly programs: Map<string, ProgramFile>;
  readonly release: Release;
  readonly sketch: ServerSketch;
}

function tableOf({ roles = [], controller }: ServerSketch, { build }: Release): readonly string[] {
  if (build < 6000) {
    const added = controller === true ? [legacyRoleServices.controller] : [];
    const iis = roles.includes('Web-Server') ? [legacyRoleServices.iis] : [];
    return rowsIn([legacyServices, ...added, ...iis]);
  }
  return rowsIn([modernServices, ...roles.map(role => roleServices[role])]);
}

function rowsIn(tables: readonly string[]): readonly string[] {
  return tables.flatMap(table => table.split('\n')).filter(line => line !== '');
}

const starts: Readonly<Record<string, number>> = { A: 2, D: 2, M: 3, X: 4 };
const modes: Readonly<Record<string, string>> = { A: 'Auto', D: 'Auto', M: 'Manual', X: 'Disabled' };

function systemService(line: string, place: Place): Row | undefined {
  const [name = '', english = '', spanish = '', flags = '', program = '', builds = ''] = line.split('|');
  const { build, root, files } = place.release;
  const range = /^(\d*)-(\d*)$/.exec(builds);
  if (range && (build < Number(range[1] || 0) || build > Number(range[2] || 1e6))) return undefined;
  const hosted = /^(\w+):(.+)$/.exec(program);
  const dll = hosted?.[2]?.endsWith('.dll') ? hosted[2] : undefined;
  const image = hosted ? `%SystemRoot%\\system32\\svchost.exe -k ${hosted[1]}` : program;
  const full = /^["%]/.test(image) ? image : `%SystemRoot%\\System32\\${image}`;
  put(place, name, flags, full, accountOf(hosted?.[1], name), {
    Type: hosted || /(lsass|services|inetinfo)\.exe/i.test(program) ? 0x20 : 0x10,
    ...(build >= 6000
      ? { DisplayName: `@%SystemRoot%\\system32\\${name.toLowerCase()}.dll,-100` }
      : { DisplayName: english }),
  });
  if (dll !== undefined) {
    place.hive[`${servicesKey}\\${name}\\Parameters`] = { ServiceDll: { expand: `%SystemRoot%\\System32\\${dll}` } };
    addProgram(place, `${root}\\System32\\${dll}`, microsoft, files);
  }
  addProgram(place, expand(programIn(full), root), microsoft, files);
  const display = place.sketch.language === 'es' && spanish !== '' ? spanish : english;
  return stateRow(name, display, flags);
}

function otherService(service: ServiceSketch, place: Place): Row {
  const { name, display, image, company, version, flags = 'AR', account = 'LocalSystem' } = service;
  put(place, name, flags, image, account, {
    Type: 0x10,
    DisplayName: display,
    ...(service.dependsOn ? { DependOnService: service.dependsOn } : {}),
  });
  addProgram(place, expand(programIn(image), place.release.root), company, version, service.product ?? display);
  return stateRow(name, display, flags);
}

function put(
  place: Place,
  name: string,
  flags: string,
  image: string,
  account: string,
  more: Record<string, Data>,
): void {
  place.hive[`${servicesKey}\\${name}`] = {
    ...more,
    Start: starts[flags[0] ?? ''] ?? 3,
    ErrorControl: 1,
    ImagePath: { expand: image },
    ObjectName: account,
    ...(flags.startsWith('D') ? { DelayedAutostart: 1 } : {}),
  };
  if (flags.includes('T')) place.hive[`${servicesKey}\\${name}\\TriggerInfo\\0`] = { Type: 5, Action: 1 };
}

function stateRow(name: string, display: string, flags: string): Row {
  return {
    Name: name,
    DisplayName: display,
    Description: display,
    State: flags.includes('R') ? 'Running' : 'Stopped',
    StartMode: modes[flags[0] ?? ''] ?? 'Manual',
    StartName: 'LocalSystem',
  };
}

/** svchost's groups run under the account they are named after. */
function accountOf(group: string | undefined, name: string): string {
  if (name === 'MSDTC') return 'NT AUTHORITY\\NetworkService';
  if (/^NetworkService/i.test(group ?? '')) return 'NT AUTHORITY\\NetworkService';
  if (/^LocalService/i.test(group ?? '')) return 'NT AUTHORITY\\LocalService';
  return 'LocalSystem';
}

function driversOf({ drivers = [] }: ServerSketch, release: Release): readonly (DriverSketch & { running: boolean })[] {
  const table = release.build < 6000 ? legacyDrivers : systemDrivers;
  const system = table
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => {
      const [name = '', file] = word.replace('*', '').split(':');
      const path = file === undefined ? undefined : `System32\\drivers\\${file}`;
      const running = word.endsWith('*');
      return { name, company: microsoft, version: release.files, running, ...(path === undefined ? {} : { path }) };
    });
  const own = new Set(drivers.map(({ name }) => name.toLowerCase()));
  const inbox = (release.build < 6000 ? [] : inboxDrivers).map(([name, company]) => ({
    name,
    company,
    version: '6.3.9600.16384',
    boot: true,
    running: false,
  }));
  return [
    ...[...system, ...inbox].filter(({ name }) => !own.has(name.toLowerCase())),
    ...drivers.map(driver => ({ ...driver, running: true })),
  ];
}

/** Old drivers whose keys name no file: Windows takes `System32\\drivers\\<name>.sys` for them. */
const withoutPath = new Set(
  'beep cdaudio cdfs changer efs fastfat fdc fips flpydisk fs_rec ftdisk imapi ksecdd mountmgr msfs mup ndis npfs ntfs null partmgr parvdm rasacd rdbss serial sfloppy udfs vgasave'.split(
    ' ',
  ),
);

function addDriver(driver: DriverSketch & { readonly running: boolean }, place: Place): Row {
  const { name, company, version, running, boot = false, fileSystem = false, group } = driver;
  const path = driver.path ?? `System32\\drivers\\${name}.sys`;
  const named = place.release.build >= 6000 || driver.path !== undefined || !withoutPath.has(name.toLowerCase());
  place.hive[`${servicesKey}\\${name}`] = {
    Type: fileSystem ? 2 : 1,
    Start: boot ? 0 : 3,
    ErrorControl: 1,
    ...(named ? { ImagePath: { expand: path } } : {}),
    ...(group === undefined ? {} : { Group: group }),
  };
  addProgram(place, `${place.release.root}\\${path}`, company, version);
  return { Name: name, DisplayName: name, State: running ? 'Running' : 'Stopped', Started: running };
}

function addProgram(place: Place, path: string, company: string, version: string, product?: string): void {
  place.programs.set(path.toLowerCase(), {
    path,
    company,
    product: product ?? (company === microsoft ? 'Microsoft® Windows® Operating System' : null),
    description: null,
    version,
    modified: `${place.sketch.installed.replaceAll('-', '')}093000.000000+060`,
  });
}

/** The program of a command line as it is written here: quoted, or without blanks before its ending. */
function programIn(image: string): string {
  return (/^"([^"]+)"/.exec(image) ?? /^(.+?\.exe)\b/i.exec(image))?.[1] ?? image;
}

function expand(path: string, root: string): string {
  return path.replace(/%systemroot%/i, root).replace(/%programfiles%/i, 'C:\\Program Files');
}
