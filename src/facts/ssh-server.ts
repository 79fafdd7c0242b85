import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { sshServerOnLinux } from './ssh-server.linux.js';

/** The SSH server's settings and how this session came in. */
export interface SshServer {
  readonly installed: boolean;
  /** Upstream version ("9.2p1") as the package says it. */
  readonly version: string | undefined;
  /** `files`: what the configuration files say, defaults unknown; `effective`: from sshd -T, in recordings of earlier versions. */
  readonly source: 'effective' | 'files' | 'none';
  /** Settings in lower case with their values in order: `permitrootlogin`, `port`, `hostkey`, `hostkeyalgorithms`, `pubkeyacceptedalgorithms`, `kexalgorithms`, `ciphers`, `passwordauthentication`, `usepam`, … */
  readonly settings: Readonly<Record<string, readonly string[]>>;
  /** Type and size of each host key: "ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp256". */
  readonly hostKeys: readonly { readonly file: string; readonly type: string }[];
  /** Accounts whose authorized_keys hold an ssh-dss key; undefined when not all homes could be read. */
  readonly dsaUsers: readonly string[] | undefined;
  /** sshd is started by ssh.socket (Ubuntu 22.10 and later). */
  readonly socketActivated: boolean | undefined;
  readonly session: {
    /** This very session came in over SSH. */
    readonly overSsh: boolean;
    /** It runs inside screen or tmux, and so outlives a lost connection. */
    readonly inside: 'screen' | 'tmux' | undefined;
  };
}

export const sshServer = defineFact<SshServer>({
  id: 'ssh-server',
  title: say({ en: 'SSH server', es: 'Servidor SSH' }),
  on: { linux: sshServerOnLinux },
});
