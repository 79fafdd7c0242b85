import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { containersAndVirtualMachinesOnLinux } from './containers-and-virtual-machines.linux.js';

/** What else runs on this host and stops with it. */
export interface ContainersAndVirtualMachines {
  readonly engines: readonly {
    readonly name:
      | 'docker'
      | 'podman'
      | 'containerd'
      | 'lxc'
      | 'lxd'
      | 'incus'
      | 'libvirt'
      | 'qemu'
      | 'virtualbox'
      | 'proxmox'
      | 'xen'
      | 'nspawn';
    readonly package: string | undefined;
    readonly version: string | undefined;
    /** How many containers or machines run; undefined when they cannot be counted. */
    readonly running: number | undefined;
  }[];
}

export const containersAndVirtualMachines = defineFact<ContainersAndVirtualMachines>({
  id: 'containers-and-virtual-machines',
  title: say({ en: 'Containers and virtual machines', es: 'Contenedores y máquinas virtuales' }),
  on: { linux: containersAndVirtualMachinesOnLinux },
});
