import type { Answer } from '../../model/answer.js';
import type { CommandQuestion } from '../../model/question.js';
import { textOf } from './answers.js';

/**
 * Services, and the timers, sockets and paths that start them. Loaded ones are asked of systemd, the rest is read from the unit files: `systemctl
 * list-unit-files` takes a third of a second of processor time on an idle server, because it searches all folders for each unit.
 * Where systemd does not run, the first line is `files` and all are read from the files, with the scripts of /etc/init.d.
 *
 * A line: id, state, unit file state, unit file, source, user, restart, requires, triggered by, description, command; by tabs.
 */
export const systemdUnits: CommandQuestion = {
  kind: 'command',
  id: 'systemd-units',
  line: String.raw`u='/etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system'; if [ -L /lib ]; then u="$u /usr/lib/systemd/system"; else u="$u /lib/systemd/system /usr/lib/systemd/system"; fi
{ if [ -d /run/systemd/system ]; then echo systemd
systemctl show --no-pager --all -p Id,Description,LoadState,ActiveState,UnitFileState,FragmentPath,SourcePath,User,ExecStart,Restart,Requires,BindsTo,TriggeredBy '*.service' '*.timer' '*.socket' '*.path'
else echo files; fi
echo @links; find $u /run/systemd/generator.late -maxdepth 2 -type l -printf '%p\t%l\n' 2>/dev/null
echo @files; set --; for d in $u; do [ ! -d $d ] || set -- "$@" $d/*.service $d/*.timer $d/*.socket $d/*.path; done; LC_ALL=C grep -aHsE '^(\[Install\]|(Description|ExecStart|User|Restart|Requires|BindsTo)=)' "$@"
if [ ! -d /run/systemd/system ]; then echo @init; ls -d /etc/init.d/* /etc/rc[2-5].d/S* 2>/dev/null; fi; } | awk '
function out() { if (id != "" && ls != "not-found" && !(id in seen)) { seen[id]; print id "\t" st "\t" uf "\t" fp "\t" sp "\t" us "\t" rs "\t" rq "\t" tb "\t" ds "\t" ex }
  id = st = uf = fp = sp = us = rs = rq = tb = ds = ex = ls = "" }
function deps(v,   n, a, i, r) { n = split(v, a, " "); for (i = 1; i <= n; i++) if (a[i] ~ /\.(service|socket)$/) r = r " " a[i]; rq = rq r }
function base(p) { sub(/.*\//, "", p); return p }
function field(k, v) {
  if (k == "User") us = v; else if (k == "Restart") { if (v != "no") rs = v } else if (k == "Requires" || k == "BindsTo") deps(v); else if (k == "Description") ds = v
}
function file(   b, n) {
  b = base(fp); if (fp == "" || b ~ /@\./ || b in link) { id = fp = rs = rq = us = ds = ex = ""; inst = 0; return }
  id = b; st = systemd ? "inactive" : "unknown"
  uf = b in masked ? "masked" : b in wanted ? "enabled" : inst ? "disabled" : "static"; inst = 0; out()
}
NR == 1 { systemd = $0 == "systemd"; print; next }
/^@(links|files|init)$/ { if (mode == "") out(); if (mode == "@files") file(); mode = $0; next }
mode == "" && /^$/ { out(); next }
mode == "" { p = index($0, "="); k = substr($0, 1, p - 1); v = substr($0, p + 1); gsub(/\t/, " ", v)
  if (k == "Id") id = v; else if (k == "LoadState") ls = v; else if (k == "ActiveState") st = v; else if (k == "UnitFileState") uf = v
  else if (k == "FragmentPath") fp = v; else if (k == "SourcePath") sp = v; else if (k == "TriggeredBy") tb = v
  else if (k == "ExecStart") { if (ex == "") { a = index(v, "argv[]="); b = index(v, " ; ignore_errors="); ex = a && b > a ? substr(v, a + 7, b - a - 7) : v } }
  else field(k, v)
  next }
mode == "@links" { t = index($0, "\t"); p = substr($0, 1, t - 1); l = substr($0, t + 1)
  if (p ~ /\.(wants|requires)\//) { if (p ~ /^\/etc\//) wanted[base(p)] } else if (l == "/dev/null") { b = base(p); if (!(b in link)) masked[b]; link[b] } else if (base(l) != base(p)) link[base(p)]
  next }
mode == "@files" { p = index($0, ":"); f = substr($0, 1, p - 1); r = substr($0, p + 1); gsub(/\t/, " ", r)
  if (f != fp) { file(); fp = f }
  if (r == "[Install]") { inst = 1; next }
  p = index(r, "="); k = substr(r, 1, p - 1); v = substr(r, p + 1)
  if (k == "ExecStart") { if (ex == "") { ex = v; sub(/^[-@:+!|]+/, "", ex) } } else field(k, v)
  next }
mode == "@init" { b = base($0); if ($0 ~ /^\/etc\/init/) init[b] = $0; else { sub(/^S[0-9][0-9]/, "", b); on[b] } }
END { if (mode == "@files") file()
  for (b in masked) if (!(b in seen) && b ~ /\.(service|timer|socket|path)$/) { id = b; st = systemd ? "inactive" : "unknown"; uf = "masked"; out() }
  for (b in init) { id = b; sub(/\.sh$/, "", id); id = id ".service"; if (!(id in seen) && !(id in link) && !(id in masked) && b != "README") { st = "unknown"; uf = b in on ? "enabled" : "disabled"; sp = init[b]; ex = init[b] " start"; out() } } }'`,
  perl: String.raw`my $live = -d '/run/systemd/system'; my (%seen, %wanted, %masked, %link); put($live ? "systemd\n" : "files\n");
my $say = sub { my ($u) = @_; put(join("\t", map { my $v = $_; $v = '' unless defined $v; $v =~ tr/\t/ /; $v } @$u{qw(id st uf fp sp us rs rq tb ds ex)}), "\n") unless $seen{$u->{id}}++ };
my $field = sub { my ($u, $k, $v) = @_; if ($k eq 'User') { $u->{us} = $v } elsif ($k eq 'Restart') { $u->{rs} = $v if $v ne 'no' } elsif ($k eq 'Description') { $u->{ds} = $v } elsif ($k eq 'Requires' || $k eq 'BindsTo') { $u->{rq} .= join '', map { " $_" } grep { /\.(service|socket)\z/ } split ' ', $v } };
my %k = qw(Id id LoadState ls ActiveState st UnitFileState uf FragmentPath fp SourcePath sp TriggeredBy tb);
if ($live) { for (split /\n\n+/, run(qw(systemctl show --no-pager --all -p Id,Description,LoadState,ActiveState,UnitFileState,FragmentPath,SourcePath,User,ExecStart,Restart,Requires,BindsTo,TriggeredBy *.service *.timer *.socket *.path))) {
my %u; for (split /\n/) { my ($k, $v) = split /=/, $_, 2; if ($k{$k}) { $u{$k{$k}} = $v } elsif ($k eq 'ExecStart') { $u{ex} = $v =~ /argv\[\]=(.*?) ; ignore_errors=/ ? $1 : $v unless $u{ex} } else { $field->(\%u, $k, $v) } }
$say->(\%u) if defined $u{id} && $u{id} ne '' && $u{ls} ne 'not-found' } }
my @d = grep { -d } qw(/etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system), -l '/lib' ? () : '/lib/systemd/system', '/usr/lib/systemd/system'; my %in;
for my $d (@d, '/run/systemd/generator.late') { my @n = within($d); $in{$d} = \@n; for my $p (map { my $n = $_; $n, $n =~ /\.(?:service|socket|target|timer|path|mount|slice|device|scope|swap|automount|d|wants|requires)\z/ && $n !~ /\.(?:wants|requires|d)\z/ ? () : map { "$n/$_" } within("$d/$n") } @n) {
my $l = readlink "$d/$p"; next unless defined $l; my ($b) = $p =~ m#([^/]+)\z#; if ($p =~ m#\.(?:wants|requires)/#) { $wanted{$b} = 1 if $d =~ m#^/etc/# } elsif ($l eq '/dev/null') { $masked{$b} = 1 unless exists $link{$b}; $link{$b} = 1 } elsif ($l !~ m#(?:^|/)\Q$b\E\z#) { $link{$b} = 1 } } }
for my $d (@d) { for my $kind (qw(service timer socket path)) { for my $b (@{$in{$d}}) { next if $b !~ /\.$kind\z/ || $b =~ /@\./ || $link{$b} || $seen{$b}; my $t = slurp("$d/$b"); next unless $t; my (%u, $inst, $any);
while ($t =~ /^(?:(\[Install\])|(Description|ExecStart|User|Restart|Requires|BindsTo)=(.*))/mg) { $any = 1; my $v = $3; if ($1) { $inst = 1 } elsif ($2 ne 'ExecStart') { $field->(\%u, $2, $v) } elsif (!$u{ex}) { $v =~ s/^[-\@:+!|]+//; $u{ex} = $v } }
@u{qw(id st fp uf)} = ($b, $live ? 'inactive' : 'unknown', "$d/$b", $masked{$b} ? 'masked' : $wanted{$b} ? 'enabled' : $inst ? 'disabled' : 'static'); $say->(\%u) if $any } } }
$say->({ id => $_, st => $live ? 'inactive' : 'unknown', uf => 'masked' }) for grep { /\.(service|timer|socket|path)\z/ } sort keys %masked;
unless ($live) { my %on = map { m#/S\d\d(.*)#; $1 => 1 } paths('/etc/rc[2-5].d/S*'); for my $f (paths('/etc/init.d/*')) { my ($b) = $f =~ m#([^/]+)\z#; my $i = $b; $i =~ s/\.sh\z//; $i .= '.service'; next if $link{$i} || $masked{$i} || $b eq 'README';
$say->({ id => $i, st => 'unknown', uf => $on{$b} ? 'enabled' : 'disabled', sp => $f, ex => "$f start" }) } }`,
};

