import { createHash, createHmac } from 'node:crypto';

/** One line of a known_hosts file (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"). */
export interface KnownHostLine {
  readonly file: string;
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly marker?: 'revoked' | 'cert-authority';
  /** The patterns or the one hashed name. */
  readonly names: string;
  /** `ssh-ed25519`, `ecdsa-sha2-nistp256`, `ssh-rsa`… */
  readonly type: string;
  readonly key: Buffer;
}

/** What the known_hosts files say of one machine. */
export interface KnownHost {
  readonly keys: readonly KnownHostLine[];
  readonly revoked: readonly KnownHostLine[];
  /** Authorities that may certify this machine: not followed here, and said. */
  readonly authorities: readonly KnownHostLine[];
}

/** Reads a known_hosts file. Comments, empty lines and lines that are no key are left out, as OpenSSH does. */
export function parseKnownHosts(text: string, file: string): readonly KnownHostLine[] {
  const lines: KnownHostLine[] = [];
  let number = 0;
  for (const raw of text.split('\n')) {
    number += 1;
    const line = parseLine(raw, file, number);
    if (line) lines.push(line);
  }
  return lines;
}

function parseLine(raw: string, file: string, line: number): KnownHostLine | undefined {
  const words = raw.trim().split(/[ \t]+/);
  if (words[0] === '' || words[0]?.startsWith('#')) return undefined;
  const marker = words[0]?.startsWith('@') ? words.shift()?.slice(1) : undefined;
  if (marker !== undefined && marker !== 'revoked' && marker !== 'cert-authority') return undefined;
  const [names, type, base64] = words;
  if (names === undefined || type === undefined || base64 === undefined) return undefined;
  const key = Buffer.from(base64, 'base64');
  if (keyType(key) !== type) return undefined;
  return { file, line, names, type, key, ...(marker === undefined ? {} : { marker }) };
}

/** The name by which a machine stands in known_hosts: in brackets with its port unless that is 22. */
export function knownHostName(host: string, port: number): string {
  const name = host.toLowerCase();
  return port === 22 ? name : `[${name}]:${port}`;
}

/** Everything the files say of the machine of that name (see knownHostName). */
export function lookUp(lines: readonly KnownHostLine[], name: string): KnownHost {
  const keys: KnownHostLine[] = [];
  const revoked: KnownHostLine[] = [];
  const authorities: KnownHostLine[] = [];
  for (const line of lines) {
    if (!matches(line.names, name)) continue;
    if (line.marker === 'revoked') revoked.push(line);
    else if (line.marker === 'cert-authority') authorities.push(line);
    else keys.push(line);
  }
  return { keys, revoked, authorities };
}

function matches(names: string, name: string): boolean {
  if (names.startsWith('|')) return matchesHash(names, name);
  // Most lines name one machine: with many servers and a long file all the rest would take longer than a login.
  if (!/[*?!,]/.test(names)) return names.toLowerCase() === name;
  let found = false;
  for (const pattern of names.split(',')) {
    const negated = pattern.startsWith('!');
    if (!matchesPattern(negated ? pattern.slice(1) : pattern, name)) continue;
    if (negated) return false;
    found = true;
  }
  return found;
}

/** `|1|salt|HMAC-SHA1 of the name under that salt`, both in Base64. */
function matchesHash(names: string, name: string): boolean {
  const [, version, salt, hash] = names.split('|');
  if (version !== '1' || !salt || !hash) return false;
  const made = createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest();
  return made.equals(Buffer.from(hash, 'base64'));
}

/** `*` stands for any text, `?` for one character. Goes back to the last star only, so that no line can make it slow. */
function matchesPattern(pattern: string, name: string): boolean {
  const wanted = pattern.toLowerCase();
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < name.length) {
    if (wanted[at] === '*') {
      star = at;
      resume = index;
      at += 1;
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === name[index])) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else return false;
  }
  while (wanted[at] === '*') at += 1;
  return at === wanted.length;
}

/** The type that a public key in SSH's wire form says it has; nothing when it is no such key. */
export function keyType(key: Buffer): string | undefined {
  if (key.length < 4) return undefined;
  const length = key.readUInt32BE(0);
  if (length === 0 || length > 64 || key.length <= 4 + length) return undefined;
  const type = key.toString('latin1', 4, 4 + length);
  return /^[a-z0-9@.-]+$/.test(type) ? type : undefined;
}

/** As `ssh-keygen -l` shows it: `SHA256:` and Base64 without padding. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** The line that makes a machine known, to be appended to a file. */
export function knownHostLine(name: string, key: Buffer): string {
  return `${name} ${keyType(key) ?? 'unknown'} ${key.toString('base64')}\n`;
}

/** Signature algorithms by key type, in the order in which they are asked for. */
const algorithmsByType: Readonly<Record<string, readonly string[]>> = {
  'ssh-ed25519': ['ssh-ed25519'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
  'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
};

/**
 * What to ask a server for: first the algorithms of keys already known for it, so that its known Ed25519 key is not missed
 * because RSA was agreed on; then the others, so that a key that took its place is seen and can be shown.
 */
export function hostKeyAlgorithms(known: KnownHost): readonly string[] {
  const types = new Set(known.keys.map(({ type }) => type));
  const all = Object.entries(algorithmsByType);
  return [...all.filter(([type]) => types.has(type)), ...all.filter(([type]) => !types.has(type))].flatMap(
    ([, algorithms]) => algorithms,
  );
}
