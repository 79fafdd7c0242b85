import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { kernelOnLinux } from './kernel.linux.js';

/** Debian 12 in a container with a kernel package, recorded. */
const recorded = `
::running
6.18.44-custom

::container
container-other

::boot
vmlinuz-6.1.0-50-cloud-amd64 14149568
initrd.img-6.1.0-50-cloud-amd64 18065118

::modules
6.1.0-50-cloud-amd64

::cmdline
console=ttyS0 quiet reboot=k

::dkms
`;
const files = text(
  'linux-image-6.1.0-50-cloud-amd64.list:/boot/vmlinuz-6.1.0-50-cloud-amd64\nlinux-image-6.1.0-9-cloud-amd64.list:/boot/vmlinuz-6.1.0-9-cloud-amd64\n',
);
const packages = text(
  'amd64\nlinux-image-6.1.0-50-cloud-amd64 6.1.170-3\nlinux-image-6.1.0-9-cloud-amd64 6.1.27-1\nlinux-image-cloud-amd64 6.1.170-3 *\nlinux-headers-6.1.0-50-amd64 6.1.170-3\nlinux-generic-hwe-22.04 6.5\nlinux-libc-dev 6.1\n',
);

describe('kernel of a Linux server', () => {
  it('in a container the running kernel is not its own (Debian 12, recorded)', () => {
    expect(valueWith(kernelOnLinux, { kernels: text(recorded), files, packages })).toEqual({
      running: '6.18.44-custom',
      foreignHost: true,
      runningPackage: undefined,
      installed: [
        { package: 'linux-image-6.1.0-9-cloud-amd64', version: '6.1.27-1', release: '6.1.0-9-cloud-amd64' },
        { package: 'linux-image-6.1.0-50-cloud-amd64', version: '6.1.170-3', release: '6.1.0-50-cloud-amd64' },
      ],
      metapackages: ['linux-image-cloud-amd64', 'linux-generic-hwe-22.04'],
      dkms: [],
      headers: ['linux-headers-6.1.0-50-amd64'],
      commandLine: ['console=ttyS0', 'quiet', 'reboot=k'],
    });
  });

  it('on a server of its own (in the form recorded)', () => {
    const own = recorded
      .replace('6.18.44-custom', '6.1.0-50-cloud-amd64')
      .replace('container-other', 'none')
      .replace('::dkms\n', '::dkms\n./zfs/2.1.11/6.1.0-50-cloud-amd64/x86_64\n./zfs/2.1.11\n');
    expect(valueWith(kernelOnLinux, { kernels: text(own), files, packages })).toMatchObject({
      foreignHost: false,
      runningPackage: 'linux-image-6.1.0-50-cloud-amd64',
      dkms: [{ name: 'zfs', version: '2.1.11', kernels: ['6.1.0-50-cloud-amd64'] }],
    });
  });

  it('what may not be read is unknown', () => {
    expect(
      valueWith(kernelOnLinux, {
        kernels: text(`${recorded}locked
`),
        files,
        packages,
      }).dkms,
    ).toBeUndefined();
    expect(reasonWith(kernelOnLinux, { kernels: denied }).en).toContain('root');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(kernelOnLinux, [recorded])).not.toThrow();
  });
});
