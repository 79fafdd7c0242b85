import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import type { Boot } from './boot.js';
import { fieldsOf, partsOf, textOf, unquoted, wholeNumber, whyNot } from './linux/answers.js';
import { bootKernels, kernelsOf } from './linux/kernels.js';
import { type Packages, dpkgPackages, packagesNamed, packagesOf } from './linux/packages.js';
import { asked, blank, both, linesOfFiles, part, where } from './linux/pieces.js';

const settings: CommandQuestion = {
  kind: 'command',
  id: 'boot-linux',
  ...asked(
    part(
      'firmware',
      both(
        '[ -d /sys/firmware/efi ] && echo uefi || { [ -d /sys/class/dmi ] && echo bios; }',
        String.raw`put(-d '/sys/firmware/efi' ? "uefi\n" : -d '/sys/class/dmi' ? "bios\n" : '');`,
      ),
    ),
    part(
      'space',
      both(
        'df -P -B1 /boot 2>/dev/null | tail -n 1; for d in /boot/efi /efi; do grep -qs " $d " /proc/self/mounts && df -P -B1 $d | tail -n 1; done',
        String.raw`my $m = slurp('/proc/self/mounts') || ''; my (undef, @l) = split /^/m, run('df', '-P', '-B1', grep { $_ eq '/boot' ? -e : index($m, " $_ ") >= 0 } qw(/boot /boot/efi /efi)); put(@l);`,
      ),
    ),
    // debconf's files are plain text, and starting debconf-show would take a fifth of a second; the passwords it keeps are in another file
    part(
      'debconf',
      both(
        "[ -r /var/cache/debconf/config.dat ] && awk '/^Name: grub-pc\\/install_devices$/ { f = 1 } f && /^Value: / { print substr($0, 8) } /^$/ { f = 0 }' /var/cache/debconf/config.dat 2>/dev/null | tr ',' '\\n' | while read -r d; do [ -e \"$d\" ] && echo \"yes $d\" || echo \"no $d\"; done; printf '\\n::debconf-read\\n'; [ -r /var/cache/debconf/config.dat ] && echo yes",
        String.raw`my $t = slurp('/var/cache/debconf/config.dat'); if (defined $t && $t =~ m#^Name: grub-pc/install_devices\n((?:.+\n)*)#m) { for (split /\n/, $1) { for (s/^Value: // ? split /,/ : ()) { s/^\s+|\s+$//g; put(-e $_ ? 'yes' : 'no', " $_\n") } } }
put("\n::debconf-read\n", defined $t ? "yes\n" : '');`,
      ),
    ),
    // the third field may name a file with the key: it is not printed
    part(
      'crypttab',
      where('/etc/crypttab', "[ -r /etc/crypttab ] && awk '!/^[ \\t]*(#|$)/ { print $1, $2, $4 }' /etc/crypttab"),
    ),
    linesOfFiles(
      {
        part: 'grub',
        files: '/etc/default/grub /etc/default/grub.d/*.cfg',
        like: `^${blank}*GRUB_DISABLE_OS_PROBER=`,
      },
      { part: 'fstab', files: '/etc/fstab', like: `^${blank}*(#|$)`, how: 'v' },
    ),
    part(
      'mounted',
      where(
        '/boot/loader/entries /boot/efi/loader/entries /boot/extlinux',
        '[ -d /sys/class/dmi ] && ls -d /boot/loader/entries /boot/efi/loader/entries /boot/extlinux 2>/dev/null',
      ),
    ),
  ),
};

export const bootOnLinux = reader({
  questions: { settings, kernels: bootKernels, packages: dpkgPackages },
  parse({ settings, kernels, packages }) {
    const text = textOf(settings);
    if (text === undefined) return whyNot(settings);
    const parts = partsOf(text);
    const firmware = parts.get('firmware')?.[0];
    const dpkg = packagesOf(packages);
    const spaces = (parts.get('space') ?? []).flatMap(line => spaceOf(line) ?? []);
    const folder = spaces[0];
    const separate = folder?.mount === '/boot';
    const grub = fieldsOf(parts.get('grub') ?? [], '=').get('GRUB_DISABLE_OS_PROBER');
    const loader = loaderOf(dpkg);
    const images = kernelsOf(kernels)?.images ?? new Map<string, number>();
    const devices = parts.get('debconf') ?? [];
    return known<Boot>({
      firmware: firmware === 'uefi' || firmware === 'bios' ? firmware : undefined,
      loader,
      installDevices:
        loader === 'grub-pc' && parts.get('debconf-read')?.[0] === 'yes'
          ? devices.flatMap(line => {
              const match = /^(yes|no) (\S.*)$/.exec(line);
              return match?.[2] ? [{ device: match[2], exists: match[1] === 'yes' }] : [];
            })
          : undefined,
      separate,
      sizeBytes: separate ? folder.size : undefined,
      freeBytes: separate ? folder.free : undefined,
      kernelBytes: images.size === 0 ? undefined : Math.max(...images.values()),
      efiPartition: efiOf(spaces.slice(1)),
      osProber: {
        installed: dpkg?.versions.has('os-prober') ?? false,
        disabled: grub === undefined ? undefined : unquoted(grub) === 'true',
      },
      fstab: (parts.get('fstab') ?? []).flatMap(line => {
        const [device, mount, type = '', options = ''] = line.trim().split(/\s+/);
        return device && mount ? [{ device, mount, type, options: options.split(',').filter(Boolean) }] : [];
      }),
      encrypted: (parts.get('crypttab') ?? []).flatMap(line => {
        const [name, device, options = ''] = line.trim().split(/\s+/);
        return name && device ? [{ name, device, options: options.split(',').filter(Boolean) }] : [];
      }),
    });
  },
});

interface Space {
  readonly mount: string;
  readonly size: number | undefined;
  readonly free: number | undefined;
}

/** A line of `df -P -B1`. */
function spaceOf(line: string): Space | undefined {
  const match = /\s(\d+|-)\s+(\d+|-)\s+(\d+|-)\s+(\d+%|-)\s+(\/.*)$/.exec(line);
  return match?.[5] ? { mount: match[5], size: wholeNumber(match[1]), free: wholeNumber(match[3]) } : undefined;
}

function efiOf([space]: readonly Space[]): Boot['efiPartition'] {
  return space && { mount: space.mount, sizeBytes: space.size, freeBytes: space.free };
}

function loaderOf(dpkg: Packages | undefined): Boot['loader'] {
  const has = (...names: readonly string[]) => names.some(name => dpkg?.versions.has(name));
  if (has('grub-efi-amd64', 'grub-efi-arm64', 'grub-efi-ia32')) return 'grub-efi';
  if (has('grub-pc')) return 'grub-pc';
  if (has('systemd-boot')) return 'systemd-boot';
  if (has('lilo')) return 'lilo';
  if (has('extlinux', 'u-boot-menu')) return 'extlinux';
  // Ubuntu's images for the cloud have both loaders signed and no choice of package
  if (has('grub-efi-amd64-signed', 'grub-efi-arm64-signed')) return 'grub-efi';
  return packagesNamed(dpkg, /^(grub|refind|syslinux).*$/gm).some(name => !/-(common|doc|data)$/.test(name))
    ? 'other'
    : 'none';
}
