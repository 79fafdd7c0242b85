import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf, smallPrograms } from '../../../testing/ssh-programs.js';
import { type KeyType, type TestSshd, makeKey, startSshd, whyNoSshd } from '../../../testing/sshd.js';
import type { HostError } from '../../host-error.js';
import { sshHost } from './host.js';
import type { SecretWanted, SshOptions } from './options.js';

const reason = whyNoSshd();
if (reason) process.stderr.write(`Left out: connecting to a real sshd (${reason})\n`);

const folder = mkdtempSync(join(tmpdir(), 'antesala-connect-'));
const started: TestSshd[] = [];
const start = async (...args: Parameters<typeof startSshd>): Promise<TestSshd> => {
  const sshd = await startSshd(...args);
  started.push(sshd);
  return sshd;
};
afterAll(async () => {
  for (const sshd of started) await sshd.stop();
  rmSync(folder, { recursive: true });
});

let files = 0;
const knownHosts = (text: string): string => {
  const file = join(folder, `known_hosts.${++files}`);
  writeFileSync(file, text);
  return file;
};

const gather = async (sshd: TestSshd, more: SshOptions = {}, port = sshd.port): Promise<readonly string[]> => {
  const notes: string[] = [];
  const options: SshOptions = {
    identityFiles: [sshd.identityFile],
    agent: false,
    knownHostsFiles: [sshd.knownHostsFile],
    onNote: note => notes.push(note.en),
    ...more,
  };
  const batch = batchOf(':');
  await sshHost({ host: '127.0.0.1', port }, options, smallPrograms).gather(
    { linux: batch, windows: batch },
    { now: () => new Date(0) },
  );
  return notes;
};

const failure = async (...args: Parameters<typeof gather>): Promise<HostError> =>
  gather(...args).then(
    () => expect.unreachable('was let in'),
    (error: HostError) => {
      if (error.name !== 'HostError') throw error;
      expect(error.text.es).not.toBe(error.text.en);
      return error;
    },
  );