export interface Unit {
  /** "cron.service" */
  readonly id: string;
  /** systemd's ActiveState, `unknown` where systemd does not run. */
  readonly active: string;
  readonly fileState: string;
  readonly file: string;
  /** What it was generated from, e.g. /etc/init.d/name. */
  readonly source: string;
  readonly user: string;
  readonly restart: string;
  readonly requires: readonly string[];
  readonly triggeredBy: readonly string[];
  readonly description: string;
  readonly command: string;
}

export interface Units {
  /** systemd itself told the states; otherwise they are read from the files and whether a unit runs is not known. */
  readonly live: boolean;
  readonly units: readonly Unit[];
  readonly byId: ReadonlyMap<string, Unit>;
}

const unitsRead = new WeakMap<Answer, Units | undefined>();

/** Undefined when there is neither systemd nor a folder with units or init scripts. */
export function unitsOf(answer: Answer): Units | undefined {
  if (unitsRead.has(answer)) return unitsRead.get(answer);
  const units = parseUnits(textOf(answer) ?? '');
  unitsRead.set(answer, units);
  return units;
}

/** Whether that unit runs; undefined where systemd does not say, or knows no such unit. */
export function isRunning(units: Units | undefined, id: string): boolean | undefined {
  const unit = units?.live ? units.byId.get(id) : undefined;
  return unit === undefined ? undefined : unit.active === 'active' || unit.active === 'reloading';
}

function parseUnits(text: string): Units | undefined {
  const lines = text.split('\n');
  const units: Unit[] = [];
  for (const line of lines) {
    const cells = line.split('\t');
    if (cells.length !== 11 || !cells[0]) continue;
    const [id = '', active = '', fileState = '', file = '', source = '', user = '', restart = ''] = cells;
    units.push({
      id,
      active,
      fileState,
      file,
      source,
      user,
      restart,
      requires: names(cells[7]),
      triggeredBy: names(cells[8]),
      description: cells[9] ?? '',
      command: cells[10] ?? '',
    });
  }
  if (units.length === 0) return undefined;
  units.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { live: lines[0] === 'systemd', units, byId: new Map(units.map(unit => [unit.id, unit])) };
}

const none: readonly string[] = [];

function names(cell: string | undefined): readonly string[] {
  return cell ? [...new Set(cell.split(' ').filter(Boolean))] : none;
}
