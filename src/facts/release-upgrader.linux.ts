import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { noDpkg } from './applications.linux.js';
import { fieldsOf, partsOf, textOf, unquoted, whyNot } from './linux/answers.js';
import { dpkgPackages, packagesOf } from './linux/packages.js';
import { asked, blank, both, linesOfFiles, part, where, whereFound } from './linux/pieces.js';
import type { ReleaseUpgrader } from './release-upgrader.js';

const settings: CommandQuestion = {
  kind: 'command',
  id: 'release-upgrader-linux',
  ...asked(
    part(
      'tool',
      both('command -v do-release-upgrade', String.raw`my $f = found('do-release-upgrade'); put("$f\n") if $f;`),
    ),
    linesOfFiles({
      files: '/etc/update-manager/release-upgrades',
      like: `^${blank}*prompt${blank}*=`,
      how: 'i',
    }),
    // the client would ask the network; its own state is a file that everybody may read
    part(
      'pro',
      where(
        '/var/lib/ubuntu-advantage/status.json /usr/bin/pro /usr/bin/ua /var/lib/ubuntu-advantage/private/machine-token.json',
        '[ -e /var/lib/ubuntu-advantage/status.json ] && cat /var/lib/ubuntu-advantage/status.json; [ -e /usr/bin/pro ] || [ -e /usr/bin/ua ] && echo present; [ -e /var/lib/ubuntu-advantage/private/machine-token.json ] && echo attached',
      ),
    ),
    linesOfFiles({
      part: 'periodic',
      files: '/etc/apt/apt.conf /etc/apt/apt.conf.d/*',
      like: `^${blank}*APT::Periodic::Unattended-Upgrade${blank}`,
    }),
    part(
      'snaps',
      whereFound(
        'snap',
        "command -v snap >/dev/null && { echo present; ls /snap 2>/dev/null | grep -vxE 'bin|README'; }",
      ),
    ),
    part(
      'last',
      where(
        '/var/log/dist-upgrade',
        '[ -d /var/log/dist-upgrade ] && find /var/log/dist-upgrade -maxdepth 1 -name main.log -printf "%TY-%Tm-%Td\\n" 2>/dev/null',
      ),
    ),
  ),
};

export const releaseUpgraderOnLinux = reader({
  questions: { settings, packages: dpkgPackages },
  parse({ settings, packages }) {
    const text = textOf(settings);
    if (text === undefined) return whyNot(settings);
    const dpkg = packagesOf(packages);
    if (!dpkg) return textOf(packages) === undefined ? whyNot(packages) : noDpkg;
    const parts = partsOf(text);
    const { versions } = dpkg;
    const tool = parts.get('tool') ?? [];
    const snaps = parts.get('snaps') ?? [];
    const prompt = fieldsOf(tool, '=').get('Prompt')?.toLowerCase();
    const periodic = /Unattended-Upgrade\s+"?([^";]+)/.exec(parts.get('periodic')?.at(-1) ?? '')?.[1];
    return known<ReleaseUpgrader>({
      installed: tool.some(line => line.startsWith('/')),
      prompt: prompt === 'lts' || prompt === 'normal' || prompt === 'never' ? prompt : undefined,
      pro: proOf(parts.get('pro') ?? []),
      unattended: {
        installed: versions.has('unattended-upgrades'),
        enabled: periodic === undefined ? (parts.has('periodic') ? false : undefined) : unquoted(periodic) !== '0',
      },
      needrestart: versions.has('needrestart'),
      aptListchanges: versions.has('apt-listchanges'),
      etckeeper: versions.has('etckeeper'),
      snaps: snaps[0] === 'present' ? snaps.slice(1) : undefined,
      lastUpgrade: parts.get('last')?.[0],
    });
  },
});

/** The client's status file is one line of JSON. */
function proOf(lines: readonly string[]): ReleaseUpgrader['pro'] {
  if (lines.length === 0) return undefined;
  const line = lines.find(one => one.startsWith('{'));
  try {
    const status = JSON.parse(line ?? '') as { attached?: unknown; services?: unknown };
    const services = Array.isArray(status.services) ? (status.services as unknown[]) : [];
    return {
      attached: status.attached === true,
      services: services.flatMap(one => {
        const service = one as { name?: unknown; status?: unknown } | null;
        return service?.status === 'enabled' && typeof service.name === 'string' ? [service.name] : [];
      }),
    };
  } catch {
    return { attached: lines.includes('attached'), services: [] };
  }
}