describe.skipIf(reason !== undefined)('host keys of a real sshd', () => {
  let sshd: TestSshd;
  const line = (type: KeyType, marker = '') =>
    `${marker}[127.0.0.1]:${sshd.port} ${sshd.hostKey(type).type} ${sshd.hostKey(type).base64}\n`;
  beforeAll(async () => {
    sshd = await start([], ['ed25519', 'ecdsa', 'rsa']);
  });

  it.each<KeyType>(['ed25519', 'ecdsa', 'rsa'])(
    'a known %s key is asked for, though the server has others',
    async type => {
      expect(await gather(sshd, { knownHostsFiles: [knownHosts(line(type))] })).toEqual([]);
    },
  );

  it('a server need not prove the other keys that it names after the login', async () => {
    const talkative = await start(['LogLevel DEBUG1'], ['ed25519', 'rsa']);
    await gather(talkative);
    expect(talkative.log()).toContain('debug1: server_input_channel_open: ctype session');
    expect(talkative.log()).not.toContain('hostkeys-prove');
  });

  it.each(['ecdh-sha2-nistp256', 'curve25519-sha256', 'ecdh-sha2-nistp521'])('agrees on keys by %s alone', async way =>
    expect(await gather(await start([`KexAlgorithms ${way}`]))).toBeDefined(),
  );

  it('knows a hashed name', async () => {
    const file = knownHosts(line('ed25519'));
    execFileSync('ssh-keygen', ['-q', '-H', '-f', file], { stdio: 'ignore' });
    expect(readFileSync(file, 'utf8')).not.toContain('127.0.0.1');
    await gather(sshd, { knownHostsFiles: [file] });
  });

  it('refuses an unknown key with its fingerprint and the way to accept it, and sends nothing', async () => {
    const before = sshd.log().length;
    const error = await failure(sshd, { knownHostsFiles: [knownHosts('')] });
    expect(error.kind).toBe('unknown-host-key');
    expect(error.text.en).toContain(`ED25519 key with the fingerprint ${sshd.hostKey('ed25519').fingerprint}`);
    expect(error.text.es).toContain(`antesala assess … --accept-host-key ${sshd.hostKey('ed25519').fingerprint}`);
    expect(sshd.log().slice(before)).not.toMatch(/publickey|Starting session/);
  });

  it('accepts it by that fingerprint, writes it down, and knows it from then on', async () => {
    const file = join(folder, 'new', 'antesala', 'known_hosts');
    const accept = { acceptNewHostKeys: [sshd.hostKey('ed25519').fingerprint] };
    await gather(sshd, { knownHostsFiles: [file], ...accept });
    expect(readFileSync(file, 'utf8')).toBe(line('ed25519'));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await gather(sshd, { knownHostsFiles: [file] });
    expect(readFileSync(file, 'utf8')).toBe(line('ed25519'));
  });

  it('begins a new line in a file that does not end in one', async () => {
    const file = knownHosts('# no line end');
    await gather(sshd, { knownHostsFiles: [file], acceptNewHostKeys: [sshd.hostKey('ed25519').fingerprint] });
    expect(readFileSync(file, 'utf8')).toBe(`# no line end\n${line('ed25519')}`);
  });

  it('does not accept by another fingerprint', async () => {
    const file = knownHosts('');
    const error = await failure(sshd, { knownHostsFiles: [file], acceptNewHostKeys: ['SHA256:AAAA'] });
    expect([error.kind, error.text.en]).toEqual([
      'unknown-host-key',
      expect.stringMatching(/not the one you accepted/),
    ]);
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('says when the key cannot be written down', async () => {
    const blocker = knownHosts('');
    const error = await failure(sshd, {
      knownHostsFiles: [join(blocker, 'known_hosts')],
      acceptNewHostKeys: [sshd.hostKey('ed25519').fingerprint],
    });
    expect([error.kind, error.text.en]).toEqual(['unknown-host-key', expect.stringMatching(/could not be written/)]);
  });

  it('reads and writes the file of XDG_CONFIG_HOME when none is named', async () => {
    const before = process.env['XDG_CONFIG_HOME'];
    process.env['XDG_CONFIG_HOME'] = join(folder, 'config');
    try {
      const { identityFile } = sshd;
      const host = (more: SshOptions) =>
        sshHost(
          { host: '127.0.0.1', port: sshd.port },
          { identityFiles: [identityFile], agent: false, ...more },
          smallPrograms,
        );
      const ask = { linux: batchOf(':'), windows: batchOf(':') };
      await host({ acceptNewHostKeys: [sshd.hostKey('ed25519').fingerprint] }).gather(ask, { now: () => new Date(0) });
      expect(readFileSync(join(folder, 'config', 'antesala', 'known_hosts'), 'utf8')).toBe(line('ed25519'));
      await host({}).gather(ask, { now: () => new Date(0) });
    } finally {
      if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
      else process.env['XDG_CONFIG_HOME'] = before;
    }
  });

  it('refuses a changed key loudly, with file and line, even if its fingerprint was accepted', async () => {
    const other = await start();
    const wrong = `[127.0.0.1]:${sshd.port} ${other.hostKey('ed25519').type} ${other.hostKey('ed25519').base64}\n`;
    const file = knownHosts(`# first\n${wrong}`);
    const error = await failure(sshd, {
      knownHostsFiles: [file],
      acceptNewHostKeys: [sshd.hostKey('ed25519').fingerprint],
    });
    expect(error.kind).toBe('changed-host-key');
    expect(error.text.en).toContain('ATTENTION');
    expect(error.text.en).toContain(`${file}, line 2`);
    expect(error.text.en).toContain(sshd.hostKey('ed25519').fingerprint);
    expect(error.text.en).toContain(other.hostKey('ed25519').fingerprint);
  });

  it('a key of another type in place of the known one is a change, too', async () => {
    const only = await start([], ['rsa']);
    const wrong = `[127.0.0.1]:${only.port} ${sshd.hostKey('ed25519').type} ${sshd.hostKey('ed25519').base64}\n`;
    const error = await failure(only, { knownHostsFiles: [knownHosts(wrong)] });
    expect([error.kind, error.text.en]).toEqual([
      'changed-host-key',
      expect.stringMatching(/shows RSA .* known is ED25519/i),
    ]);
  });

  it('refuses a revoked key', async () => {
    const error = await failure(sshd, {
      knownHostsFiles: [knownHosts(line('ed25519') + line('ed25519', '@revoked '))],
    });
    expect([error.kind, error.text.en]).toEqual(['changed-host-key', expect.stringMatching(/REVOKED/)]);
  });

  it('says that it does not follow a certificate authority', async () => {
    const notes: string[] = [];
    const authority = knownHosts(line('ed25519', '@cert-authority '));
    await failure(sshd, { knownHostsFiles: [authority], onNote: note => notes.push(note.en) });
    expect(notes).toEqual([expect.stringContaining(`${authority}, line 1`)]);
  });
});

describe.skipIf(reason !== undefined)('logins to a real sshd', () => {
  let sshd: TestSshd;
  beforeAll(async () => {
    sshd = await start();
  });

  it.each<KeyType>(['ed25519', 'ecdsa', 'rsa'])('by an %s key', async type => {
    const file = join(folder, `user_${type}`);
    makeKey(file, type);
    const own = await start([`AuthorizedKeysFile ${file}.pub`]);
    expect(await gather(own, { identityFiles: [file] })).toEqual([]);
  });

  it('by the second key, when the first is not taken', async () => {
    const file = join(folder, 'stranger');
    makeKey(file, 'ed25519');
    expect(await gather(sshd, { identityFiles: [file, sshd.identityFile] })).toEqual([]);
  });

  it('names the keys tried and what the server takes', async () => {
    const file = join(folder, 'stranger2');
    makeKey(file, 'ed25519');
    const error = await failure(sshd, { identityFiles: [file, join(folder, 'absent')] });
    expect(error.kind).toBe('login');
    expect(error.text.en).toContain(
      `Tried: ${file}. The server takes: publickey. The key ${folder}/absent cannot be read (ENOENT).`,
    );
    expect(error.text.en).toContain('authorized_keys');
  });

  it('says so when there is nothing to try', async () => {
    const error = await failure(sshd, { identityFiles: [] });
    expect([error.kind, error.text.en]).toEqual(['login', expect.stringMatching(/nothing to try.*takes: publickey/)]);
  });

  it('with a locked key: by passphrase, asked once for two servers; and says what is missing without', async () => {
    const file = join(folder, 'locked');
    makeKey(file, 'ed25519', 'abrete');
    const own = await start([`AuthorizedKeysFile ${file}.pub`]);
    const without = await failure(own, { identityFiles: [file] });
    expect(without.text.en).toContain(`ssh-add ${file}`);
    const wrong = await failure(own, { identityFiles: [file], passphraseFrom: async () => 'sesamo' });
    expect(wrong.text.en).toContain('does not open the key');
    const asked: SecretWanted[] = [];
    const passphraseFrom = async (wanted: SecretWanted) => {
      asked.push(wanted);
      return 'abrete';
    };
    await Promise.all([1, 2].map(() => gather(own, { identityFiles: [file], passphraseFrom })));
    expect(asked).toEqual([{ what: 'passphrase', file }]);
  });

  it('by an agent, and past one that is not there', async () => {
    const socket = join(folder, 'agent');
    const printed = execFileSync('ssh-agent', ['-s', '-a', socket], { encoding: 'utf8' });
    const pid = Number(/SSH_AGENT_PID=(\d+)/.exec(printed)?.[1]);
    try {
      execFileSync('ssh-add', ['-q', sshd.identityFile], {
        env: { ...process.env, SSH_AUTH_SOCK: socket },
        stdio: 'ignore',
      });
      await gather(sshd, { identityFiles: [], agent: socket });
    } finally {
      process.kill(pid);
    }
    const error = await failure(sshd, { identityFiles: [], agent: join(folder, 'no-agent') });
    expect([error.kind, error.text.en]).toEqual(['login', expect.stringMatching(/Tried: agent/)]);
  });

  it('that are closed by the server say why', async () => {
    const own = await start(['MaxAuthTries 1']);
    const strangers = ['s1', 's2', 's3'].map(name => join(folder, name));
    for (const file of strangers) makeKey(file, 'ed25519');
    const error = await failure(own, { identityFiles: strangers });
    expect([error.kind, error.text.en]).toEqual([
      'login',
      expect.stringMatching(/Too many authentication failures.*--identity/),
    ]);
  });

  it('go on after a server that is busy for a moment', async () => {
    const busy = await start(['MaxStartups 1:100:1']);
    await Promise.all([1, 2, 3].map(() => gather(busy)));
    expect(busy.sessions()).toBe(3);
  });
});

describe.skipIf(reason !== undefined)('jump hosts', () => {
  it('are gone through, each with its own key and account', async () => {
    const [far, near, middle] = await Promise.all([start(), start(), start()]);
    const known = knownHosts([far, near, middle].map(sshd => readFileSync(sshd.knownHostsFile, 'utf8')).join(''));
    const identityFiles = [near, middle, far].map(sshd => sshd.identityFile);
    const jump = [near, middle].map(sshd => `${sshd.user}@127.0.0.1:${sshd.port}`).join(',');
    await gather(far, { jump, knownHostsFiles: [known], identityFiles });
    expect([near, middle, far].map(sshd => sshd.sessions())).toEqual([0, 0, 1]);
    expect(near.log()).toMatch(/Accepted publickey/);
    expect(middle.log()).toMatch(/Accepted publickey/);
  });

  it('that are unknown are refused before anything goes through', async () => {
    const [far, near] = await Promise.all([start(), start()]);
    const error = await failure(far, { jump: `127.0.0.1:${near.port}` });
    expect([error.kind, error.text.en]).toEqual([
      'unknown-host-key',
      expect.stringContaining(near.hostKey('ed25519').fingerprint),
    ]);
    expect(far.log()).not.toContain('Connection from');
  });

  it('and the server behind it may both take ChaCha20 alone', async () => {
    const [far, near] = await Promise.all([1, 2].map(() => start(['Ciphers chacha20-poly1305@openssh.com'])));
    if (!far || !near) throw new Error('two were started');
    const known = knownHosts([far, near].map(sshd => readFileSync(sshd.knownHostsFile, 'utf8')).join(''));
    const identityFiles = [near.identityFile, far.identityFile];
    const notes = await gather(far, { jump: `127.0.0.1:${near.port}`, knownHostsFiles: [known], identityFiles });
    expect(notes).toEqual([expect.stringContaining("the system's ssh")]);
    expect(await gather(near)).toEqual([]);
  });

  it.each<[string, readonly string[], number | undefined]>([
    ['forbid it', ['AllowTcpForwarding no'], undefined],
    ['reach nobody', [], 1],
  ])('that %s say so', async (_title, config, port) => {
    const near = await start(config);
    const far = await start();
    const known = knownHosts([far, near].map(sshd => readFileSync(sshd.knownHostsFile, 'utf8')).join(''));
    const jump = `127.0.0.1:${near.port}`;
    const error = await failure(far, { jump, knownHostsFiles: [known], identityFiles: [near.identityFile] }, port);
    expect([error.kind, error.text.en]).toEqual(['unreachable', expect.stringMatching(/The jump host could not open/)]);
  });
});

describe.skipIf(reason !== undefined || !existsSync('/usr/bin/ssh'))(
  'a server with keys agreed on only as ssh2 cannot',
  () => {
    const sntrup = ['KexAlgorithms sntrup761x25519-sha512@openssh.com'];
    let sshd: TestSshd;
    beforeAll(async () => {
      sshd = await start(sntrup);
    });

    it("is asked by the system's ssh, and that is said", async () => {
      expect(await gather(sshd)).toEqual([expect.stringContaining("the system's ssh")]);
      expect(sshd.sessions()).toBe(1);
    });

    it('is refused when unknown, accepted by its fingerprint, refused when changed', async () => {
      const file = knownHosts('');
      const unknown = await failure(sshd, { knownHostsFiles: [file] });
      expect([unknown.kind, unknown.text.en]).toEqual([
        'unknown-host-key',
        expect.stringContaining(sshd.hostKey('ed25519').fingerprint),
      ]);
      await gather(sshd, { knownHostsFiles: [file], acceptNewHostKeys: [sshd.hostKey('ed25519').fingerprint] });
      const other = await start();
      const wrong = knownHosts(
        `[127.0.0.1]:${sshd.port} ${other.hostKey('ed25519').type} ${other.hostKey('ed25519').base64}\n`,
      );
      const changed = await failure(sshd, { knownHostsFiles: [wrong] });
      expect([changed.kind, changed.text.en]).toEqual([
        'changed-host-key',
        expect.stringContaining(`${wrong}, line 1`),
      ]);
    });

    it('that does not let anybody in says so', async () => {
      const stranger = join(folder, 'stranger3');
      makeKey(stranger, 'ed25519');
      const error = await failure(sshd, { identityFiles: [stranger] });
      expect([error.kind, error.text.en]).toEqual(['login', expect.stringMatching(/Permission denied/)]);
    });

    it('is reached through a jump host of the same kind', async () => {
      const near = await start(sntrup);
      const before = sshd.sessions();
      const known = knownHosts([sshd, near].map(each => readFileSync(each.knownHostsFile, 'utf8')).join(''));
      const notes = await gather(sshd, {
        jump: `127.0.0.1:${near.port}`,
        knownHostsFiles: [known],
        identityFiles: [near.identityFile, sshd.identityFile],
      });
      expect([notes.length, near.sessions(), sshd.sessions()]).toEqual([1, 0, before + 1]);
    });

    it('needs an ssh on this machine', async () => {
      const empty = join(folder, 'no-programs');
      mkdirSync(empty);
      chmodSync(empty, 0o755);
      const before = process.env['PATH'];
      process.env['PATH'] = empty;
      try {
        const error = await failure(sshd);
        expect([error.kind, error.text.en]).toEqual(['unreachable', expect.stringMatching(/no ssh of its own/)]);
      } finally {
        process.env['PATH'] = before;
      }
    });
  },
);
