import type { Application } from '../../facts/applications.js';
import type { Driver } from '../../facts/drivers.js';

interface Tools {
  /** How their entries in the list of applications begin. */
  readonly applications: readonly string[];
  /** Who made their drivers, in small letters. */
  readonly makers: readonly string[];
}

/** What each make of hypervisor installs in its guests. */
const tools: Readonly<Record<string, Tools>> = {
  vmware: { applications: ['VMware Tools'], makers: ['vmware'] },
  kvm: { applications: ['Virtio-win', 'QEMU guest agent', 'SPICE Guest Tools'], makers: ['red hat', 'qemu', 'virtio'] },
  xen: { applications: ['XenServer', 'Citrix Hypervisor', 'XCP-ng'], makers: ['xen', 'citrix', 'cloud software'] },
  virtualbox: {
    applications: ['Oracle VM VirtualBox Guest Additions', 'Oracle VirtualBox Guest Additions'],
    makers: ['oracle'],
  },
  parallels: { applications: ['Parallels Tools'], makers: ['parallels'] },
};

function toolsOf(virtual: string | false | undefined): Tools | undefined {
  return typeof virtual === 'string' && Object.hasOwn(tools, virtual) ? tools[virtual] : undefined;
}

/** Whether an application is the tools of the hypervisor that the machine runs on; on a physical machine none is. */
export function isToolOf(virtual: string | false | undefined, { name }: Application): boolean {
  return toolsOf(virtual)?.applications.some(tool => name.startsWith(tool)) ?? false;
}

/** Whether a driver comes with those tools, by its maker. */
export function isDriverOf(virtual: string | false | undefined, { maker }: Driver): boolean {
  const lower = maker?.toLowerCase() ?? '';
  return toolsOf(virtual)?.makers.some(one => lower.startsWith(one)) ?? false;
}
