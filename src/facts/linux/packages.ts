import type { Answer } from '../../model/answer.js';
import type { CommandQuestion } from '../../model/question.js';
import { textOf } from './answers.js';

/** The fields of dpkg's status that are read; the last is the one after which dpkg writes none of the others. */
export const statusFields = "'Package', 'Essential', 'Status', 'Priority', 'Architecture', 'Source', 'Version'";

/**
 * Every package dpkg knows, one a line: `name version`, then its state when that is not `ii`, then `*` when somebody asked for
 * it (apt did not install it for another package, and it is no part of the base system). The first line are the architectures,
 * the native one first. Names of other architectures end in `:arch`.
 */
export const dpkgPackages: CommandQuestion = {
  kind: 'command',
  id: 'dpkg-packages',
  line: String.raw`a=; [ ! -r /var/lib/dpkg/arch ] || while read -r l; do a="$a $l"; done </var/lib/dpkg/arch
awk -v all="$a" '
function out() { if (p == "") return; if (p == "dpkg") n = a; c++; name[c] = p; arch[c] = a; ver[c] = v; want[c] = w; flag[c] = f; state[c] = s; asked[c] = r !~ /^(optional|extra)$/ || e == "yes" ? "" : " *"; p = "" }
BEGIN { letter["unknown"] = "u"; letter["install"] = "i"; letter["hold"] = "h"; letter["deinstall"] = "r"; letter["purge"] = "p"
  letter["not-installed"] = "n"; letter["config-files"] = "c"; letter["half-installed"] = "H"; letter["unpacked"] = "U"; letter["half-configured"] = "F"; letter["triggers-awaited"] = "W"; letter["triggers-pending"] = "t"; letter["installed"] = "i" }
/^Package: / { p = $2; a = v = w = f = s = r = e = ""; next } /^Status: / { w = $2; f = $3; s = $4; next } /^Architecture: / { a = $2; next } /^Version: / { v = $2; next } /^Priority: / { r = $2; next } /^Essential: / { e = $2; next } /^$/ { out() }
END { out(); if (n == "") exit
  while ((getline l < "/var/lib/apt/extended_states") > 0) { split(l, x, " "); if (x[1] == "Package:") p = x[2]; if (x[1] == "Architecture:") a = x[2]; if (l == "Auto-Installed: 1") auto[p ":" (a == n ? "" : a)] }
  k = split(all, x, " "); l = n; for (i = 1; i <= k; i++) if (x[i] != n) l = l " " x[i]; print l
  for (i = 1; i <= c; i++) { t = letter[want[i]] letter[state[i]]; if (t == "un" || t == "pn") continue
    q = flag[i] == "reinstreq" ? "R" : ""; k = arch[i] == n || arch[i] == "all" ? "" : arch[i]
    print name[i] (k == "" ? "" : ":" k) " " ver[i] (t == "ii" && q == "" ? "" : " " t q) (name[i] ":" k in auto ? "" : asked[i]) } }' /var/lib/dpkg/status`,
  perl: String.raw`my %l = (unknown => 'u', install => 'i', hold => 'h', deinstall => 'r', purge => 'p', 'not-installed' => 'n', 'config-files' => 'c', 'half-installed' => 'H', unpacked => 'U', 'half-configured' => 'F', 'triggers-awaited' => 'W', 'triggers-pending' => 't', installed => 'i');
my $s = stanzas('/var/lib/dpkg/status', ${statusFields}); my ($n) = map { $_->{Architecture} } grep { ($_->{Package} || '') eq 'dpkg' } @$s; if (defined $n) {
my %auto; my $e = slurp('/var/lib/apt/extended_states') || ''; $auto{"$1:" . ($2 eq $n ? '' : $2)} = 1 while $e =~ /^Package: (\S+)\nArchitecture: (\S+)\nAuto-Installed: 1$/mg;
put(join(' ', $n, grep { $_ ne $n } split ' ', slurp('/var/lib/dpkg/arch') || ''), "\n");
put(map { my ($p, $a, $v) = @$_{qw(Package Architecture Version)}; my ($w, $f, $t) = split ' ', $_->{Status}; $t = $l{$w} . $l{$t}; my $r = $_->{Priority}; my $k = $a eq $n || $a eq 'all' ? '' : $a; my $q = $f eq 'reinstreq' ? 'R' : '';
!defined $p || $t eq 'un' || $t eq 'pn' ? () : join '', $p, $k eq '' ? '' : ":$k", " $v", $t eq 'ii' && $q eq '' ? '' : " $t$q", exists $auto{"$p:$k"} || $r && $r !~ /^(optional|extra)$/ || ($_->{Essential} || '') eq 'yes' ? '' : $r ? ' *' : '', "\n" } @$s) }`,
};

