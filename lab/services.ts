import type { DriverSpec, ServiceSpec } from './profile.js';
import type { RegistryData, RegistryTree } from './registry.js';

const key = (name: string) => `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`;

/** SERVICE_AUTO_START, _DEMAND_START, _DISABLED and, for drivers, _BOOT_START, _SYSTEM_START. */
const startNumber = { boot: 0, system: 1, auto: 2, manual: 3, disabled: 4 } as const;

/** What the service manager reads at its start to know the services, as Windows' own set-up programs write it. */
export function serviceRegistry(services: readonly ServiceSpec[]): RegistryTree {
  return Object.fromEntries(services.map(service => [key(service.name), values(service)]));
}

function values(service: ServiceSpec): Record<string, RegistryData> {
  const image = service.image.includes(' ') ? `"${service.image}"` : service.image;
  return {
    Type: 0x10,
    Start: startNumber[service.start],
    ErrorControl: 1,
    ImagePath: { expand: service.args ? `${image} ${service.args}` : image },
    DisplayName: service.displayName,
    ObjectName: service.account ?? 'LocalSystem',
    ...(service.description === undefined ? {} : { Description: service.description }),
    ...(service.dependsOn ? { DependOnService: service.dependsOn } : {}),
    ...(service.delayedStart ? { DelayedAutostart: 1 } : {}),
    ...(service.failure ? { FailureActions: { binary: failureActions(service.failure) } } : {}),
  };
}

/**
 * SERVICE_FAILURE_ACTIONS as the registry holds it: reset period, two null pointers, count, offset 20 of the list, then
 * pairs of action (1 = restart the service) and delay in milliseconds.
 */
export function failureActions(failure: NonNullable<ServiceSpec['failure']>): Buffer {
  const numbers = [failure.resetSeconds, 0, 0, failure.restartAfterMs.length, 20];
  for (const delay of failure.restartAfterMs) numbers.push(1, delay);
  const buffer = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, i) => buffer.writeUInt32LE(number, i * 4));
  return buffer;
}

export function driverRegistry(drivers: readonly DriverSpec[]): RegistryTree {
  return Object.fromEntries(
    drivers.map(driver => [
      key(driver.name),
      {
        Type: driver.kind === 'kernel' ? 1 : 2,
        Start: startNumber[driver.start],
        ErrorControl: 1,
        ImagePath: { expand: driver.image },
        DisplayName: driver.displayName,
        ...(driver.group ? { Group: driver.group } : {}),
      },
    ]),
  );
}

/** Start numbers by service as Wine's own registry file (`system.reg`) has them, changed or not since the profile. */
export function startNumbers(systemReg: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let service: string | undefined;
  for (const line of systemReg.split('\n')) {
    // A name with a backslash would be a key below a service; letters outside ASCII are written \xNNNN there.
    if (line.startsWith('['))
      service = /^\[System\\\\(?:Current)?ControlSet\d*\\\\Services\\\\([^\\\]]+)\]/i.exec(line)?.[1];
    const start = /^"Start"=dword:([0-9a-f]{8})/i.exec(line)?.[1];
    if (service !== undefined && start !== undefined) found.set(service, parseInt(start, 16));
  }
  return found;
}
