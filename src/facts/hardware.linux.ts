import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import type { Hardware } from './hardware.js';
import { fieldsOf, partsOf, textOf, wholeNumber, whyNot } from './linux/answers.js';
import { asked, both, linesOfFiles, part, where } from './linux/pieces.js';

const machine: CommandQuestion = {
  kind: 'command',
  id: 'hardware-linux',
  ...asked(
    both(
      `awk -F ': *' 'n < 2 && /^(model name|Model|cpu MHz|flags|Features)/ { cpu = cpu $0 "\\n" }
/^processor/ { n++ } /^physical id/ { p[$2]; l = $2 "/" } /^core id/ { c[l $2] } END { for (i in p) s++; for (i in c) k++; printf "\\n::cpu\\n%s\\n::count\\n%d %d %d\\n", cpu, n, s, k }' /proc/cpuinfo 2>/dev/null`,
      String.raw`my ($cpu, $n, $l, %p, %c) = ('', 0, ''); for (split /\n/, slurp('/proc/cpuinfo') || '') {
if (/^processor/) { $n++ } elsif (/^physical id.*: *(.*)/) { $p{$1} = 1; $l = "$1/" } elsif (/^core id.*: *(.*)/) { $c{"$l$1"} = 1 } elsif ($n < 2 && /^(model name|Model|cpu MHz|flags|Features)/) { $cpu .= "$_\n" } }
put("\n::cpu\n$cpu\n::count\n$n ", scalar keys %p, ' ', scalar keys %c, "\n");`,
    ),
    linesOfFiles(
      { part: 'max', files: '/sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq' },
      { part: 'memory', files: '/proc/meminfo', like: '^MemTotal' },
    ),
    part(
      'dmi',
      both(
        'cd /sys/class/dmi/id 2>/dev/null && grep -sH . sys_vendor product_name bios_vendor bios_version bios_date',
        String.raw`for my $f (qw(sys_vendor product_name bios_vendor bios_version bios_date)) { put("$f:$_\n") for grep { $_ ne '' } split /\n/, slurp("/sys/class/dmi/id/$f") || '' }`,
      ),
    ),
    part(
      'virtual',
      both(
        'systemd-detect-virt 2>/dev/null || grep -qsw hypervisor /proc/cpuinfo && echo hypervisor',
        // only KVM and Hyper-V offer these clocks; systemd-detect-virt, which takes six milliseconds, would look no further
        String.raw`my $v = ''; my $c = slurp('/sys/devices/system/clocksource/clocksource0/available_clocksource') || ''; my $d = slurp('/sys/class/dmi/id/sys_vendor') || "\n";
if (!paths('/run/systemd/container /run/host/container-manager /run/.containerenv /.dockerenv /proc/vz') && (slurp('/proc/1/environ') || '') !~ /container=/) { $v = "kvm\n" if $c =~ /\bkvm-clock\b/ && $d =~ /^(QEMU)?\n/; $v = "microsoft\n" if $c =~ /\bhyperv_clocksource/ && $d =~ /^Microsoft Corporation\n/ }
if ($v eq '' && (my $p = found('systemd-detect-virt'))) { $v = run($p); $v = "\n" if $v eq '' && $? == 0; put($v) if $v ne "\n"; $v = '' if $? } elsif ($v ne '') { put($v) }
put("hypervisor\n") if $v ne '' || (slurp('/proc/cpuinfo') || '') =~ /\bhypervisor\b/;`,
      ),
    ),
    part(
      'firmware',
      both(
        '[ -d /sys/firmware/efi ] && echo uefi || { [ -d /sys/firmware ] && [ -d /sys/class/dmi ] && echo bios; }',
        String.raw`put(-d '/sys/firmware/efi' ? "uefi\n" : -d '/sys/firmware' && -d '/sys/class/dmi' ? "bios\n" : '');`,
      ),
    ),
    part(
      'secure',
      where(
        '/sys/firmware/efi/efivars/SecureBoot-*',
        'for f in /sys/firmware/efi/efivars/SecureBoot-*; do [ -r "$f" ] && tail -c 1 "$f" | od -An -tu1; done',
      ),
    ),
    part(
      'tpm',
      both(
        'for d in /sys/class/tpm/tpm*; do [ -e "$d" ] && { cat "$d/tpm_version_major" 2>/dev/null || echo unknown; }; done; [ -d /sys/class ] && echo looked',
        String.raw`put(slurp("$_/tpm_version_major") || "unknown\n") for paths('/sys/class/tpm/tpm*'); put("looked\n") if -d '/sys/class';`,
      ),
    ),
  ),
};

