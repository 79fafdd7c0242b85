import { perlLibrary } from './perl-library.js';
import { perlWorker } from './perl-worker.js';

/**
 * Perl 5.8 or later without modules: perl-base alone, and none of its loading time. Questions that are told in Perl too are answered one
 * after the other by one worker, without a process each: it is replaced when one of them hangs, and what it cannot answer is asked
 * by its line. Each other question is a child in a process group of its own with its output in pipes: bounded in bytes and time, killed
 * with all it started. At most four at once, those to be asked alone
 * after all others; the answers are printed in the order asked, those of a fifth of a second together: each write of its own is a packet of its
own on the way to whoever asked. When whoever listens is gone (standard error closed), it stops.
 *
 * Its arguments: the mark of the wire, then seven words a question (see sh.ts).
 */
export const perlAgent = String.raw`${perlLibrary}
my $mark = shift; my (@q, %run, %work, $printed); my ($held, $sent) = ('', 0);
while (@ARGV) { my %c; @c{qw(kind id limit max flags what perl)} = splice @ARGV, 0, 7; $c{perl} = '' if $c{flags} =~ /alone/; push @q, \%c }
$| = 1; $SIG{PIPE} = sub { stop() }; $SIG{CHLD} = sub { };
$SIG{$_} = sub { stop() } for qw(HUP INT TERM);
sub first { open my $f, '<', $_[0] or return ''; my $l = <$f>; $l = '' unless defined $l; chomp $l; $l }
sub now { first('/proc/uptime') =~ /^([\d.]+)/ ? $1 : time }
sub u { my $n = ord $_[0]; $n < 65536 ? sprintf '\\u%04x', $n : sprintf '\\u%04x\\u%04x', 0xd7c0 + ($n >> 10), 0xdc00 + ($n & 1023) }
sub json { my $s = shift; utf8::decode($s); $s =~ s/([^ -~]|["\\])/u($1)/ge; qq("$s") }
sub b64 {
  my $n = length $_[0]; return '{"b64":""}' unless $n;
  my $s = pack 'u', $_[0]; $s =~ s/^.//mg; $s =~ tr/\n//d; $s =~ tr#\x60 -_#AA-Za-z0-9+/#;
  my $pad = -$n % 3; substr($s, -$pad) = '=' x $pad if $pad; qq({"b64":"$s"})
}
sub text {
  my $s = $_[0]; return b64($s) if $s =~ /[^\n\t -~]/;
  $s =~ s/(["\\])/\\$1/g; $s =~ s/\n/\\n/g; $s =~ s/\t/\\t/g; qq({"text":"$s"})
}
sub say_line { $held .= "$mark$_[0]\n"; send_held() if length $held > 1 << 16 }
sub send_held { $sent = now(); while (length $held) { my $n = syswrite STDOUT, $held; if (defined $n) { substr $held, 0, $n, '' } elsif ($! != 4) { stop() } } }
sub stop { $SIG{$_} = 'IGNORE' for qw(HUP INT TERM PIPE); kill 'KILL', -$_->{pid}, $_->{pid} for values %run, $work{pid} ? \%work : (); exit 3 }
sub took { $_[0]{ms} = int(1000 * (now() - $_[0]{t0})) }
sub none { my ($c, $state, $why) = @_; took($c); $c->{said} = qq("state":"$state","why":) . json($why) }
sub read_file {
  my $p = $_[0]{what}; my ($max, $got) = ($_[0]{max} + 1, 0);
  unless (stat $p) {
    my $e = $!; my $d = $p; 1 while $d =~ s#/[^/]*$## and $d ne '' and not stat $d;
    print STDERR "$p: $e"; return $e == 13 ? 11 : 10
  }
  if (-d _) { print STDERR "$p is a folder"; return 12 }
  unless (-f _) { print STDERR "$p is not a regular file"; return 12 }
  open my $f, '<', $p or do { print STDERR "$p: $!"; return $! == 13 || $! == 1 ? 11 : $! == 2 ? 10 : 12 };
  binmode $f; my $size = -s _; my $b = ''; my $all = '';
  sysseek $f, $size - $max, 0 if $_[0]{flags} =~ /tail/ && $size > $max;
  while (1) {
    my $n = sysread $f, $b, 65536;
    unless (defined $n) { print STDERR "$p: $!"; return $! == 13 || $! == 1 ? 11 : 12 }
    last unless $n; syswrite STDOUT, $b or return 0; $got += $n; return 0 if $got > $max + 65536
  }
  0
}
sub start {
  my $c = $_[0]; @$c{qw(t0 out err code)} = (now(), '', '', undef);
  if ($c->{kind} ne 'command' && $c->{kind} ne 'file') { none($c, 'unsupported', "a question of the kind $c->{kind} cannot be asked on this system"); return }
  my ($o, $ow, $e, $ew);
  unless (pipe($o, $ow) && pipe($e, $ew) && defined($c->{pid} = fork)) { delete $c->{pid}; none($c, 'error', "no process could be started: $!"); return }
  unless ($c->{pid}) {
    $SIG{$_} = 'DEFAULT' for qw(HUP INT TERM PIPE CHLD); %run = (); setpgrp 0, 0;
    open STDIN, '<', '/dev/null'; open STDOUT, '>&', $ow; open STDERR, '>&', $ew; close $_ for $o, $ow, $e, $ew;
    $| = 1; exec '/bin/sh', '-c', $c->{what} if $c->{kind} eq 'command';
    exit read_file($c)
  }
  setpgrp $c->{pid}, $c->{pid}; close $ow; close $ew; @$c{qw(o e)} = ($o, $e); $run{$c->{pid}} = $c
}
${perlWorker}
sub take {
  my ($c, $k, $most) = @_; my $h = $c->{$k} or return 0;
  my $n = sysread $h, my $b, 65536; return 1 if !defined $n && $! == 4;
  if (!$n) { close $h; $c->{$k} = undef; return 0 }
  my $to = $k eq 'o' ? 'out' : 'err'; my $keep = $c->{flags} =~ /tail/ && $k eq 'o';
  if ($keep) { $c->{$to} .= $b; my $x = length($c->{$to}) - $most; if ($x > 0) { $c->{cut} = 1; substr $c->{$to}, 0, $x, '' } }
  else { my $room = $most - length $c->{$to}; if ($room < $n) { $c->{cut} = 1 if $k eq 'o'; $n = $room } $c->{$to} .= substr $b, 0, $n if $n > 0 }
  1
}
sub finish {
  my $c = $_[0]; took($c); kill 'KILL', -$c->{pid}; delete $run{$c->{pid}};
  if ($c->{late}) { none($c, 'timeout', "stopped after $c->{limit} s") }
  elsif ($c->{kind} eq 'file' && !$c->{cut} && $c->{code}) { none($c, $c->{code} == 10 << 8 ? 'missing' : $c->{code} == 11 << 8 ? 'denied' : 'error', $c->{err} || 'it could not be read') }
  else {
    my $s = '"state":"ok","out":' . text($c->{out}); my $x = $c->{code};
    $s .= ',"exit":' . ($x & 127 ? 128 + ($x & 127) : $x >> 8) if $c->{kind} eq 'command' && !$c->{cut};
    $s .= ',"err":' . text($c->{err}) if length $c->{err} && $c->{kind} eq 'command';
    $c->{said} = $s . ($c->{cut} ? ',"cut":true' : '')
  }
  delete @$c{qw(out err o e)}
}
my $begin = now(); my $os = first('/proc/sys/kernel/ostype') || $^O;
my $host = first('/proc/sys/kernel/hostname'); if ($host eq '') { $host = qx(uname -n 2>/dev/null); chomp $host }
say_line(sprintf '{"answers":1,"executor":"sh","engine":%s,"computer":%s,"elevated":%s,"clock":%d}',
  json(sprintf 'perl %vd, %s %s', $^V, $os, first('/proc/sys/kernel/osrelease')), json($host), $> == 0 ? 'true' : 'false', time);
send_held(); $printed = 0; hire(); my $watch = -p STDERR || -S STDERR;
if ($watch) { my $r = ''; vec($r, 2, 1) = 1; $watch = 0 if select($r, undef, undef, 0) > 0 }
while ($printed < @q) {
  while (keys %run < 4) {
    my ($c) = grep { !$_->{on} && $_->{perl} eq '' && !defined $_->{said} } @q or last;
    last if (%run || %work) && ($c->{flags} =~ /alone/ || grep { $_->{flags} =~ /alone/ } values %run);
    $c->{on} = 1; start($c)
  }
  my $r = ''; vec($r, 2, 1) = 1 if $watch; my $wait = 0.25;
  for my $c (values %run) {
    for (grep { $_ } @$c{qw(o e)}) { vec($r, fileno $_, 1) = 1 }
    $wait = 0.005 if !$c->{o} && !$c->{e} || defined $c->{code}
  }
  vec($r, fileno $work{h}, 1) = 1 if %work;
  if (%run || %work) { my $n = select $r, undef, undef, $wait; $r = '' if $n < 1 } else { $r = '' }
  stop() if $watch && $r ne '' && vec $r, 2, 1;
  my $t = now(); send_held() if $t - $sent > 0.2;
  if (%work) {
    if ($r ne '' && vec $r, fileno $work{h}, 1) { hear() }
    elsif (@{$work{todo}} && $t - $work{t0} > $q[$work{todo}[0]]{limit}) { replace(1) }
  }
  for my $c (values %run) {
    my $more = 0;
    for ('o', 'e') { $more |= take($c, $_, $_ eq 'o' ? $c->{max} : 2048) if $r ne '' && $c->{$_} && vec $r, fileno $c->{$_}, 1 }
    if (!defined $c->{code} && waitpid($c->{pid}, 1) == $c->{pid}) { $c->{code} = $?; $more = 1 }
    if ($c->{cut} && $c->{flags} !~ /tail/ || defined $c->{code} && (!$c->{o} && !$c->{e} || !$more)) {
      unless (defined $c->{code}) { kill 'KILL', -$c->{pid}, $c->{pid}; waitpid $c->{pid}, 1; $c->{code} = 0 }
      finish($c)
    } elsif ($t - $c->{t0} > $c->{limit} + 1) { $c->{late} = 1; kill 'KILL', -$c->{pid}, $c->{pid}; waitpid $c->{pid}, 1; $c->{code} = 0; finish($c) }
    elsif ($t - $c->{t0} > $c->{limit} && !$c->{late}) { $c->{late} = 1; kill 'TERM', -$c->{pid}, $c->{pid} }
  }
  while ($printed < @q && defined $q[$printed]{said}) {
    my $c = $q[$printed++];
    say_line('{"id":' . $c->{id} . ',"ms":' . $c->{ms} . ',' . $c->{said} . '}'); @$c{qw(said on)} = (undef, 1)
  }
}
replace() if %work;
say_line('{"end":' . @q . ',"ms":' . int(1000 * (now() - $begin)) . '}');
send_held(); exit 0
`;
