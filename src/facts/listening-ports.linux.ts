import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { partsOf, textOf, wholeNumber, whyNot, wordsOf } from './linux/answers.js';
import { asked, both, part } from './linux/pieces.js';
import type { ListeningPorts } from './listening-ports.js';
import { type Socket, portsOf } from './reading/ports.js';

/**
 * The kernel's tables of sockets, and whose they are. The ones of TCP hold every connection and are slow on servers with much memory
 * (4 ms each, for the buckets they are spread over): where the kernel has its sock_diag(7) in, that names those which listen in a
 * fifteenth of the time. No module is loaded for it, since nothing is to be left changed. The programs would have to be looked for
 * among all open files of all processes, which takes longer than all this; the account is in the table.
 */
const sockets: CommandQuestion = {
  kind: 'command',
  id: 'listening-ports-linux',
  ...asked(
    part(
      'range',
      both(
        'cat /proc/sys/net/ipv4/ip_local_port_range 2>/dev/null',
        "put(slurp('/proc/sys/net/ipv4/ip_local_port_range') || '');",
      ),
    ),
    part(
      'sockets',
      both(
        String.raw`set --; for f in tcp tcp6 udp udp6; do [ ! -r /proc/net/$f ] || set -- "$@" /proc/net/$f; done
awk 'FILENAME == "/etc/passwd" { split($0, p, ":"); if (!(p[3] in name)) name[p[3]] = p[1]; next } { t = FILENAME; sub(/.*\//, "", t) } $4 == (t ~ /^tcp/ ? "0A" : "07") { print t, $2, ($8 in name ? name[$8] : $8) }' /etc/passwd "$@"`,
        String.raw`my %name; for (split /\n/, slurp('/etc/passwd') || '') { my ($n, undef, $id) = split /:/; $name{$id} = $n if defined $id && !exists $name{$id} }
my $say = sub { my ($table, $at, $id) = @_; put("$table $at ", exists $name{$id} ? $name{$id} : $id, "\n") };
my $diag = (-d '/sys/module/tcp_diag' || !-e '/proc/modules') && socket(my $s, 16, 2, 4);
for my $table (qw(tcp tcp6)) {
  my @found; my $done = !$diag || !defined syswrite $s, pack('L S S L L C C C C L x48', 72, 20, 0x301, 1, 0, $table eq 'tcp' ? 2 : 10, 6, 0, 0, 1 << 10); my $whole;
  while (!$done && sysread $s, my $b, 1 << 17) {
    while (length $b >= 16) { my ($size, $type) = unpack 'L S', $b; if ($type != 20 || $size < 88) { $whole = $type == 3; $done = 1; last }
      my ($port) = unpack 'x20 n', $b; push @found, [join('', map { sprintf '%08X', $_ } unpack $table eq 'tcp' ? 'x24 L' : 'x24 L4', $b) . sprintf(':%04X', $port), unpack 'x80 L', $b]; substr $b, 0, ($size + 3) & ~3, '' } }
  if ($whole) { $say->($table, @$_) for @found; next }
  for (split /\n/, slurp("/proc/net/$table") || '') { my @f = split; $say->($table, @f[1, 7]) if @f > 7 && $f[3] eq '0A' }
}
for my $table (qw(udp udp6)) { for (split /\n/, slurp("/proc/net/$table") || '') { my @f = split; $say->($table, @f[1, 7]) if @f > 7 && $f[3] eq '07' } }`,
      ),
    ),
  ),
};

/** What a Linux kernel takes when nothing else is set: ip(7), ip_local_port_range. */
const usualRange = { first: 32_768, last: 60_999 } as const;

export const listeningPortsOnLinux = reader({
  questions: { sockets },
  parse({ sockets }) {
    const text = textOf(sockets);
    const lines = text === undefined ? undefined : partsOf(text).get('sockets');
    if (!lines) return whyNot(sockets);
    const [first, last] = wordsOf(partsOf(text ?? '').get('range')?.[0]).map(wholeNumber);
    const range = first !== undefined && last !== undefined ? { first, last } : usualRange;
    return known<ListeningPorts>(
      portsOf(
        lines.flatMap(line => socketOf(line) ?? []),
        range,
      ),
    );
  },
});

/** @example `tcp 0100007F:1538 postgres`: words of the address as the processor (little-endian) keeps them, all in hex. */
function socketOf(line: string): Socket | undefined {
  const [, protocol, address = '', port, owner] =
    /^(tcp|udp)6? ((?:[\dA-F]{8}){1,4}):([\dA-F]{4}) (\S+)$/.exec(line) ?? [];
  const text = addressOf(address.match(/[\dA-F]{2}/g)?.map(byte => Number.parseInt(byte, 16)) ?? []);
  if (protocol === undefined || port === undefined || owner === undefined || text === undefined) return undefined;
  return {
    protocol: protocol === 'tcp' ? 'tcp' : 'udp',
    address: text,
    port: Number.parseInt(port, 16),
    owners: [owner],
  };
}

function addressOf(swapped: readonly number[]): string | undefined {
  const bytes: number[] = [];
  for (let word = 0; word < swapped.length; word += 4) bytes.push(...swapped.slice(word, word + 4).toReversed());
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) return undefined;
  const words = Array.from(
    { length: 8 },
    (_all, index) => ((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0),
  );
  // the address parser of the platform knows how zeros are left out
  return new URL(`http://[${words.map(word => word.toString(16)).join(':')}]/`).hostname.slice(1, -1);
}
