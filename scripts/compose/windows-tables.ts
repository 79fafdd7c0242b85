import type { Row } from '../../src/model/answer.js';
import type { Classes, Data, Hive } from './machine.js';
import type { Release } from './releases.js';
import type { ServerSketch } from './sketch.js';
import { wmiDate } from './windows-parts.js';

/** Updates as the servicing stack lists them, or as the update programs of Windows 2000 and 2003 entered them. */
export function updatesOf(
  { updates = [], language }: ServerSketch,
  { build }: Release,
): { hive: Hive; classes: Classes } {
  const usDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(0, 4)}`;
  const hive: Record<string, Record<string, Data>> = {};
  if (build < 6000) {
    const product = build === 2195 ? 'Windows 2000\\SP5' : 'Windows Server 2003\\SP2';
    for (const [id, day] of updates) {
      hive[`HKLM\\SOFTWARE\\Microsoft\\Updates\\${product}\\${id}`] = {
        Description: `Windows Security Update (${id})`,
        InstalledDate: usDay(day),
      };
      hive[`HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\HotFix\\${id}`] = {
        Installed: 1,
        'Fix Description': `Security Update (${id})`,
      };
    }
  }
  if (build >= 3790 && build <= 9600) {
    const last =
      updates
        .map(([, day]) => day)
        .toSorted()
        .at(-1) ?? '2020-01-15';
    for (const name of ['Detect', 'Install'])
      hive[`HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\Results\\${name}`] = {
        LastSuccessTime: `${last} 02:${name === 'Detect' ? '10' : '25'}:00`,
      };
  }
  const word = language === 'es' ? 'Actualización de seguridad' : 'Security Update';
  const rows = updates.map(
    ([id, day]): Row => ({
      HotFixID: id,
      Description: build < 6000 ? `Security Update for Windows (${id})` : word,
      InstalledOn: usDay(day),
      ServicePackInEffect: build < 6000 ? 'SP2' : '',
    }),
  );
  return { hive, classes: { Win32_QuickFixEngineering: rows } };
}

/** Devices as device set-up knows them; Windows 2000 has no such list. */
export function devicesOf({ devices = [], adapters, volumes }: ServerSketch, { build, files }: Release): Classes {
  const inbox = [
    ['ROOT\\ACPI_HAL\\0000', 'ACPI x64-based PC', 'COMPUTER', 'hal.inf', null],
    ['ACPI\\PNP0A03\\0', 'PCI Bus', 'SYSTEM', 'machine.inf', 'pci'],
    ['ROOT\\SYSTEM\\0000', 'Plug and Play Software Device Enumerator', 'SYSTEM', 'machine.inf', 'swenum'],
    ['ROOT\\MS_NDISWANIP\\0000', 'WAN Miniport (IP)', 'NET', 'netrasa.inf', 'NdisWan'],
    ['HID\\VID_046D&PID_C31C\\7', 'HID Keyboard Device', 'KEYBOARD', 'keyboard.inf', 'kbdhid'],
    ...volumes
      .filter(({ kind = 'fixed' }) => kind === 'fixed')
      .map((_volume, index) => [`STORAGE\\VOLUME\\${index}`, 'Generic volume', 'VOLUME', 'volume.inf', 'volsnap']),
  ];
  const rows: Row[] = [
    ...inbox.map(([id, name, kind, inf]) => ({
      DeviceID: id ?? null,
      DeviceName: name ?? null,
      DeviceClass: kind ?? null,
      DriverProviderName: 'Microsoft',
      Manufacturer: '(Standard system devices)',
      DriverVersion: files,
      DriverDate: '20060621000000.******+***',
      InfName: inf ?? null,
      IsSigned: true,
    })),
    ...devices.map(device => ({
      DeviceID: device.id,
      DeviceName: device.name,
      DeviceClass: device.class,
      DriverProviderName: device.provider,
      Manufacturer: device.provider,
      DriverVersion: device.version,
      DriverDate: `${device.day.replaceAll('-', '')}000000.******+***`,
      InfName: device.inf,
      IsSigned: device.signed ?? true,
    })),
  ];
  return {
    Win32_PnPSignedDriver: build < 3790 ? 'no class' : rows,
    Win32_PnPEntity: [
      ...inbox.flatMap(([id, , , , service]) => (service ? [{ DeviceID: id ?? null, Service: service }] : [])),
      ...devices.flatMap(({ id, service }) => (service === undefined ? [] : [{ DeviceID: id, Service: service }])),
      ...adapters.map(({ device, service }) => ({ DeviceID: device, Service: service })),
    ],
  };
}

const builtIn: Readonly<Record<string, string>> = {
  'S-1-5-18': 'systemprofile',
  'S-1-5-19': 'LocalService',
  'S-1-5-20': 'NetworkService',
};

/** The list of profiles and the folders that are there. */
export function profilesOf({ profiles }: ServerSketch, { build, root }: Release) {
  const modern = build >= 6000;
  const folder = modern ? 'C:\\Users' : 'C:\\Documents and Settings';
  const list = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';
  const hive: Record<string, Record<string, Data>> = {
    [list]: modern
      ? {
          ProfilesDirectory: { expand: '%SystemDrive%\\Users' },
          ProgramData: { expand: '%SystemDrive%\\ProgramData' },
          Public: { expand: '%SystemDrive%\\Users\\Public' },
        }
      : { ProfilesDirectory: { expand: '%SystemDrive%\\Documents and Settings' }, AllUsersProfile: 'All Users' },
  };
  for (const [sid, name] of Object.entries(builtIn)) {
    if (modern)
      hive[`${list}\\${sid}`] = {
        ProfileImagePath:
          name === 'systemprofile' ? `%systemroot%\\system32\\config\\${name}` : `${root}\\ServiceProfiles\\${name}`,
      };
  }
  profiles.forEach((name, index) => {
    const number = index === 0 ? 500 : 1103 + index;
    hive[`${list}\\S-1-5-21-1085031214-1563985344-725345543-${number}`] = { ProfileImagePath: `${folder}\\${name}` };
  });
  const shared = modern ? ['All Users', 'Default', 'Default User', 'Public'] : ['All Users', 'Default User'];
  return {
    hive,
    folders: [folder, ...[...profiles, ...shared].toSorted()],
    links: modern ? [folder, 'All Users', 'Default User'] : [],
  };
}

export function identityClasses(sketch: ServerSketch, release: Release): Classes {
  const { computer, domain, controller = false, hardware, language, installed, startedAt, sku = 7 } = sketch;
  const { build, version, servicePack, caption, root } = release;
  const memory = hardware.memoryMebibytes * 1024 ** 2;
  return {
    Win32_OperatingSystem: [
      {
        Caption: sketch.caption ?? caption,
        Version: `${build >= 14393 ? '10.0' : build === 9600 ? '6.3' : version}.${build}`,
        BuildNumber: String(build),
        CSDVersion: servicePack === 0 ? null : `Service Pack ${servicePack}`,
        ServicePackMajorVersion: servicePack,
        OSLanguage: language === 'es' ? 3082 : 1033,
        InstallDate: wmiDate(`${installed}T09:30:00`),
        LastBootUpTime: wmiDate(startedAt),
        LocalDateTime: wmiDate('2026-11-24T09:15:00'),
        CurrentTimeZone: 60,
        WindowsDirectory: root,
        SystemDrive: 'C:',
        TotalVisibleMemorySize: String(hardware.memoryMebibytes * 1024 - 4096),
        ...(build >= 3790 ? { OtherTypeDescription: null } : {}),
        ...(build >= 6000 ? { OperatingSystemSKU: sku } : {}),
      },
    ],
    Win32_ComputerSystem: [
      {
        Name: computer,
        Domain: domain ?? 'WORKGROUP',
        DomainRole: controller ? 5 : domain === undefined ? 2 : 3,
        UserName: null,
        Manufacturer: hardware.maker,
        Model: hardware.model,
        TotalPhysicalMemory: String(memory - 4096 * 1024),
        NumberOfProcessors: build >= 6000 ? hardware.processor.sockets : hardware.processor.logical,
      },
    ],
  };
}
