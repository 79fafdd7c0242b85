/**
 * What the Perl half of a command question may use (see `perl` in model/question.ts). Nothing of it knows what it is used for.
 *
 * `put(texts)` prints · `slurp(file)` the content, undefined when it cannot be read · `paths(words)` those of the paths and patterns
 * between blanks that exist, as sh expands them · `within(folder)` the names in it, sorted, without hidden ones · `run(program, words)`
 * what it prints, `$?` its end · `sh(line)` prints what the line prints · `processes()` number, name
 * and start (seconds after the system's) of each process, read once · `found(program)` its path, by PATH · `lines(words)` prints lines
 * of files: `::name` prints that line, `=how:expression` says which lines the paths that follow are searched for · `stanzas(file, names)` a
 * hash of these fields for each stanza between empty lines, read once.
 */
export const perlLibrary = String.raw`{ package Asked; our ($out, $most, $cut, %kept);
sub answer { ($out, $most, $cut) = ('', $_[1], 0); eval "$_[0]\n;1" or $cut or return; $out }
sub put { $out .= join '', @_; if (length $out > $most) { substr $out, $most, length $out, ''; $cut = 1; die } }
sub slurp { open my $f, '<', $_[0] or return; my $s = -s $f; my $t = ''; while (sysread $f, $t, $s || 65536, length $t) { last if length $t == $s || length $t > 1 << 28 } $t }
sub within { opendir my $d, $_[0] or return; sort grep { !/^\./ } readdir $d }
sub paths {
  my @all;
  for (map { split ' ' } @_) {
    my @at = '';
    for my $c (split m#/#, substr $_, 1) {
      if ($c !~ /[*?[]/) { $_ .= "/$c" for @at; next }
      my $r = quotemeta $c; $r =~ s/\\([*?])/$1 eq '*' ? '.*' : '.'/ge; $r =~ s/\\\[(.*?)\\\]/my $s = $1; $s =~ tr#\\##d; "[$s]"/ge;
      @at = map { my $d = $_; map { "$d/$_" } grep { /^$r\z/s } within("$d/") } @at
    }
    push @all, grep { -e } @at
  }
  @all
}
sub run { open my $h, '-|', @_ or return ''; my $t = ''; while (sysread $h, $t, 65536, length $t) { last if length $t > 1 << 26 } close $h; $t }
sub sh { put(run('/bin/sh', '-c', $_[0])) }
sub processes { @{$kept{processes} ||= [map { my ($c, $f) = (slurp("/proc/$_/stat") || '') =~ /\((.*)\) (.*)/s; defined $f ? [$_, $c, (split ' ', $f)[19] / 100] : () } grep { /^\d/ } within('/proc')]} }
sub found { for (split /:/, $ENV{PATH}) { return "$_/$_[0]" if -f "$_/$_[0]" && -x _ } '' }
sub lines {
  my ($v, $h, $m, $r);
  for my $w (@_) {
    if ($w =~ /^::/) { put("\n$w\n"); next }
    if ($w =~ /^=(\w*):(.*)/s) { my ($o, $x) = ($1, $2); ($v, $h, $m) = map { index($o, $_) >= 0 } 'v', 'H', '1'; $r = $o =~ /i/ ? qr/$x/i : qr/$x/; next }
    for my $f (paths($w)) {
      next unless -f $f && defined(my $t = slurp($f)); $t =~ s/\n\z// or length $t or next;
      for (split /\n/, $t, -1) { next if $v ? $_ =~ $r : $_ !~ $r; put($h ? "$f:" : '', $_, "\n"); last if $m }
    }
  }
}
sub stanzas {
  my ($f, @n) = @_; my $names = join '|', @n; my $last = "\n$n[-1]: ";
  $kept{"$f $names"} ||= [map { my $e = index $_, $last; my $t = $e < 0 ? $_ : substr $_, 0, 1 + index "$_\n", "\n", $e + 1; +{ $t =~ /^($names): (.*)/mg } } split /\n\n+/, slurp($f) || '']
}
}`;
