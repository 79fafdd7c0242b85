import { statusFields } from './packages.js';

/**
 * The perl of the question `apt-origins`, for perl 5.8 or later without modules, and without a single quote in it.
 *
 * It reads what apt reads: dpkg's status, the sources, the pins and apt's package lists, of which it looks at the packages installed
 * only. `apt-cache policy` builds or loads a cache of all sixty thousand packages first, which takes two to eight times as long.
 * The candidate is chosen as apt_preferences(5) says: the highest priority (500; 1 of an archive with `NotAutomatic: yes`, 100 with
 * `ButAutomaticUpgrades: yes` as well; that of a pin), of these the newest, and nothing older than what is installed below 1000.
 *
 * apt-cache is asked only for what is not settled here: packages with another version on offer that a pin other than one by host
 * concerns, or that are offered to some machines only (Phased-Update-Percentage); and everything when a source is of an unusual kind.
 */
export const originsProgram = String.raw`my $l = "/var/lib/apt/lists"; chdir $l or die;
my (%pins, %again, %inst, %want, %origin, %auto, %num, %found, @src, @again); my %source; my $pinned = 0; my $unsure = 0; my $native = "";
sub read_all { my $t = slurp($_[0]); defined $t ? $t : "" }
my (%place, %official); sub place { $place{"$_[0] $_[1]"} ||= place_of(@_) }
sub place_of { my $f = $_[0]; $f =~ s#^[a-z0-9+.-]+:(//)?##i; $f =~ s#^[^/]*@##; $f =~ s#/$##; my $d = $_[1];
  $f .= $d eq "/" ? "/" : $d =~ m#/$# ? "/$d" : "/dists/$d/"; $f =~ s/_/%5f/g; $f =~ s/~/%7e/g; $f =~ s/=/%3d/g; $f =~ tr#/#_#; $f }
sub source { my ($u, $d, @c) = @_; $unsure = 1 if $u !~ m#^(https?|ftp|file|copy|tor\+https?)://?#i || "$u $d" =~ /\$\(|%/; $u =~ s#^([a-z0-9+.-]+://)[^/@]*@#$1#i; $u =~ s#/$##;
  push @src, map { [$u, $d, $_] } $d =~ m#/$# ? "" : @c }
for my $f ("/etc/apt/sources.list", paths("/etc/apt/sources.list.d/*.list")) { for (split /\n/, read_all($f)) { s/#.*//; source($2, $3, split " ", $4) if /^\s*deb\s+(\[[^\]]*\]\s*)?(\S+)\s+(\S+)(.*)/ } }
for my $f (paths("/etc/apt/sources.list.d/*.sources")) { my $t = read_all($f); $t =~ s/^#.*\n//mg; for (split /\n\s*\n/, $t) { my %s; s/\n[ \t]+/ /g; $s{lc $1} = $2 while /^([A-Za-z-]+)[ \t]*:[ \t]*(.*)/mg;
  next if " $s{types} " !~ / deb / || lc($s{enabled}) =~ /^(no|false|0|off|without|disable)\s*$/; for my $u (split " ", $s{uris}) { source($u, $_, split " ", $s{components}) for split " ", $s{suites} } } }
for (paths("/etc/apt/preferences /etc/apt/preferences.d/*")) { next if /\.(disabled|bak|save|dpkg-[a-z]+|ucf-[a-z]+)$|~$/; my $t = read_all($_); $t =~ s/^#.*\n//mg; for (split /\n\s*\n/, $t) { my %s; s/\n[ \t]+/ /g; $s{lc $1} = $2 while /^([A-Za-z-]+)[ \t]*:[ \t]*(.*)/mg;
  next unless $s{pin}; my ($h) = $s{pin} =~ /^origin\s+([a-z0-9.-]+)\s*$/; my ($q) = ($s{"pin-priority"} || "") =~ /^(-?\d+)\s*$/; my $known = $h && $q && $s{package} !~ m#[^\sa-z0-9+.*-]|\*\S|\S\*#;
  for (split " ", $s{package}) { if ($known) { push @{$pins{$_}}, [$h, $q] } elsif (/[^a-z0-9+.-]/) { $pinned = 1 } else { $again{$_} = 1 } } } }
for (paths("/etc/apt/apt.conf /etc/apt/apt.conf.d/*")) { $pinned = 1 if read_all($_) =~ /Default-Release/i }
for my $f (grep { m#Release\z# } within($l)) { my $p = $f; $p =~ s/(In)?Release$//; my $t; open $t, "<", $f or next;
  while (<$t>) { last if /^(MD5Sum|SHA\d+):/; put "R $p $_" if /^(Origin|Label|Suite|Codename|Date): /; $origin{$p} = $1 if /^Origin: (.*)/; $auto{$p} |= $1 eq "Not" ? 1 : 2 if /^(Not|But)Automatic(Upgrades)?: yes/ } }
for (@{stanzas("/var/lib/dpkg/status", ${statusFields})}) { my ($n, $a, $v) = @$_{qw(Package Architecture Version)}; next unless defined $n; $source{$n} = (split " ", $_->{Source})[0] if $_->{Source}; $native = $a if $n eq "dpkg";
  $inst{"$n $a"} = $v if $_->{Status} =~ /^(install|hold|deinstall) \S+ (?!config-files|not-installed)/ }
my %name; for (keys %inst) { my ($n, $a) = split / /; my $k = $a eq $native || $a eq "all" ? $n : "$n:$a"; $name{$k} = $inst{$_}; $want{$k eq $n ? $native : $a}{$n} = $k }
sub id { my ($u, $d, $c) = @{$_[0]}; my $k = "$u $d" . ($c eq "" ? "" : "/$c"); my $p = place($u, $d); put "A ", $num{$k} = 1 + keys %num, " $p $k\n" unless $num{$k}; $num{$k} }
sub official { my $k = "$_[0][0] $_[0][1]"; $official{$k} = ($origin{place(@{$_[0]})} || "") =~ /^(Debian|Ubuntu)/ || $_[0][0] =~ m#^cdrom:\[(//)?(Debian|Ubuntu)# ? 1 : 0 unless exists $official{$k}; $official{$k} }
sub digits { my $c = $_[0]; $c eq "~" ? -1 : $c eq "" ? 0 : $c =~ /[A-Za-z]/ ? ord $c : 256 + ord $c }
sub compared { my ($x, $y) = @_; while ($x ne "" || $y ne "") {
  my ($p, $q) = map { s/^(\D*)// ? $1 : "" } $x, $y; while ($p ne "" || $q ne "") { my $o = digits(substr $p, 0, 1, "") <=> digits(substr $q, 0, 1, ""); return $o if $o }
  ($p, $q) = map { s/^0*(\d*)// ? $1 : "" } $x, $y; my $o = length $p <=> length $q || $p cmp $q; return $o if $o } 0 }
sub newer { my @v = map { my ($e, $r) = /^(?:(\d+):)?(.*)/; my $d = $r =~ s/-([^-]*)$// ? $1 : ""; [$e || 0, $r, $d] } @_; $v[0][0] <=> $v[1][0] || compared($v[0][1], $v[1][1]) || compared($v[0][2], $v[1][2]) }
sub taken { my ($w, $s, $n, $t) = @_; my ($v) = $t =~ /^Version: (.*)/m; push @{$found{$w->{$n}}{$v}}, $s; $found{$w->{$n}}{" phased"} = 1 if $t =~ /^Phased-Update-Percentage/m }
sub look { my ($s, $file, $w) = @_; my $re = join "|", map { quotemeta } sort keys %$w; $re = qr/\nPackage: ($re)\n/;
  my $h; if ($file =~ /Packages$/) { open $h, "<", $file or return } else { open $h, "-|", "/usr/lib/apt/apt-helper", "cat-file", "$l/$file" or return }
  fcntl $h, 1031, 1 << 20; my $b = "\n"; my $more = 1; while ($more) { $more = sysread $h, $b, 1 << 17, length $b; $b .= "\n\n" unless $more; my $keep = length($b) - 300; pos($b) = 0;
    while ($b =~ /$re/g) { my ($n, $at) = ($1, $-[0]); my $e = index $b, "\n\n", $at + 1; if ($e < 0) { $keep = $at; last } taken($w, $s, $n, substr $b, $at, $e + 1 - $at); pos($b) = $e; $keep = $e if $e > $keep }
    substr $b, 0, $keep, "" if $keep > 0 && $more } close $h }
sub piece { my ($h, $at, $n) = @_; my $b = ""; sysseek $h, $at, 0; 1 while $n > length $b && sysread $h, $b, $n - length $b, length $b; $b }
sub search { my ($s, $file, $w) = @_; open my $h, "<", $file or return; my $size = -s $h; my @hits;
  my @todo = [0, $size, "", "\xff", sort map { ($source{$_} || $_) . "\0$_" } keys %$w];
  while (my $t = pop @todo) { my ($lo, $hi, $low, $high, @k) = @$t; next unless @k;
    if ($hi - $lo > 1 << 15) { my $m = ($lo + $hi) >> 1; my $b = piece($h, $m, 6000);
      if ($b =~ /\n(?=\nPackage: )/g) { my $at = $m + pos $b; $b = substr $b, pos $b; $b .= piece($h, $at + length $b, 90000) if index($b, "\nVersion: ") < 0;
        my ($n) = $b =~ /^\nPackage: (\S+)\n/ or return; my $k = (substr($b, 0, index $b, "\nVersion: ") =~ /\nSource: (\S+)/ ? $1 : $n) . "\0$n"; return if $k lt $low || $k gt $high;
        if ($at < $hi) { push @todo, [$lo, $at, $low, $k, grep { $_ le $k } @k], [$at, $hi, $k, $high, grep { $_ ge $k } @k]; next } } }
    my $b = ($lo ? "" : "\n") . piece($h, $lo, $hi - $lo); for (@k) { my $n = substr $_, 1 + index $_, "\0"; my $p = -1;
      while (($p = index $b, "\nPackage: $n\n", $p + 1) >= 0) { my $e = index $b, "\n\n", $p + 1; push @hits, [$n, substr $b, $p, ($e < 0 ? length $b : $e) + 1 - $p] } } }
  taken($w, $s, @$_) for @hits; my %hit = map { $_->[0], 1 } @hits; \%hit }
sub list { my ($s, $file, $arch) = @_; my $w = $want{$arch} or return; if ($file =~ /Packages$/ && -s $file > 8 << 20 && (my $hit = search($s, $file, $w))) { my @n = grep { !$hit->{$_} } sort keys %$w;
    if (@n < 4) { look($s, $file, {$_, $w->{$_}}) for @n } else { look($s, $file, {map { $_, $w->{$_} } @n}) } } else { look($s, $file, $w) } }
sub told { my ($n, $cand) = @_; my $v = $found{$n}; my $i = $name{$n}; my $io = $v->{$i} || $v->{$cand}; $io ||= [map { @{$v->{$_}} } grep { !/ / } sort keys %$v];
  if (!@$io) { put "O $n\n" } elsif (!grep { official($_) } @$io) { put join(" ", "F $n", ids($io)), "\n" }
  put join(" ", "U $n $cand", ids($v->{$cand})), "\n" if $cand ne $i && $cand ne "(none)" }
sub priority { my ($n, $s) = @_; my $a = $auto{place(@$s)} || 0; my ($h) = $s->[0] =~ m#^[a-z+]+://([^/:]*)#; $n =~ s/:.*//;
  for (@{$pins{$n} || []}) { return $_->[1] if $_->[0] eq $h } my ($most) = sort { $b <=> $a } map { $_->[1] } grep { $_->[0] eq $h } @{$pins{"*"} || []};
  defined $most ? $most : $a == 3 ? 100 : $a & 1 ? 1 : 500 }
sub ids { my %s; grep { !$s{$_}++ } map { id($_) } @{$_[0]} }
unless ($unsure) { my %seen; my @have = grep { m#Packages# } within($l); for my $s (@src) { my $p = place(@$s); my $c = $s->[2]; $c =~ tr#/#_#; next if $seen{"$p $c"}++;
  for (@have) { next if index($_, $p); my $r = substr $_, length $p;
    list($s, $_, $1 eq "all" || !defined $1 ? $native : $1) if $c eq "" ? $r =~ /^Packages(\.\w+)?$/ : index($r, $c . "_binary-") == 0 && substr($r, length $c) =~ /^_binary-(\w[\w-]*)_Packages(\.\w+)?$/ } } }
for my $n (sort keys %name) { my $v = $found{$n} || {}; my $i = $name{$n}; next if !$unsure && keys %$v == 1 && $v->{$i} && official($v->{$i}[0]); my @v = grep { !/ / && $_ ne $i } keys %$v;
  if ($unsure || @v && ($pinned || $again{$n} || $v->{" phased"})) { push @again, $n; next }
  my ($best, $cand, $passed) = (-1, $i, 0); for my $x (sort { newer($b, $a) } @v, $i) { my $prio = $x eq $i ? 100 : -1;
    for (@{$v->{$x} || []}) { my $q = priority($n, $_); $prio = $q if $q > $prio }
    ($best, $cand) = ($prio, $x) if $prio > $best && (!$passed || $prio >= 1000); $passed = 1 if $x eq $i }
  told($n, $cand) }
if (@again) { my ($b, $s) = map { (stat "/var/cache/apt/$_.bin")[9] } "pkgcache", "srcpkgcache"; my $t = (stat $l)[9];
  my @c = $b > $t && $b > (stat "/var/lib/dpkg/status")[9] ? () : ("-o", "Dir::Cache::pkgcache=", $s > $t ? () : ("-o", "Dir::Cache::srcpkgcache="));
  delete @found{@again}; open my $p, "-|", "apt-cache", @c, "policy", @again; my ($n, $cand, $v) = ("", "", "");
  while (<$p>) { if (/^(\S.*):$/) { told($n, $cand) if $n ne ""; $n = $1 } elsif (/^  Candidate: (\S+)/) { $cand = $1 } elsif (/^ (?:\*\*\*|   ) (\S+)/) { $v = $1 }
    elsif (m#^        *-?\d+ ([^/\s]\S*) (\S+)#) { my ($u, $d) = ($1, $2); my $c = ""; $c = $1 if $d !~ m#/$# && $d =~ s#/([^/]*)$##; push @{$found{$n}{$v}}, [$u, $d, $c] } }
  told($n, $cand) if $n ne "" }
put "N ", scalar keys %name, "\n";
`;
