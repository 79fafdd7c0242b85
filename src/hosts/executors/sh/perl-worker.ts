/**
 * The part of the agent that has questions told in Perl answered by a worker, a process of its own: `serve` is the worker, which writes for
 * each question its number, milliseconds and the length of what it says (none: ask by its line), then that; `hire` starts one for all that are
 * left, `hear` takes what it wrote, `replace` ends it, with the question at hand (and says that it took too long, when it did).
 */
export const perlWorker = String.raw`sub serve {
  my $w = shift;
  for my $i (@_) {
    my $c = $q[$i]; my $t = now(); chdir '/'; my $s = ''; my $out = Asked::answer($c->{perl}, $c->{max});
    $s = '"state":"ok","out":' . text($out) . ($Asked::cut ? ',"cut":true' : ',"exit":0') if defined $out;
    my $f = pack('NNN', $i, int(1000 * (now() - $t)), length $s) . $s;
    while (length $f) { my $n = syswrite $w, $f or exit 1; substr $f, 0, $n, '' }
  }
}
sub hire {
  %work = (); my @todo = grep { $q[$_]{perl} ne '' } 0 .. $#q or return; my ($r, $w, $pid);
  unless (pipe($r, $w) && defined($pid = fork)) { $_->{perl} = '' for @q; return }
  unless ($pid) {
    $SIG{$_} = 'DEFAULT' for qw(HUP INT TERM PIPE CHLD); %run = (); setpgrp 0, 0; close $r;
    open STDIN, '<', '/dev/null'; open STDOUT, '>', '/dev/null'; open STDERR, '>', '/dev/null'; serve($w, @todo); exit 0
  }
  setpgrp $pid, $pid; close $w; %work = (pid => $pid, h => $r, in => '', todo => \@todo, t0 => now())
}
sub hear {
  my $n = sysread $work{h}, $work{in}, 65536, length $work{in}; return if !defined $n && $! == 4;
  while (length $work{in} >= 12) {
    my ($i, $ms, $l) = unpack 'NNN', $work{in}; last if length $work{in} < 12 + $l;
    my $s = substr $work{in}, 12, $l; substr $work{in}, 0, 12 + $l, ''; shift @{$work{todo}}; $work{t0} = now();
    $q[$i]{perl} = ''; @{$q[$i]}{qw(ms said)} = ($ms, $s) if $l
  }
  replace() unless $n
}
sub replace {
  my $c = @{$work{todo}} ? $q[$work{todo}[0]] : undef; kill 'KILL', -$work{pid}, $work{pid}; waitpid $work{pid}, $_[0] ? 1 : 0; close $work{h};
  if ($c) { $c->{perl} = ''; if ($_[0]) { $c->{t0} = $work{t0}; none($c, 'timeout', "stopped after $c->{limit} s") } }
  hire()
}`;
