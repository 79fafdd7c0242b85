import { known, reader } from '../model/fact.js';
import type { Kernel } from './kernel.js';
import { textOf, whyNot } from './linux/answers.js';
import { bootKernels, byVersion, kernelsOf } from './linux/kernels.js';
import { dpkgPackages, ownersOf, packageFiles, packagesNamed, packagesOf } from './linux/packages.js';

export const kernelOnLinux = reader({
  questions: { kernels: bootKernels, packages: dpkgPackages, files: packageFiles },
  parse({ kernels, packages, files }) {
    const boot = kernelsOf(kernels);
    if (!boot) return whyNot(kernels);
    const dpkg = packagesOf(packages);
    const owners = ownersOf(files);
    const image = (release: string) =>
      owners?.get(`/boot/vmlinuz-${release}`) ?? owners?.get(`/boot/vmlinux-${release}`);
    const installed: Kernel['installed'][number][] = [];
    for (const [file, name] of owners ?? []) {
      const release = /^\/boot\/vmlinu[xz]-(.+)$/.exec(file)?.[1];
      const version = dpkg?.versions.get(name);
      if (release !== undefined && version !== undefined) installed.push({ package: name, version, release });
    }
    return known<Kernel>({
      running: boot.running,
      foreignHost: boot.foreignHost,
      runningPackage: image(boot.running),
      installed: installed.toSorted((a, b) => byVersion(a.release, b.release)),
      metapackages: packagesNamed(
        dpkg,
        /^linux-(image|generic|virtual|lowlatency|aws|azure|gcp|kvm|oracle|raspi|server).*$/gm,
      ).filter(isMetapackage),
      dkms: boot.dkms,
      headers: packagesNamed(dpkg, /^linux-headers-\d.*$/gm),
      commandLine: textOf(kernels) === undefined ? undefined : boot.commandLine,
    });
  },
});

/** linux-image-amd64, linux-image-cloud-amd64, linux-generic-hwe-22.04: names without a kernel's version. */
function isMetapackage(name: string): boolean {
  if (/^linux-image-(?!\d)/.test(name))
    return !/-(dbg|unsigned-\d.*)$/.test(name) && !/^linux-image-(unsigned|extra)-\d/.test(name);
  return (
    /^linux-(generic|virtual|lowlatency|aws|azure|gcp|kvm|oracle|raspi|server)(-|$)/.test(name) &&
    !/-(headers|tools|modules)/.test(name)
  );
}
