import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { partsOf, textOf, whyNot } from './linux/answers.js';
import { dpkgPackages, packagesOf } from './linux/packages.js';
import { asked, both, linesOfFiles, part } from './linux/pieces.js';
import { isRunning, systemdUnits, unitsOf } from './linux/units.js';
import type { SshServer } from './ssh-server.js';

const server: CommandQuestion = {
  kind: 'command',
  id: 'ssh-server-linux',
  ...asked(
    part(
      'keys',
      both(
        'for f in /etc/ssh/ssh_host_*_key.pub; do [ -r "$f" ] && read -r t k <"$f" && echo "$f $t"; done',
        String.raw`for (paths('/etc/ssh/ssh_host_*_key.pub')) { my ($t) = split ' ', slurp($_) || ''; put("$_ $t\n") if defined $t }`,
      ),
    ),
    part(
      'homes',
      both(
        'while IFS=: read -r u x x x x h x; do f=$h/.ssh; [ -e "$f" ] || continue; [ -x "$f" ] || { echo "? $u"; continue; }; grep -qsE \'(^|[[:blank:]])ssh-dss[[:blank:]]\' "$f/authorized_keys" "$f/authorized_keys2" && echo "d $u"; done </etc/passwd',
        String.raw`for (split /\n/, slurp('/etc/passwd') || '') { my ($u, $f) = (split /:/)[0, 5]; $f .= '/.ssh'; next unless -e $f; if (!-x _) { put("? $u\n") } elsif (grep { (slurp("$f/$_") || '') =~ /(^|[ \t])ssh-dss[ \t]/m } qw(authorized_keys authorized_keys2)) { put("d $u\n") } }`,
      ),
    ),
    // who started us: the chain of parents tells of sshd, screen and tmux also where sudo has dropped the environment
    part(
      'session',
      both(
        'p=$$; n=0; while [ "$p" -gt 1 ] 2>/dev/null && [ $n -lt 40 ]; do n=$((n+1)); IFS= read -r s </proc/$p/stat || break; c=${s#*(}; echo "${c%)*}"; set -- ${s##*) }; p=$2; done; [ -n "$SSH_CONNECTION" ] && echo SSH_CONNECTION; [ -n "$TMUX" ] && echo TMUX; [ -n "$STY" ] && echo STY',
        String.raw`my $p = $$; for (1 .. 40) { last if $p < 2 || (slurp("/proc/$p/stat") || '') !~ /\((.*)\) \S (\d+)/s; put("$1\n"); $p = $2 } for (qw(SSH_CONNECTION TMUX STY)) { put("$_\n") if $ENV{$_} }`,
      ),
    ),
    linesOfFiles({
      part: 'files',
      files: '/etc/ssh/sshd_config.d/*.conf /etc/ssh/sshd_config',
      like: '^[ \t]*[A-Za-z]+[ \t=]',
    }),
  ),
};

/**
 * sshd_config(5). sshd -T would also tell what is set nowhere, but takes twelve milliseconds of the server's processor, and no check
 * needs it; recordings of earlier versions hold it. Private keys are never read; only whether their files may be. */
export const sshServerOnLinux = reader({
  questions: { server, packages: dpkgPackages, units: systemdUnits },
  parse({ server, packages, units }) {
    const text = textOf(server);
    if (text === undefined) return whyNot(server);
    const parts = partsOf(text);
    const version = packagesOf(packages)?.versions.get('openssh-server');
    const effective = parts.get('effective') ?? [];
    const files = parts.get('files') ?? [];
    const homes = parts.get('homes') ?? [];
    const chain = parts.get('session') ?? [];
    return known<SshServer>({
      installed: version !== undefined || effective.length > 0,
      version: version === undefined ? undefined : (/(\d+\.\d+p\d+)/.exec(version)?.[1] ?? version),
      source: effective.length > 0 ? 'effective' : files.length > 0 ? 'files' : 'none',
      settings: settingsOf(effective.length > 0 ? effective : files),
      hostKeys: (parts.get('keys') ?? []).flatMap(line => {
        const [file, type] = line.split(' ');
        return file && type ? [{ file, type }] : [];
      }),
      dsaUsers: homes.some(line => line.startsWith('? '))
        ? undefined
        : homes.flatMap(line => (line.startsWith('d ') ? [line.slice(2)] : [])),
      socketActivated: isRunning(unitsOf(units), 'ssh.socket'),
      session: {
        overSsh: chain.some(name => name === 'SSH_CONNECTION' || name.startsWith('sshd')),
        inside: chain.some(name => name.startsWith('tmux') || name === 'TMUX')
          ? 'tmux'
          : chain.some(name => name === 'screen' || name === 'STY')
            ? 'screen'
            : undefined,
      },
    });
  },
});

/** Of a setting that may stand once only, the first counts; what follows a Match holds for some sessions only. */
function settingsOf(lines: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const settings = new Map<string, string[]>();
  for (const line of lines) {
    const match = /^\s*([A-Za-z]+)[\s=]+(.*?)\s*$/.exec(line);
    const name = match?.[1]?.toLowerCase();
    if (name === undefined || name === 'include') continue;
    if (name === 'match') break;
    const values = settings.get(name);
    if (!values) settings.set(name, [match?.[2] ?? '']);
    else if (/^(port|hostkey|listenaddress|acceptenv|allowusers|allowgroups|subsystem)$/.test(name))
      values.push(match?.[2] ?? '');
  }
  return Object.fromEntries(settings);
}
