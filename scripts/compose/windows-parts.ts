import type { Row } from '../../src/model/answer.js';
import type { Classes, Data, Hive } from './machine.js';
import type { Release } from './releases.js';
import type { ServerSketch } from './sketch.js';

const currentVersion = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';

interface Part {
  readonly hive: Hive;
  readonly classes: Classes;
}

/** ISO day or time as WMI writes it, in Madrid's winter time. */
export function wmiDate(iso: string): string {
  return `${iso.slice(0, 10).replaceAll('-', '')}${(iso.slice(11, 19) || '00:00:00').replaceAll(':', '')}.000000+060`;
}

/** Processors, firmware and memory. */
export function hardwareOf({ hardware }: ServerSketch, { build }: Release): Part {
  const { processor } = hardware;
  const modern = build >= 6000;
  const description = 'HKLM\\HARDWARE\\DESCRIPTION\\System';
  const biosDay = hardware.biosDate.slice(0, 10);
  const usDay = `${biosDay.slice(5, 7)}/${biosDay.slice(8)}/${biosDay.slice(0, 4)}`;
  const keys: Record<string, Record<string, Data>> = {
    [description]: {
      SystemBiosVersion: [hardware.biosVersion],
      SystemBiosDate: `${usDay.slice(0, 6)}${usDay.slice(8)}`,
    },
  };
  for (let index = 0; index < processor.logical; index += 1) {
    keys[`${description}\\CentralProcessor\\${index}`] = {
      ProcessorNameString: processor.name,
      Identifier: processor.identifier,
      VendorIdentifier: processor.vendor,
      '~MHz': processor.megahertz,
    };
  }
  if (modern) {
    keys[`${description}\\BIOS`] = {
      BIOSVendor: hardware.biosVendor,
      BIOSVersion: hardware.biosVersion,
      BIOSReleaseDate: usDay,
      SystemManufacturer: hardware.maker,
      SystemProductName: hardware.model,
    };
  }
  if (build >= 9200)
    keys['HKLM\\SYSTEM\\CurrentControlSet\\Control'] = { PEFirmwareType: hardware.uefi === true ? 2 : 1 };
  if (build >= 9200 && hardware.uefi === true)
    keys['HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State'] = { UEFISecureBootEnabled: 1 };
  return {
    hive: keys,
    classes: {
      Win32_Processor: Array.from({ length: modern ? processor.sockets : processor.logical }, (_all, index) => ({
        DeviceID: `CPU${index}`,
        Name: processor.name,
        Manufacturer: processor.vendor,
        Description: processor.identifier,
        MaxClockSpeed: processor.megahertz,
        SocketDesignation: `Proc ${modern ? index + 1 : 1}`,
        ...(modern
          ? {
              NumberOfCores: processor.cores / processor.sockets,
              NumberOfLogicalProcessors: processor.logical / processor.sockets,
            }
          : {}),
        ...(build >= 9200 ? { SecondLevelAddressTranslationExtensions: true } : {}),
      })),
      Win32_BIOS: [
        {
          Manufacturer: hardware.biosVendor,
          SMBIOSBIOSVersion: hardware.biosVersion,
          Version: `${hardware.maker.slice(0, 6)} - 1`,
          ReleaseDate: `${biosDay.replaceAll('-', '')}000000.000000+000`,
        },
      ],
      'root\\cimv2\\Security\\MicrosoftTpm:Win32_Tpm': modern
        ? hardware.tpm === undefined
          ? []
          : [{ SpecVersion: `${hardware.tpm}, 0, 1.38` }]
        : 'no namespace',
    },
  };
}

/** Adapters by WMI and by TCP/IP's keys. */
export function networkOf({ adapters, computer, domain = '' }: ServerSketch, { build }: Release): Part {
  const tcpip = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters';
  const connections = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Network\\{4D36E972-E325-11CE-BFC1-08002BE10318}';
  const names = { Hostname: computer.toLowerCase(), 'NV Hostname': computer.toLowerCase() };
  const hive: Record<string, Record<string, Data>> = { [tcpip]: { ...names, Domain: domain, 'NV Domain': domain } };
  const cards: Row[] = [];
  const settings: Row[] = [];
  adapters.forEach((adapter, index) => {
    const id = `{7D4E1F0${index}-52B1-4C1E-9A0D-6A1B1D2C3E4${index}}`;
    const { addresses = [], gateway, dns = [], dhcp = false, down = false, megabits = 1000 } = adapter;
    hive[`${connections}\\${id}\\Connection`] = { Name: adapter.name, PnpInstanceID: adapter.device };
    hive[`${tcpip}\\Interfaces\\${id}`] = {
      EnableDHCP: dhcp ? 1 : 0,
      IPAddress: addresses.map(([address]) => address),
      SubnetMask: addresses.map(([, mask]) => mask),
      DefaultGateway: gateway === undefined ? [] : [gateway],
      NameServer: dns.join(','),
    };
    cards.push({
      Index: index,
      Name: adapter.description,
      Description: adapter.description,
      MACAddress: adapter.mac,
      PNPDeviceID: adapter.device,
      ServiceName: adapter.service,
      ConfigManagerErrorCode: 0,
      // Windows 2000 has neither
      ...(build >= 3790 ? { NetConnectionID: adapter.name, NetConnectionStatus: down ? 7 : 2 } : {}),
      ...(build >= 6000 ? { Speed: down ? null : String(megabits * 1e6) } : {}),
    });
    settings.push({
      Index: index,
      SettingID: id,
      Description: adapter.description,
      MACAddress: adapter.mac,
      IPEnabled: addresses.length > 0,
      DHCPEnabled: dhcp,
      IPAddress: addresses.length > 0 ? addresses.map(([address]) => address) : null,
      IPSubnet: addresses.length > 0 ? addresses.map(([, mask]) => mask) : null,
      DefaultIPGateway: gateway === undefined ? null : [gateway],
      GatewayCostMetric: gateway === undefined ? null : [256],
      DNSServerSearchOrder: dns.length > 0 ? dns : null,
    });
  });
  const teams: Classes =
    build >= 9200
      ? { 'root\\StandardCimv2:MSFT_NetLbfoTeamMember': [], 'root\\StandardCimv2:MSFT_NetLbfoTeamNic': [] }
      : {
          'root\\StandardCimv2:MSFT_NetLbfoTeamMember': 'no namespace',
          'root\\StandardCimv2:MSFT_NetLbfoTeamNic': 'no namespace',
        };
  return { hive, classes: { Win32_NetworkAdapter: cards, Win32_NetworkAdapterConfiguration: settings, ...teams } };
}

/** What Control Panel lists. */
export function applicationsOf({ applications = [] }: ServerSketch, { wide }: Release): Hive {
  const hive: Record<string, Record<string, Data>> = { [`${currentVersion}\\Uninstall`]: {} };
  const narrowKey = 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
  if (wide) hive[narrowKey] = {};
  for (const { name, version, publisher, id = name, day, narrow = false } of applications) {
    hive[`${narrow && wide ? narrowKey : `${currentVersion}\\Uninstall`}\\${id}`] = {
      DisplayName: name,
      DisplayVersion: version,
      Publisher: publisher,
      ...(day === undefined ? {} : { InstallDate: day.replaceAll('-', '') }),
    };
  }
  return hive;
}
