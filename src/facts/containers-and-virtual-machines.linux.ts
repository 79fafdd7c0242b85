import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { ContainersAndVirtualMachines } from './containers-and-virtual-machines.js';

export const containersAndVirtualMachinesOnLinux = reader<ContainersAndVirtualMachines, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