/** Which package installed the files others need to know of: units, init scripts, kernels, GRUB's and cron's files. */
export const packageFiles: CommandQuestion = {
  kind: 'command',
  id: 'package-files',
  line: String.raw`cd /var/lib/dpkg/info && grep -E '^(/usr)?/lib/systemd/system/[^/]*\.(service|timer|socket|path)$|^/etc/(init\.d|cron\.[a-z]*|systemd/system)/.|^/boot/vmlinu' *.list`,
  perl: String.raw`for my $n (grep { /\.list\z/ } within('/var/lib/dpkg/info')) { my $t = slurp("/var/lib/dpkg/info/$n"); next unless $t;
if (index($t, '/systemd/system/') >= 0) { put("$n:$1\n") while $t =~ m{^((?:/usr)?/lib/systemd/system/[^/\n]*\.(?:service|timer|socket|path)|/etc/systemd/system/.+)$}mg }
if (index($t, "\n/boot/vmlinu") >= 0) { put("$n:$1\n") while $t =~ m{^(/boot/vmlinu.*)$}mg }
if (index($t, "\n/etc/init.d/") >= 0 || index($t, "\n/etc/cron.") >= 0) { put("$n:$1\n") while $t =~ m{^(/etc/(?:init\.d|cron\.[a-z]*)/.+)$}mg } }`,
};

export interface Packages {
  readonly native: string;
  readonly foreignArchitectures: readonly string[];
  /** Versions of all packages whose files are there, by name. */
  readonly versions: ReadonlyMap<string, string>;
  readonly byHand: readonly string[];
  readonly held: readonly string[];
  readonly broken: readonly { readonly name: string; readonly state: string }[];
  readonly residual: readonly string[];
  /** The names in `versions`, one a line, for {@link packagesNamed}. */
  readonly names: string;
}

const packagesRead = new WeakMap<Answer, Packages | undefined>();

/** Undefined when the answer is not dpkg's. Read once an answer, however many facts need it. */
export function packagesOf(answer: Answer): Packages | undefined {
  if (packagesRead.has(answer)) return packagesRead.get(answer);
  const packages = parsePackages(textOf(answer) ?? '');
  packagesRead.set(answer, packages);
  return packages;
}

function parsePackages(text: string): Packages | undefined {
  const lines = text.split('\n');
  const [native = '', ...foreignArchitectures] = (lines[0] ?? '').split(' ');
  if (!/^[a-z][a-z0-9-]*$/.test(native) || lines.length < 3) return undefined;
  const versions = new Map<string, string>();
  const byHand: string[] = [];
  const held: string[] = [];
  const broken: { name: string; state: string }[] = [];
  const residual: string[] = [];
  for (let i = 1; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const blank = line.indexOf(' ');
    if (blank <= 0) continue;
    const name = line.slice(0, blank);
    const next = line.indexOf(' ', blank + 1);
    if (next < 0) {
      versions.set(name, line.slice(blank + 1));
      continue;
    }
    const version = line.slice(blank + 1, next);
    const flags = line.slice(next + 1);
    if (flags.endsWith('*')) byHand.push(name);
    if (flags === '*') {
      versions.set(name, version);
      continue;
    }
    if (flags[1] === 'c') {
      residual.push(name);
      continue;
    }
    if (flags[0] === 'h') held.push(name);
    if (version !== '') versions.set(name, version);
    const state = stateNames[flags[1] ?? ''];
    if (state !== undefined) broken.push({ name, state });
    else if (flags[2] === 'R') broken.push({ name, state: 'reinst-required' });
  }
  return {
    native,
    foreignArchitectures,
    versions,
    byHand,
    held,
    broken,
    residual,
    names: [...versions.keys()].join('\n'),
  };
}

/**
 * Names of packages that match, found in one pass over all names: a thousand names against a dozen patterns one by one would take
 * longer than everything else a server's packages are read for.
 *
 * @param pattern with the flags `gm`, from `^` to `$`
 */
export function packagesNamed(packages: Packages | undefined, pattern: RegExp): readonly string[] {
  return packages?.names.match(pattern) ?? [];
}

/** The second letter of dpkg's abbreviation, for states that an upgrade must not start from. */
const stateNames: Readonly<Record<string, string>> = {
  H: 'half-installed',
  U: 'unpacked',
  F: 'half-configured',
  W: 'triggers-awaiting',
  t: 'triggers-pending',
};

const ownersRead = new WeakMap<Answer, ReadonlyMap<string, string> | undefined>();

/** Packages by the file they installed; paths without a leading `/usr`, so that both spellings of a merged system meet. */
export function ownersOf(answer: Answer): ReadonlyMap<string, string> | undefined {
  if (ownersRead.has(answer)) return ownersRead.get(answer);
  const text = textOf(answer);
  const owners = text === undefined || text === '' ? undefined : parseOwners(text);
  ownersRead.set(answer, owners);
  return owners;
}

function parseOwners(text: string): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const line of text.split('\n')) {
    const at = line.indexOf('.list:/');
    if (at <= 0) continue;
    owners.set(withoutUsr(line.slice(at + 6)), (line.slice(0, at).split(':')[0] ?? '').trim());
  }
  return owners;
}

export function withoutUsr(path: string): string {
  return path.startsWith('/usr/lib/') ? path.slice(4) : path;
}
