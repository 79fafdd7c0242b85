import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { certificatesOnLinux } from './certificates.linux.js';

/** The certificate that ssl-cert of Debian 12 made for itself, recorded. */
const recorded = `::/etc/ssl/certs/ssl-cert-snakeoil.pem
-----BEGIN CERTIFICATE-----
MIIC4zCCAcugAwIBAgIUBzvAfWBoCnKZukEEc3sxxH7d8DYwDQYJKoZIhvcNAQEL
BQAwDTELMAkGA1UEAwwCdm0wHhcNMjYxMTI0MDA1MTA0WhcNMzYxMTIxMDA1MTA0
WjANMQswCQYDVQQDDAJ2bTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEB
AIqQFPsTcrdZ7nzYBbdlusM0b9zBcQv7saT9DtzMgd+/tTiEKAVVgkTyiRBbTLGp
b8ASfsO1886paw0A/GwipbZg+x+aoluG9MDjC6UJ51ht11GMokA7KWV5mTAAWYmN
+b5QI+VVF1Ds3OaC04aefbJ7KnPZYm8bQrg2KDctti2e3WG8F0mzocF5uPLSUk+U
YNE0HblRo8qKgTpZxQjzf/fdSntLig9e+St6jGl0XfsNMMHEMAUN9w4DRHjsTPNu
ADg21Bzw4wVeVDilRZ+RNOA/5V52GOkkwx08zRnSM70COj9Xu1sk5wrPYGtF8n7j
OU2tbpwLpDNYTJit4kD10tkCAwEAAaM7MDkwCQYDVR0TBAIwADANBgNVHREEBjAE
ggJ2bTAdBgNVHQ4EFgQU5rsGfiXWTaqaoyLgTyAVL7BV2uUwDQYJKoZIhvcNAQEL
BQADggEBAE/hR5BMZjjOkGtbqs4XdO2gfh4tL0UloanjgIMXFLP5z7OYnTdBJXHT
D+A1/zQesHxjXZdnAFCSUnomvlWw6+RPDfWOaTeqpCHY2TBdcwc8mxxeV0nzxbgr
H/9iNRMqtYO7+nV3n5zGKBA2XIDvjSdvD9UwKFtznDr4RNANaJHGKFs7dNRPn0Cm
kzGlUI2fP7GqLosZSiqZ409KSu96BTKpeZJ3W86QZgecOAerOPbVM8GSLxJXO46s
Yx/3fMr08xRTt+f597I1OXyKaJL2XbjvkBu3JdSlYYFgQBI3KGRGOwksZOBDlkdy
D7o2/cSB9I9mqfyp562IlJwP2g1VxxQ=
-----END CERTIFICATE-----
`;

describe('certificates of a Linux server', () => {
  it('Debian 12 (recorded)', () => {
    expect(valueWith(certificatesOnLinux, { pem: text(recorded) }).certificates).toEqual([
      {
        subject: 'CN=vm',
        issuer: 'CN=vm',
        notBefore: '2026-11-24T00:51:04.000Z',
        notAfter: '2036-11-21T00:51:04.000Z',
        place: '/etc/ssl/certs/ssl-cert-snakeoil.pem',
        thumbprint: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      },
    ]);
  });

  it('the same certificate in two places is one; what is none is left out', () => {
    const twice = `${recorded}${recorded.replace('::/etc/ssl/certs/ssl-cert-snakeoil.pem', '::/etc/letsencrypt/live/x/cert.pem')}::/etc/ssl/broken.pem
-----BEGIN CERTIFICATE-----
AAAA
-----END CERTIFICATE-----
::/etc/ssl/empty.crt
`;
    expect(valueWith(certificatesOnLinux, { pem: text(twice) }).certificates.map(({ place }) => place)).toEqual([
      '/etc/ssl/certs/ssl-cert-snakeoil.pem',
    ]);
  });

  it('none is an empty list; not looked is not', () => {
    expect(valueWith(certificatesOnLinux, { pem: text('') }).certificates).toEqual([]);
    expect(reasonWith(certificatesOnLinux, { pem: denied }).es).toContain('root');
  });

  it.skipIf(process.platform === 'win32')(
    'prints the first certificate of a file and no key (needs a POSIX shell)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'antesala-certificates-'));
      try {
        const block = (name: string, body: string) => `-----BEGIN ${name}-----\n${body}\n-----END ${name}-----\n`;
        const file = join(folder, 'both.pem');
        writeFileSync(
          file,
          `${block('PRIVATE KEY', 'key')}${block('CERTIFICATE', 'one')}${block('CERTIFICATE', 'two')}${block('RSA PRIVATE KEY', 'key')}`,
        );
        const line = (certificatesOnLinux.questions['pem'] as { line: string }).line.replaceAll('/etc/', `${folder}/`);
        const done = spawnSync('sh', ['-c', line.replaceAll(`${folder}/ssl`, folder)], { encoding: 'utf8' });
        expect(done.stdout).toBe(`::${file}\n${block('CERTIFICATE', 'one')}`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it('survives anything', () => {
    expect(() => survivesAnything(certificatesOnLinux, [recorded])).not.toThrow();
  });
});
