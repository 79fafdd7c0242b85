import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { hidesIn, isSecretName, masked } from './mask-text.js';
import { maskAnswer } from './mask.js';

const M = masked;

describe('secrets in texts', () => {
  it.each([
    ['backup.exe --password=hunter2 --all', `backup.exe --password=${M} --all`],
    ['backup.exe --password "two words" --all', `backup.exe --password ${M} --all`],
    ['svc.exe /password:S3cret! /quiet', `svc.exe /password:${M} /quiet`],
    ['svc.exe /pwd:S3cret!', `svc.exe /pwd:${M}`],
    ['agent -token abcdef --url x', `agent -token ${M} --url x`],
    ['agent --token=abc;def', `agent --token=${M};def`],
    ['MYSQL_ROOT_PASSWORD=ñandú PATH=/bin', `MYSQL_ROOT_PASSWORD=${M} PATH=/bin`],
    ['Environment="DB_PASSWORD=a b"', `Environment="DB_PASSWORD=${M}"`],
    ['Environment=DB_PASS=abc', `Environment=DB_PASS=${M}`],
    ['DbPass=abc', `DbPass=${M}`],
    [
      'deb https://user:pa55@repo.example.com/apt stable main',
      `deb https://user:${M}@repo.example.com/apt stable main`,
    ],
    ['deb https://bearer:@x/', 'deb https://bearer:@x/'],
    ['curl -H "Authorization: Bearer abcdefghijklmnop" x', `curl -H "Authorization: Bearer ${M}" x`],
    ['Authorization: Basic dXNlcjpwYXNz', `Authorization: Basic ${M}`],
    ['sshpass -p geheim ssh root@x', `sshpass -p ${M} ssh root@x`],
    ['sshpass -pgeheim ssh root@x', `sshpass -p${M} ssh root@x`],
    ['mysqldump -u root -pgeheim --all-databases', `mysqldump -u root -p${M} --all-databases`],
    ['psexec \\\\srv -u admin -p Secret1 cmd', `psexec \\\\srv -u admin -p ${M} cmd`],
    ['curl -u bob:Secret1 https://x', `curl -u bob:${M} https://x`],
    ['schtasks /create /ru bob /rp Secret1 /tn x', `schtasks /create /ru bob /rp ${M} /tn x`],
    ['net use Z: \\\\srv\\share Secret1 /user:bob', `net use Z: \\\\srv\\share ${M} /user:bob`],
    ['net use \\\\srv\\share /user:bob Secret1', `net use \\\\srv\\share /user:bob ${M}`],
    ['net user bob Secret1 /add', `net user bob ${M} /add`],
    ['machine repo.example login bob password Secret1', `machine repo.example login bob password ${M}`],
    ['{"user":"bob","password":"Secret1","n":1}', `{"user":"bob","password":"${M}","n":1}`],
    ['Data Source=x;User ID=sa;Password=Secret1;Pooling=true', `Data Source=x;User ID=sa;Password=${M};Pooling=true`],
    ['Server=x;Uid=sa;Pwd=Secret1;', `Server=x;Uid=sa;Pwd=${M};`],
    ['<Password>Secret1</Password>', `<Password>${M}</Password>`],
    ['aws_secret_access_key = wJalrXUtnFEMI/K7MDENG', `aws_secret_access_key = ${M}`],
    ['id AKIAIOSFODNN7EXAMPLE here', `id ${M} here`],
    ['x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', `x ${M}`],
    ['key VK7JG-NPHTM-C97JM-9MPGT-3V66T here', `key ${M} here`],
    ['root:$6$saltsalt$abcdefghijklmnop:19000:0', `root:${M}:19000:0`],
    ['openssl rsa -passin pass:Secret1 -in k', `openssl rsa -passin pass:${M} -in k`],
    ['restic -r rest:http://bob:Secret1@nas:8000/ backup', `restic -r rest:http://bob:${M}@nas:8000/ backup`],
    ['rocommunity Secret1 10.0.0.0/8', `rocommunity ${M} 10.0.0.0/8`],
    ['contraseña: Secreta1', `contraseña: ${M}`],
    ['one\nPASSWORD=x1\r\ntwo\nTOKEN=y1', `one\nPASSWORD=${M}\r\ntwo\nTOKEN=${M}`],
    [
      'a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc=\n-----END RSA PRIVATE KEY-----\nb',
      `a\n-----BEGIN RSA PRIVATE KEY-----${M}-----END RSA PRIVATE KEY-----\nb`,
    ],
    ['-----BEGIN PRIVATE KEY-----\nMIIE\nabc', `-----BEGIN PRIVATE KEY-----${M}`],
  ])('%j', (text, expected) => {
    expect(hidesIn(text)).toBe(expected);
    expect(hidesIn(expected)).toBe(expected);
  });

  it.each([
    'PasswordAge=42',
    'MaxPasswordAge: 42',
    'Minimum password length: 7',
    'PasswordAuthentication yes',
    'PermitEmptyPasswords no',
    'passwd:         files systemd',
    'passwd 1:4.13+dfsg1-1+b1',
    'libsecret:amd64 0.20.5',
    'ii  libsecret-1-0:amd64 0.20.5-3',
    '/etc/pam.d/common-password:password requisite pam_pwquality.so',
    'password	[success=1 default=ignore]	pam_unix.so obscure yescrypt',
    'systemd-ask-password-console.path loaded active',
    'for /f "tokens=2 delims==" %i in (x) do echo %i',
    'System.Web, Version=4.0.0.0, PublicKeyToken=b77a5c561934e089',
    'PWD=/root',
    'ssh -p 2222 host',
    'mkdir -p /var/lib/x',
    'ntpd -p /run/ntpd.pid -u ntp:ntp',
    'mysqld --port=3306 --pid-file=/x',
    'mysql -P 3306 -h x',
    'TokenBroker;Web Account Manager;Win32ShareProcess',
    'bypass=1 compass:x',
    '--password-file=/etc/restic/password',
    'PASSWORD=$SECRET_NAME',
    'ssl_private_key=/etc/ssl/private/x.key',
    'https://example.com:8443/a@b',
    '{12345678-1234-1234-1234-123456789ABC}',
    'these-words-about-seven-right',
    'Speech Tokens: 4',
    'KeyIso CNG Key Isolation',
  ])('leaves %j', text => expect(hidesIn(text)).toBe(text));

  it('finds a secret anywhere among other text, once and for all', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[A-Za-z0-9+]{9,20}$/), fc.string(), (before, secret, after) => {
        const text = `${before}\n--password=Q7${secret}\n${after}`;
        const once = hidesIn(text);
        expect(once).toContain(`\n--password=${masked}\n`);
        expect(hidesIn(once)).toBe(once);
      }),
    );
  });

  const pieces = fc.constantFrom(
    'password',
    '=',
    ': ',
    ' ',
    '-p ',
    'x1y2',
    '"',
    "'",
    '://',
    '@',
    ':',
    'token',
    '-u ',
    masked,
    '\n',
    'login a',
    ' /user:',
    'net use ',
    '\\\\s ',
    '-----BEGIN PRIVATE KEY-----',
    'mysql ',
    'Bearer ',
    'abcdefghijklmnop',
    'pass',
    '&',
  );
  it('changes nothing more the second time', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), parts => {
        const once = hidesIn(parts.join(''));
        expect(hidesIn(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('is fast on megabytes', () => {
    const plain = 'ii  libpam-modules:amd64 1.5.2-6 amd64 Pluggable Authentication Modules for PAM\n'.repeat(50_000);
    const long = `${'a'.repeat(2_000_000)} password=${'x'.repeat(1_000_000)}`;
    expect(hidesIn(plain)).toBe(plain);
    expect(hidesIn(long)).toHaveLength(2_000_000 + 10 + masked.length);
  });
});

describe('lines made to be slow', () => {
  it.each([
    ' -u a',
    '-u ',
    'a.',
    '://a:',
    'a:',
    'mysql-',
    'mysql ',
    'curl ',
    '-eyJ',
    '/user:',
    'net use ',
    'password',
    '"',
    'token="',
    '$6$',
    '-----BEGIN ',
    '<',
    'A',
    'machine ',
    ' --',
    'pass ',
    ' /rp ',
  ])('%j', piece => {
    const line = piece.repeat(Math.ceil(300_000 / piece.length));
    // that it ends at all, within the time a test has, is the point
    expect(typeof hidesIn(`pass ${line}`)).not.toBe('undefined');
  });
});

describe('names of secrets', () => {
  it.each([
    'DefaultPassword',
    'Password',
    'password2',
    'DigitalProductId',
    'DigitalProductId4',
    'VncPasswd',
    'ApiKey',
    'ClientSecret',
    'auth_token',
    'CdKey',
    'ProductKey',
    'EncryptedPassword',
    'PasswordHash',
    'SmtpPass',
    'proxy_pass',
  ])('%s', name => expect(isSecretName(name)).toBe(true));
  it.each([
    'PasswordAge',
    'DisablePasswordChange',
    'ProductId',
    'ProductName',
    'PublicKeyToken',
    'Key',
    'KeyIso',
    'TokenBroker',
    'Bypass',
    'Compass',
    'ImagePath',
    'DefaultUserName',
  ])('not %s', name => expect(isSecretName(name)).toBe(false));
});

describe('answers', () => {
  it.each<[string, Answer, Answer]>([
    [
      'registry',
      {
        state: 'ok',
        ms: 1,
        keys: {
          'HKLM\\A': {
            DefaultPassword: { type: 'sz', value: 'x' },
            DigitalProductId: { type: 'binary', value: 'a400' },
            PasswordExpiryWarning: { type: 'dword', value: 14 },
            Password: { type: 'dword', value: 1 },
            ImagePath: { type: 'expand', value: 'svc.exe /password:abc' },
            Lines: { type: 'multi', value: ['TOKEN=a1', 'b'] },
            Secret: { type: 'multi', value: ['a', ''] },
            Empty: { type: 'binary', value: '' },
          },
        },
      },
      {
        state: 'ok',
        ms: 1,
        keys: {
          'HKLM\\A': {
            DefaultPassword: { type: 'sz', value: M },
            DigitalProductId: { type: 'binary', value: M },
            PasswordExpiryWarning: { type: 'dword', value: 14 },
            Password: { type: 'dword', value: 1 },
            ImagePath: { type: 'expand', value: `svc.exe /password:${M}` },
            Lines: { type: 'multi', value: [`TOKEN=${M}`, 'b'] },
            Secret: { type: 'multi', value: [M, ''] },
            Empty: { type: 'binary', value: '' },
          },
        },
      },
    ],
    [
      'rows',
      {
        state: 'ok',
        ms: 1,
        rows: [{ CommandLine: 'x --token=abc', Password: 'y', Count: 3, List: ['PWD=q', null, 1] }],
      },
      {
        state: 'ok',
        ms: 1,
        rows: [{ CommandLine: `x --token=${M}`, Password: M, Count: 3, List: [`PWD=${M}`, null, 1] }],
      },
    ],
    [
      'text',
      { state: 'ok', ms: 1, text: 'TOKEN=abc', exit: 0, err: 'bad --password=x' },
      { state: 'ok', ms: 1, text: `TOKEN=${M}`, exit: 0, err: `bad --password=${M}` },
    ],
    [
      'a reason',
      { state: 'error', ms: 1, why: 'PASSWORD=x9 failed' },
      { state: 'error', ms: 1, why: `PASSWORD=${M} failed` },
    ],
  ])('%s', (_name, given, expected) => {
    expect(maskAnswer(given)).toEqual(expected);
    expect(maskAnswer(maskAnswer(given))).toEqual(expected);
  });

  it('treats __proto__ as a name', () => {
    const keys = JSON.parse('{"__proto__":{"__proto__":{"type":"sz","value":"PASSWORD=abc"}}}') as never;
    const answer = maskAnswer({ state: 'ok', ms: 0, keys });
    expect(JSON.stringify(answer)).toBe(
      `{"state":"ok","ms":0,"keys":{"__proto__":{"__proto__":{"type":"sz","value":"PASSWORD=${M}"}}}}`,
    );
  });
});
