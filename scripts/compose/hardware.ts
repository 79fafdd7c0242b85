import type { AdapterSketch, DeviceSketch, DriverSketch, HardwareSketch } from './sketch.js';

const xeonGold = {
  name: 'Intel(R) Xeon(R) Gold 5218 CPU @ 2.30GHz',
  identifier: 'Intel64 Family 6 Model 85 Stepping 7',
  vendor: 'GenuineIntel',
  megahertz: 2295,
};

/** A generation 2 virtual machine of Hyper-V. */
export const hyperVMachine = (memoryGibibytes: number, processors: number, biosDate: string): HardwareSketch => ({
  maker: 'Microsoft Corporation',
  model: 'Virtual Machine',
  biosVendor: 'Microsoft Corporation',
  biosVersion: 'Hyper-V UEFI Release v4.1',
  biosDate,
  uefi: true,
  memoryMebibytes: memoryGibibytes * 1024,
  processor: { ...xeonGold, sockets: 1, cores: processors, logical: processors },
});

export const hyperVDevices: readonly DeviceSketch[] = [
  {
    id: 'VMBUS\\{F8615163-DF3E-46C5-913F-F2D2F965ED0E}\\1',
    name: 'Microsoft Hyper-V Network Adapter',
    class: 'NET',
    provider: 'Microsoft',
    version: '10.0.20348.1',
    day: '2006-06-21',
    inf: 'wnetvsc.inf',
    service: 'netvsc',
  },
];

export const hyperVDrivers = (version: string): readonly DriverSketch[] =>
  ['netvsc', 'storvsc', 'vmbus', 'VMBusHID', 'hyperkbd', 'HyperVideo'].map(name => ({
    name,
    company: 'Microsoft Corporation',
    version,
    boot: name === 'storvsc' || name === 'vmbus',
  }));

export const hyperVAdapter = (
  addresses: AdapterSketch['addresses'],
  gateway: string,
  dns: readonly string[],
): AdapterSketch => ({
  name: 'Ethernet',
  description: 'Microsoft Hyper-V Network Adapter',
  device: 'VMBUS\\{F8615163-DF3E-46C5-913F-F2D2F965ED0E}\\1',
  service: 'netvsc',
  mac: '00:15:5D:0A:14:03',
  gateway,
  dns,
  megabits: 10_000,
  ...(addresses ? { addresses } : {}),
});
