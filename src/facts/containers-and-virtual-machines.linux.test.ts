import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { text, timedOut } from '../testing/windows-answers.js';
import { containersAndVirtualMachinesOnLinux } from './containers-and-virtual-machines.linux.js';

const busy = `
::processes
      2 containerd-shim
      1 dockerd
      3 qemu-system-x86

::folders
/var/lib/docker/containers

::cgroups
docker-0123.scope
docker-4567.scope
libpod-conmon-1.scope
libpod-9.scope
`;

describe('containers and virtual machines', () => {
  it('Docker, Podman and libvirt (in the form of their documentation)', () => {
    const packages = text('amd64\ndocker.io 20.10.24 *\npodman 4.3.1\nlibvirt-daemon-system 9.0.0\nxen-utils 4\n');
    const { engines } = valueWith(containersAndVirtualMachinesOnLinux, { running: text(busy), packages });
    expect(engines).toEqual([
      { name: 'docker', package: 'docker.io', version: '20.10.24', running: 2 },
      { name: 'podman', package: 'podman', version: '4.3.1', running: 1 },
      { name: 'libvirt', package: 'libvirt-daemon-system', version: '9.0.0', running: 3 },
    ]);
  });

  it('Docker without a package; an engine whose guests cannot be counted', () => {
    const { engines } = valueWith(containersAndVirtualMachinesOnLinux, {
      running: text(busy),
      packages: text('amd64\nincus 6.0\nbash 5\n'),
    });
    expect(engines).toEqual([
      { name: 'docker', package: undefined, version: undefined, running: 2 },
      { name: 'incus', package: 'incus', version: '6.0', running: undefined },
    ]);
  });

  it('none (Debian 12, recorded); not looked', () => {
    const packages = text('amd64\nbash 5.2\napt 2\n');
    expect(
      valueWith(containersAndVirtualMachinesOnLinux, {
        running: text('\n::processes\n\n::folders\n\n::cgroups\n'),
        packages,
      }).engines,
    ).toEqual([]);
    expect(reasonWith(containersAndVirtualMachinesOnLinux, { running: timedOut, packages }).en).toContain('in time');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(containersAndVirtualMachinesOnLinux, [busy])).not.toThrow();
  });
});
