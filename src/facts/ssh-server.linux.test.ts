import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { sshServerOnLinux } from './ssh-server.linux.js';

const packages = text('amd64\nopenssh-server 1:9.2p1-2+deb12u7\ntmux 3.3a *\n');
/** Debian 12, OpenSSH 9.2, recorded and shortened; "ana" was given a DSA key for it. */
const recorded = `
::effective
port 22
usepam yes
permitrootlogin without-password
passwordauthentication yes
hostkey /etc/ssh/ssh_host_rsa_key
hostkey /etc/ssh/ssh_host_ed25519_key
pubkeyacceptedalgorithms ssh-ed25519,rsa-sha2-512

::files
Include /etc/ssh/sshd_config.d/*.conf
UsePAM yes

::keys
/etc/ssh/ssh_host_ed25519_key.pub ssh-ed25519
/etc/ssh/ssh_host_rsa_key.pub ssh-rsa

::homes
d ana

::session
dash
`;

describe('SSH server', () => {
  it('as root, its effective settings (Debian 12, recorded)', () => {
    expect(valueWith(sshServerOnLinux, { server: text(recorded), packages })).toEqual({
      installed: true,
      version: '9.2p1',
      source: 'effective',
      settings: {
        port: ['22'],
        usepam: ['yes'],
        permitrootlogin: ['without-password'],
        passwordauthentication: ['yes'],
        hostkey: ['/etc/ssh/ssh_host_rsa_key', '/etc/ssh/ssh_host_ed25519_key'],
        pubkeyacceptedalgorithms: ['ssh-ed25519,rsa-sha2-512'],
      },
      hostKeys: [
        { file: '/etc/ssh/ssh_host_ed25519_key.pub', type: 'ssh-ed25519' },
        { file: '/etc/ssh/ssh_host_rsa_key.pub', type: 'ssh-rsa' },
      ],
      dsaUsers: ['ana'],
      socketActivated: undefined,
      session: { overSsh: false, inside: undefined },
    });
  });

  it('as another account, what the files say; homes that are closed leave their keys unknown', () => {
    const files = `
::effective

::files
PermitRootLogin no
permitrootlogin yes
Port 22
Port 2222
Match User backup
PasswordAuthentication no

::homes
? root

::session
sh
sshd
sshd
`;
    expect(valueWith(sshServerOnLinux, { server: text(files), packages })).toMatchObject({
      source: 'files',
      settings: { permitrootlogin: ['no'], port: ['22', '2222'] },
      dsaUsers: undefined,
      session: { overSsh: true, inside: undefined },
    });
  });

  const sessions: readonly [string, boolean, 'screen' | 'tmux' | undefined][] = [
    ['dash\ntmux: server\nsystemd', false, 'tmux'],
    ['bash\nscreen', false, 'screen'],
    ['sh\nsshd-session\nsshd', true, undefined],
    ['sh\nsudo\nSSH_CONNECTION\nSTY', true, 'screen'],
    ['sh\nbash\nlogin', false, undefined],
  ];
  it.each(sessions)('a session under %j', (chain, overSsh, inside) => {
    const { session } = valueWith(sshServerOnLinux, { server: text(`\n::session\n${chain}\n`), packages });
    expect(session).toEqual({ overSsh, inside });
  });

  it('none installed, and not looked', () => {
    const none = valueWith(sshServerOnLinux, {
      server: text('\n::effective\n\n::files\n\n::homes\n'),
      packages: text('amd64\nbash 5\n'),
    });
    expect(none).toMatchObject({ installed: false, source: 'none', dsaUsers: [] });
    expect(reasonWith(sshServerOnLinux, { server: denied, packages }).en).toContain('root');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(sshServerOnLinux, [recorded])).not.toThrow();
  });
});