/** /proc/cpuinfo, DMI as the kernel shows it to everybody (serial numbers are not asked for), systemd-detect-virt(1). */
export const hardwareOnLinux = reader({
  questions: { machine },
  parse({ machine }) {
    const text = textOf(machine);
    if (text === undefined) return whyNot(machine);
    const parts = partsOf(text);
    const cpu = fieldsOf(parts.get('cpu') ?? [], ':');
    const [logical, sockets, cores] = (parts.get('count')?.[0] ?? '').split(' ').map(wholeNumber);
    const dmi = fieldsOf(parts.get('dmi') ?? [], ':');
    const kilobytes = wholeNumber(/(\d+) kB/.exec(parts.get('memory')?.[0] ?? '')?.[1]);
    const maximum = wholeNumber(parts.get('max')?.[0]);
    const firmware = parts.get('firmware')?.[0];
    const flags = cpu.get('flags') ?? cpu.get('Features');
    return known<Hardware>({
      maker: dmi.get('sys_vendor'),
      model: dmi.get('product_name'),
      virtual: virtualOf(parts.get('virtual') ?? []),
      processor: {
        model: cpu.get('model name') ?? cpu.get('Model'),
        sockets: sockets || undefined,
        cores: cores || undefined,
        logical: logical || undefined,
        megahertz: maximum === undefined ? megahertz(cpu.get('cpu MHz')) : Math.round(maximum / 1000),
        features: flags?.split(' ').filter(flag => flag !== ''),
      },
      memoryBytes: kilobytes === undefined ? undefined : kilobytes * 1024,
      firmware: {
        vendor: dmi.get('bios_vendor'),
        version: dmi.get('bios_version'),
        date: isoDay(dmi.get('bios_date')),
      },
      uefi: firmware === undefined ? undefined : firmware === 'uefi',
      secureBoot: secureBoot(firmware, parts.get('secure')?.[0]),
      tpm: tpmOf(parts.get('tpm') ?? []),
    });
  },
});

/** Names of systemd-detect-virt that differ from ours. */
const virtualNames: Readonly<Record<string, string | false>> = {
  none: false,
  vmware: 'vmware',
  microsoft: 'hyper-v',
  kvm: 'kvm',
  qemu: 'kvm',
  amazon: 'kvm',
  google: 'kvm',
  xen: 'xen',
  oracle: 'virtualbox',
  parallels: 'parallels',
  wsl: 'hyper-v',
};

const containers = /^(docker|podman|lxc|lxc-libvirt|systemd-nspawn|openvz|rkt|container-other|proot|pouch)$/;

function virtualOf(lines: readonly string[]): Hardware['virtual'] {
  const [first] = lines;
  if (first === undefined) return undefined;
  if (containers.test(first)) return 'container';
  if (Object.hasOwn(virtualNames, first)) return virtualNames[first];
  return 'other';
}

function megahertz(text: string | undefined): number | undefined {
  const value = Number.parseFloat(text ?? '');
  return Number.isFinite(value) && value > 0 ? Math.round(value) : undefined;
}

/** DMI writes mm/dd/yyyy (SMBIOS 2.3 and later), before that mm/dd/yy. */
function isoDay(text: string | undefined): string | undefined {
  const match = /^(\d\d)\/(\d\d)\/(\d\d(?:\d\d)?)$/.exec(text ?? '');
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  if (Number(match[1]) > 12 || Number(match[2]) > 31) return undefined;
  return `${match[3].length === 2 ? `19${match[3]}` : match[3]}-${match[1]}-${match[2]}`;
}

function secureBoot(firmware: string | undefined, value: string | undefined): boolean | undefined {
  if (firmware === 'bios') return false;
  if (value === undefined) return undefined;
  return value.trim() === '1' ? true : value.trim() === '0' ? false : undefined;
}

function tpmOf(lines: readonly string[]): Hardware['tpm'] {
  if (!lines.includes('looked')) return undefined;
  const [version] = lines;
  if (version === 'looked' || version === undefined) return { present: false, version: undefined };
  return { present: true, version: version === '1' ? '1.2' : version === '2' ? '2.0' : undefined };
}
