import { X509Certificate } from 'node:crypto';
import { known, reader } from '../model/fact.js';
import type { Certificates } from './certificates.js';
import type { CommandQuestion } from '../model/question.js';
import { textOf, whyNot } from './linux/answers.js';
import { asked, both, perlWord } from './linux/pieces.js';

const configurations =
  '/etc/nginx /etc/apache2/sites-enabled /etc/apache2/conf-enabled /etc/postfix/main.cf /etc/dovecot /etc/exim4';

/** The files that web and mail servers' configurations name. */
const configured = String.raw`grep -rhsE '^[[:blank:]]*(ssl_certificate|SSLCertificateFile|smtpd_tls_cert_file|smtpd_tls_chain_files|ssl_cert|ssl_server_cert_file|tls_certificate|MAIN_TLS_CERTIFICATE)[[:blank:]=]' ${configurations} | sed 's/^[[:blank:]]*[A-Za-z_]*[[:blank:]=<]*//; s/[;,[:blank:]].*//; s/"//g'`;

/**
 * The first certificate of each file: certificates of /etc/ssl that are files (those of authorities are links), of Let's Encrypt and of
 * the files that web and mail servers' configurations name. Nothing outside the BEGIN and END lines of a certificate is printed.
 */
const pem: CommandQuestion = {
  kind: 'command',
  id: 'certificates-linux',
  ...asked(
    both(
      String.raw`{ find /etc/ssl -maxdepth 3 -type f -size -64k \( -name '*.pem' -o -name '*.crt' -o -name '*.cer' \) ! -path '*/private/*' ! -name 'ca-certificates.crt' 2>/dev/null
for f in /etc/letsencrypt/live/*/cert.pem; do [ ! -e "$f" ] || echo "$f"; done
${configured}; } | sort -u | while IFS= read -r f; do [ -f "$f" ] && [ -r "$f" ] && printf '%s\n' "$f"; done | awk '{ print "::" $0; on = 0; while ((getline l < $0) > 0) { if (l ~ /^-----BEGIN (TRUSTED )?CERTIFICATE-----/) on = 1; if (on) print l; if (on && l ~ /^-----END/) break } close($0) }'`,
      String.raw`my %f = map { $_ => 1 } paths('/etc/letsencrypt/live/*/cert.pem'); my @d = '/etc/ssl'; for my $n (1 .. 3) { my @in; for my $d (@d) { opendir my $h, $d or next; for (readdir $h) {
next if /^\.\.?\z|\.\d+\z/ || !lstat "$d/$_"; if (-d _) { push @in, "$d/$_" unless $_ eq 'private' } elsif (-f _ && -s _ <= 63 << 10 && /\.(pem|crt|cer)\z/ && $_ ne 'ca-certificates.crt') { $f{"$d/$_"} = 1 } } } @d = @in }
if (paths(${perlWord(configurations)})) { $f{$_} = 1 for split /\n/, run('/bin/sh', '-c', ${perlWord(configured)}) }
for my $f (sort keys %f) { next unless -f $f && defined(my $t = slurp($f)); put("::$f\n"); put("$1\n") if $t =~ /^(-----BEGIN (?:TRUSTED )?CERTIFICATE-----.*?(?:^-----END[^\n]*|\z))/ms }`,
    ),
  ),
};

export const certificatesOnLinux = reader({
  questions: { pem },
  parse({ pem }) {
    const text = textOf(pem);
    if (text === undefined) return whyNot(pem);
    const found = new Map<string, Certificates['certificates'][number]>();
    for (const section of `\n${text}`.split('\n::').slice(1)) {
      const end = section.indexOf('\n');
      const certificate = end < 0 ? undefined : certificateOf(section.slice(0, end), section.slice(end + 1));
      // the same certificate is often in two places; the first names it
      if (certificate && !found.has(certificate.thumbprint ?? '')) found.set(certificate.thumbprint ?? '', certificate);
    }
    return known<Certificates>({ certificates: [...found.values()] });
  },
});

function certificateOf(place: string, text: string): Certificates['certificates'][number] | undefined {
  if (!text.startsWith('-----BEGIN CERTIFICATE-----')) return undefined;
  try {
    const certificate = new X509Certificate(text);
    return {
      subject: certificate.subject.replaceAll('\n', ', '),
      issuer: certificate.issuer?.replaceAll('\n', ', '),
      notBefore: isoOf(certificate.validFrom),
      notAfter: isoOf(certificate.validTo),
      place,
      thumbprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    };
  } catch {
    // a file that is called a certificate and is none
    return undefined;
  }
}

function isoOf(text: string): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
