/** Hypervisors by what they write into the machine's SMBIOS; the first that fits wins. */
const machines: readonly (readonly [RegExp, string])[] = [
  [/vmware/i, 'vmware'],
  [/microsoft corporation.*virtual( machine)?/i, 'hyper-v'],
  [/innotek|virtualbox/i, 'virtualbox'],
  [/parallels/i, 'parallels'],
  [/\bxen\b|citrix/i, 'xen'],
  [/qemu|\bkvm\b|ovirt|rhev|red hat|nutanix|proxmox|openstack|google compute|seabios|bochs|alibaba cloud/i, 'kvm'],
  [/amazon ec2|digitalocean|bhyve|virtual machine|vmm\b/i, 'other'],
];

/**
 * What a machine runs on when virtual, false when physical; undefined when neither maker nor model are known.
 * The texts are those of Win32_ComputerSystem and Win32_BIOS.
 */
export function virtualMachineOf(
  maker: string | undefined,
  model: string | undefined,
  biosVendor: string | undefined,
  biosVersion: string | undefined,
): string | false | undefined {
  if (maker === undefined && model === undefined) return undefined;
  const text = [maker, model, biosVendor, biosVersion].filter(part => part !== undefined).join(' ');
  return machines.find(([pattern]) => pattern.test(text))?.[1] ?? false;
}
