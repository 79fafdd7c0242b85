import type { Answer } from '../../model/answer.js';
import type { CommandQuestion } from '../../model/question.js';
import { partsOf, textOf, wordsOf } from './answers.js';
import { container } from './known-pieces.js';
import { asked, both, listed, part, where } from './pieces.js';

/** The running kernel, those in /boot, DKMS and the command line. */
export const bootKernels: CommandQuestion = {
  kind: 'command',
  id: 'boot-kernels',
  ...asked(
    part(
      'running',
      both(
        'read -r r </proc/sys/kernel/osrelease && echo "$r" || uname -r',
        "put(slurp('/proc/sys/kernel/osrelease') || run('uname', '-r'));",
      ),
    ),
    part('container', container),
    part(
      'boot',
      both(
        'cd /boot && set -- && for f in vmlinuz-* vmlinux-* initrd.img-*; do [ ! -f "$f" ] || set -- "$@" "$f"; done; [ $# -eq 0 ] || stat -L -c \'%n %s\' "$@"',
        String.raw`for (paths('/boot/vmlinuz-* /boot/vmlinux-* /boot/initrd.img-*')) { next unless -f; my $s = -s _; s#/boot/##; put("$_ $s\n") }`,
      ),
    ),
    part('modules', listed('/lib/modules/*', 'names')),
    part('cmdline', both('read -r c </proc/cmdline && echo "$c"', "put(slurp('/proc/cmdline') || '');")),
    part(
      'dkms',
      where(
        '/var/lib/dkms',
        "[ -d /var/lib/dkms ] || exit 0; cd /var/lib/dkms && ls >/dev/null 2>&1 || { echo locked; exit 0; }; find . -mindepth 4 -maxdepth 4 -type d -name '[a-z0-9]*' -path './*/*/*/*' 2>/dev/null; find . -mindepth 2 -maxdepth 2 -type d 2>/dev/null",
      ),
    ),
  ),
};

export interface BootKernels {
  readonly running: string;
  /** No kernel of /boot or /lib/modules is the one that runs: the host of a container or the hypervisor brought it. */
  readonly foreignHost: boolean;
  /** Releases with an image in /boot, with the size of image and initrd. */
  readonly images: ReadonlyMap<string, number>;
  readonly commandLine: readonly string[] | undefined;
  /** Undefined when DKMS's folder may not be read. */
  readonly dkms:
    | readonly { readonly name: string; readonly version: string; readonly kernels: readonly string[] }[]
    | undefined;
}

const kernelsRead = new WeakMap<Answer, BootKernels | undefined>();

export function kernelsOf(answer: Answer): BootKernels | undefined {
  if (kernelsRead.has(answer)) return kernelsRead.get(answer);
  const kernels = parseKernels(textOf(answer) ?? '');
  kernelsRead.set(answer, kernels);
  return kernels;
}

function parseKernels(text: string): BootKernels | undefined {
  const parts = partsOf(text);
  const running = parts.get('running')?.[0];
  if (running === undefined) return undefined;
  const images = new Map<string, number>();
  for (const line of parts.get('boot') ?? []) {
    const match = /^(vmlinu[xz]|initrd\.img)-(\S+) (\d{1,12})$/.exec(line);
    if (!match?.[2]) continue;
    if (match[1] === 'initrd.img' && !images.has(match[2])) continue;
    images.set(match[2], (images.get(match[2]) ?? 0) + Number(match[3]));
  }
  const container = parts.get('container')?.[0];
  const modules = parts.get('modules') ?? [];
  return {
    running,
    foreignHost:
      (container !== undefined && container !== 'none') || !(images.has(running) || modules.includes(running)),
    images,
    commandLine: parts.has('cmdline') ? wordsOf(parts.get('cmdline')?.[0]) : undefined,
    dkms: dkmsOf(parts.get('dkms')),
  };
}

/** Folders `./module/version` and, where it is built, `./module/version/kernel/architecture`. */
function dkmsOf(lines: readonly string[] | undefined): BootKernels['dkms'] {
  if (!lines || lines[0] === 'locked') return undefined;
  const modules = new Map<string, { name: string; version: string; kernels: string[] }>();
  for (const line of lines) {
    const [, name, version, kernel] = line.split('/');
    if (!name || !version || version === 'build' || version === 'source' || name.startsWith('.')) continue;
    const key = `${name}/${version}`;
    const module = modules.get(key) ?? { name, version, kernels: [] };
    modules.set(key, module);
    if (kernel !== undefined && kernel !== 'build' && kernel !== 'source' && !module.kernels.includes(kernel))
      module.kernels.push(kernel);
  }
  return [...modules.values()];
}

/** The newest kernel of the same flavour ("-amd64", "-generic") as the running one that has an image. */
export function newestKernel({ running, images }: BootKernels): string | undefined {
  const flavour = /-([a-z][a-z0-9-]*)$/.exec(running)?.[1];
  return [...images.keys()]
    .filter(release => flavour === undefined || release.endsWith(`-${flavour}`))
    .toSorted(byVersion)
    .at(-1);
}

/** Orders kernel releases by their numbers: 6.1.0-9-amd64 before 6.1.0-37-amd64. */
export function byVersion(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const l = left[i] ?? '';
    const r = right[i] ?? '';
    const difference = /^\d/.test(l) && /^\d/.test(r) ? Number(l) - Number(r) : l < r ? -1 : l > r ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
