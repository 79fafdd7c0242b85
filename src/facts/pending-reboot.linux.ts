import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { partsOf, textOf, whyNot } from './linux/answers.js';
import { bootKernels, kernelsOf, newestKernel } from './linux/kernels.js';
import { asked, both, part, where } from './linux/pieces.js';
import type { PendingReboot } from './pending-reboot.js';

const signs: CommandQuestion = {
  kind: 'command',
  id: 'pending-reboot-linux',
  ...asked(
    part(
      'required',
      where(
        '/run/reboot-required /var/run/reboot-required',
        'for d in /run /var/run; do [ -e $d/reboot-required ] && { echo $d/reboot-required; sort -u $d/reboot-required.pkgs 2>/dev/null; break; }; done',
      ),
    ),
    // root sees every process, others only their own
    part(
      'libraries',
      both(
        "LC_ALL=C grep -shF ' (deleted)' /proc/[0-9]*/maps | awk '/r-xp.* [/].*[.]so[.0-9]* [(]deleted[)]$/ && !($6 in seen) && n < 40 { seen[$6]; n++; print $6 }'",
        // what started well after the last change of a package or of the list of libraries cannot use one that this replaced
        String.raw`my ($change) = sort { $b <=> $a } map { (stat)[9] || 0 } qw(/var/lib/dpkg/status /etc/ld.so.cache); my ($boot) = (slurp('/proc/stat') || '') =~ /^btime (\d+)/m; my %s;
for (processes()) { next if $boot && $change && $boot + $_->[2] > $change + 600; my $t = slurp("/proc/$_->[0]/maps"); next unless $t && index($t, ' (deleted)') > 0;
for (grep { / r-xp .*\/.*\.so[.0-9]* \(deleted\)\z/ } split /\n/, $t) { my $l = (split ' ')[5]; put("$l\n") unless keys %s > 39 || $s{$l}++ } }`,
      ),
    ),
  ),
};

/**
 * Debian and Ubuntu's own flag (/run/reboot-required, written by package scripts), a newer kernel of the same flavour than the
 * one that runs, and programs that still use libraries which an update replaced.
 */
export const pendingRebootOnLinux = reader({
  questions: { signs, kernels: bootKernels },
  parse({ signs, kernels }) {
    const text = textOf(signs);
    if (text === undefined) return whyNot(signs);
    const parts = partsOf(text);
    const reasons: PendingReboot['reasons'][number][] = [];
    const [flag, ...packages] = parts.get('required') ?? [];
    if (flag !== undefined) {
      reasons.push({ kind: 'reboot-required', detail: packages.length > 0 ? packages.join(' ') : flag, certain: true });
    }
    const boot = kernelsOf(kernels);
    const newest = boot && !boot.foreignHost ? newestKernel(boot) : undefined;
    if (boot && newest !== undefined && newest !== boot.running) {
      reasons.push({ kind: 'kernel', detail: `${boot.running} → ${newest}`, certain: true });
    }
    for (const library of parts.get('libraries') ?? []) {
      reasons.push({ kind: 'libraries', detail: library, certain: false });
    }
    return known<PendingReboot>({ reasons });
  },
});
