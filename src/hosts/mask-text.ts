/** What stands in the place of a secret. */
export const masked = '‹masked›';

/**
 * Whether a value or column of this name holds a secret: `DefaultPassword`, `DigitalProductId`, `ApiKey`; not `PasswordAge`,
 * not the `PublicKeyToken` of a .NET assembly.
 */
export function isSecretName(name: string): boolean {
  return (secretName.test(name) || shortSecretName.test(name)) && !/PublicKeyToken$/i.test(name);
}

const secretName =
  /(?:passw(?:or)?d(?:hash|enc|encrypted|encoded)?|passphrase|pwd|secret|token|contraseña)\d*$|(?:[^a-z]|^)pass$|^DigitalProductId\d*$|(?:product|cd|licen[cs]e|private|api|access|shared|encryption|account|storage)[ _-]?key\d*$/i;

const shortSecretName = /[a-z]Pass$/;

/**
 * One look at a text tells whether any rule could apply: most texts of a recording hold nothing. A product key is looked for from its
 * first hyphen: an alternative that may begin with any letter makes the look three times as long.
 */
const suspicious =
  /pass|pwd|secret|token|contrase|(?:api|access|secret|private|account|shared|encryption|auth)[-_ ]?key|authorization|psk|community|:\/\/[^\s/@:]*:[^\s/@]*@|\s-p|[\s"]\/(?:rp|p)\s|\bnet1?(?:\.exe)?"?\s+use|-u\s|-(?:[a-z0-9]{5}-){3}[a-z0-9]{5}|A[KS]IA[A-Z0-9]{16}|\beyJ|gh[a-z]_|github_pat_|glpat-|xox[a-z]-|bearer|\$(?:1|5|6|y|gy|2[aby])\$/gi;

/** A text without the secrets in it. Only lines that look as if they held one are gone through. */
export function hidesIn(text: string): string {
  suspicious.lastIndex = 0;
  if (!suspicious.test(text)) return text;
  let before = text;
  let after = maskedLines(text);
  // What one rule hides can show another where a secret begins: again, until nothing is left to hide.
  for (let pass = 0; after !== before && pass < 8; pass++) {
    before = after;
    after = maskedLines(before);
  }
  return after;
}

function maskedLines(text: string): string {
  const keyless = text.includes('PRIVATE KEY') ? text.replace(privateKey, `$1${masked}$2`) : text;
  const parts: string[] = [];
  let done = 0;
  suspicious.lastIndex = 0;
  for (let hit = suspicious.exec(keyless); hit; hit = suspicious.exec(keyless)) {
    const start = Math.max(done, keyless.lastIndexOf('\n', hit.index) + 1);
    const newline = keyless.indexOf('\n', Math.max(hit.index, start));
    const end = newline < 0 ? keyless.length : newline;
    parts.push(keyless.slice(done, start), maskLine(keyless.slice(start, end)));
    done = end;
    if (newline < 0) break;
    suspicious.lastIndex = end + 1;
  }
  parts.push(keyless.slice(done));
  return parts.join('');
}

const privateKey =
  /(-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----)[\s\S]*?(-----END [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----|$(?![\s\S]))/g;

function maskLine(line: string): string {
  const rest = rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
  return maskAssignments(rest).replace(productKey, key => (isProductKey(key) ? masked : key));
}

/** A word of a command line, quoted or not. */
const word = String.raw`(?:"[^"]*"|'[^']*'|[^\s"']+)`;

/**
 * What is kept of a match is `$1` (and `$2` after the secret); the forms are those of the manuals of the programs named. Repetitions
 * that something must follow are bounded, for a line may be a megabyte long and made to be slow.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  // user:secret@host
  [/(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@'"]*:)[^\s@/'"]+(@)/gi, `$1${masked}$2`],
  [
    /(\bAuthorization["']?\s*[:=]\s*["']?(?:(?:Basic|Bearer|Negotiate|NTLM|Digest|Token|ApiKey)\s+)?)(?!(?:Basic|Bearer|Negotiate|NTLM|Digest|Token|ApiKey)\b)[^\s"',;]+/gi,
    `$1${masked}`,
  ],
  [/(\bBearer\s+)[\w.~+/-]{12,}=*/gi, `$1${masked}`],
  [new RegExp(String.raw`(\bsshpass\s+-p\s*)${word}`, 'g'), `$1${masked}`],
  // mysql, mysqldump, mysqladmin, mariadb…: the password follows -p without a blank
  [/(\b(?:mysql|mariadb)[\w-]{0,30}(?:\.exe)?"?\s(?:[^\n|;&]{0,400}\s)?-p)(?!assword)[^\s"']+/gi, `$1${masked}`],
  // psexec, smbclient and their like: -u NAME … -p SECRET
  [/(\s-u[\s=]?\S{1,200}\s(?:.{0,400}\s)?-p\s+)(?![-/]|\d{1,5}(?:\s|$))("[^"]*"|'[^']*'|[^\s"']+)/gi, `$1${masked}`],
  [/(\bcurl\b.{0,400}\s(?:-u|--user|--proxy-user)[\s=]"?[^\s:"'/\\]+:)(?!\d{1,5}(?:\s|$))[^\s"'/]+/g, `$1${masked}`],
  // schtasks /rp SECRET, and /p SECRET beside /u NAME
  [new RegExp(String.raw`([\s"]/rp\s+)(?!/)${word}`, 'gi'), `$1${masked}`],
  [new RegExp(String.raw`([\s"]/u\s+\S+\s+/p\s+)(?!/)${word}`, 'gi'), `$1${masked}`],
  [/(\bnet1?(?:\.exe)?"?\s+use\s+(?:\S:\s+)?"?\\\\\S+\s+)(?![/*])\S+(?=.{0,400}\/user:)/gi, `$1${masked}`],
  [/(\/user:\S{1,200}\s+)(?![/*])\S+$/gi, `$1${masked}`],
  [/(\bnet1?(?:\.exe)?"?\s+user\s+\S+\s+)(?![/*])\S+/gi, `$1${masked}`],
  // .netrc and apt's auth.conf
  [/(\b(?:login|machine)\s+\S+\s+password\s+)\S+/gi, `$1${masked}`],
  // --password SECRET, -token SECRET, /password SECRET
  [
    new RegExp(
      String.raw`((?:^|[\s"'])(?:--?[\w-]*|/)(?:passw(?:or)?d|passphrase|pwd|pass|token|secret|api-?key|access-?key|secret-?key)\s+)(?![-/])${word}`,
      'gi',
    ),
    `$1${masked}`,
  ],
  // a whole assignment in quotes: Environment="DB_PASSWORD=two words"
  [
    /(["'][\w.-]{0,60}(?:passw(?:or)?d|passphrase|_pass|secret|token|api_?key)=)(?!["']|\$\{?[A-Z_]+\}?["'])[^"']+(?=["'])/gi,
    `$1${masked}`,
  ],
  [/(\spass:)[^\s"']+/g, `$1${masked}`],
  [/(\br[ow]community6?\s+)\S+/g, `$1${masked}`],
  [/(<(?:[\w:]*)(?:passw(?:or)?d|secret|token|apikey)>)[^<]+/gi, `$1${masked}`],
  // crypt(5) hashes
  [/\$(?:1|5|6|y|gy|2[aby])\$[^\s:"']{8,}/g, masked],
  [/\bA[KS]IA[A-Z0-9]{16}\b/g, masked],
  [/(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, masked],
  [/\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,})/g, masked],
];

const assignment =
  /(passw(?:or)?d|passphrase|pass|pwd|secret|token|contraseña|psk|(?:api|access|secret|private|account|shared|encryption|auth)[-_ ]?key(?:[-_]?id)?)(["']?\]?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s"';&|<]+)/gi;

/** `PASSWORD=x`, `password: x`, `/password:x`, `"token": "x"`, `Password=x;` */
function maskAssignments(line: string): string {
  return line.replace(assignment, (all, name: string, sign: string, value: string, at: number) => {
    const quote = value.startsWith('"') || value.startsWith("'") ? value.charAt(0) : '';
    const bare = quote ? value.slice(1, -1) : value;
    const before = line.slice(Math.max(0, at - 80), at);
    if (bare === '' || ordinary.test(bare) || !namesSecret(before, name, sign, bare)) return all;
    return `${name}${sign}${quote}${masked}${quote}`;
  });
}

/** Values that tell a setting, not a secret; also the names of variables that hold one. */
const ordinary =
  /^(?:yes|no|true|false|on|off|none|null|never|required|optional|enabled|disabled|prompt|ask|ninguna?|nunca|sí|files|compat|systemd|\*+|!+|-|0|1|sha512|yescrypt|md5|amd64|i386|arm64|armhf|all|any|‹masked›|\$\{?[A-Z_][A-Z0-9_]*\}?|%[A-Z_][A-Z0-9_]*%)$/i;

function namesSecret(before: string, name: string, sign: string, value: string): boolean {
  const lower = name.toLowerCase();
  const colon = sign.includes(':');
  // the column of a path (`/etc/pam.d/common-password:`), as grep and find print it
  if (colon && /[^\s"'=,;(][/\\][\w.-]*$/.test(before)) return false;
  if (lower === 'token' && /PublicKey$/i.test(before)) return false;
  // the working folder of an environment, and nsswitch.conf
  if (name === 'PWD' && /^(?:\/|[A-Za-z]:)/.test(value)) return false;
  if (lower === 'passwd' && sign.startsWith(':') && /^\s*$/.test(before)) return false;
  if (lower === 'pass') return !colon && !(/[a-z]$/.test(before) && name.startsWith('p')) && !/[A-Z]$/.test(before);
  // where a key lies is no secret
  return !(lower.includes('key') && /^(?:\/|~|[A-Za-z]:\\|file:)/.test(value));
}

/** Letters and digits that Microsoft's keys are made of, or any with a digit among them: five English words are no key. */
const productKey = /(?<![\w-])(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}(?![\w-])/gi;

function isProductKey(text: string): boolean {
  return /\d/.test(text) || /^[BCDFGHJKMNPQRTVWXY-]+$/.test(text);
}
