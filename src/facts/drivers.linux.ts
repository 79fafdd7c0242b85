import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import type { Driver, Drivers } from './drivers.js';
import { partsOf, textOf, whyNot } from './linux/answers.js';
import { bootKernels, kernelsOf } from './linux/kernels.js';
import { asked, both, part, perlWord } from './linux/pieces.js';

/** Modules that no package of the kernel brought, below the folder d. */
const extraModules = 'find "$d/updates" "$d/extra" "$d/weak-updates" -name \'*.ko*\' 2>/dev/null | head -n 200';

const modules: CommandQuestion = {
  kind: 'command',
  id: 'drivers-linux',
  ...asked(
    part(
      'taint',
      both(
        'for d in /sys/module/*; do read -r t 2>/dev/null < "$d/taint" || continue; [ -n "$t" ] && echo "${d##*/} $t $(cat "$d/version" 2>/dev/null)"; done',
        String.raw`for my $m (within('/sys/module')) { my ($t) = split ' ', slurp("/sys/module/$m/taint") || ''; next unless defined $t; my $v = slurp("/sys/module/$m/version"); $v = '' unless defined $v; $v =~ s/\n+\z//; put("$m $t $v\n") }`,
      ),
    ),
    part(
      'extra',
      both(
        `read -r d </proc/sys/kernel/osrelease; d=/lib/modules/$d; [ ! -d $d ] || ${extraModules}`,
        String.raw`my ($d) = split ' ', slurp('/proc/sys/kernel/osrelease') || ''; $d = "/lib/modules/$d"; sh("d=$d; " . ${perlWord(extraModules)}) if $d !~ /[^\w.+\/-]/ && paths("$d/updates $d/extra $d/weak-updates");`,
      ),
    ),
    part(
      'loaded',
      both(
        '[ -r /proc/modules ] && cut -d " " -f 1 /proc/modules',
        String.raw`put(map { (split)[0] . "\n" } split /\n/, slurp('/proc/modules') || '');`,
      ),
    ),
  ),
};

/**
 * Modules that are no part of the distribution's kernel: those that taint it as out of tree (O), proprietary (P) or unsigned (E)
 * (kernel documentation, "Tainted kernels"), those under updates/ and extra/ of the running kernel, and DKMS's.
 */
export const driversOnLinux = reader({
  questions: { modules, kernels: bootKernels },
  parse({ modules, kernels }) {
    const text = textOf(modules);
    if (text === undefined) return whyNot(modules);
    const parts = partsOf(text);
    const loaded = parts.has('loaded') ? new Set(parts.get('loaded')) : undefined;
    const found = new Map<string, Driver>();
    for (const line of parts.get('taint') ?? []) {
      const [name = '', taint = '', version = ''] = line.split(' ');
      if (!/[OPE]/.test(taint)) continue;
      found.set(name, moduleOf(name, true, undefined, version || undefined, !taint.includes('E')));
    }
    for (const path of parts.get('extra') ?? []) {
      const name = (path.split('/').at(-1) ?? '').replace(/\.ko(\.\w+)?$/, '').replaceAll('-', '_');
      const other = found.get(name);
      found.set(
        name,
        other ? { ...other, program: path } : moduleOf(name, loaded?.has(name), path, undefined, undefined),
      );
    }
    for (const { name, version } of kernelsOf(kernels)?.dkms ?? []) {
      const module = name.replaceAll('-', '_');
      if (!found.has(module))
        found.set(
          module,
          moduleOf(module, loaded?.has(module), `/var/lib/dkms/${name}/${version}`, version, undefined),
        );
    }
    return known<Drivers>([...found.values()]);
  },
});

function moduleOf(
  name: string,
  running: boolean | undefined,
  program: string | undefined,
  version: string | undefined,
  signed: boolean | undefined,
): Driver {
  return {
    name,
    displayName: undefined,
    kind: 'module',
    startMode: 'unknown',
    running,
    program,
    maker: undefined,
    thirdParty: true,
    version,
    date: undefined,
    signed,
    inf: undefined,
    deviceClass: undefined,
  };
}
