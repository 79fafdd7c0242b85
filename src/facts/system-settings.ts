import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { systemSettingsOnLinux } from './system-settings.linux.js';

/** Settings of a Linux system on which release notes put conditions. Undefined is: could not be read. */
export interface SystemSettings {
  readonly init: 'systemd' | 'sysvinit' | 'other';
  readonly systemdVersion: number | undefined;
  /** Effective lines of /etc/sysctl.conf (comments and empty ones left out); undefined when it cannot be read. */
  readonly sysctlConf: readonly string[] | undefined;
  /** /bin, /sbin and /lib are links into /usr. */
  readonly mergedUsr: boolean | undefined;
  readonly cgroup: 'v1' | 'hybrid' | 'v2' | undefined;
  /** LANG of the system: "es_ES.UTF-8". */
  readonly locale: string | undefined;
  /** How /tmp is mounted; undefined when it is part of another file system. */
  readonly tmpMount: { readonly type: string; readonly options: readonly string[] } | undefined;
  /** tmp.mount is masked, so that /tmp stays on disk. */
  readonly tmpMasked: boolean | undefined;
  /** Interface names that the configuration of the network mentions (/etc/network/interfaces and its folder, netplan, systemd-networkd). */
  readonly configuredInterfaces: readonly { readonly name: string; readonly file: string }[];
  /** Interfaces of real devices that are there, with the name udev would give them; the same when that is how they are called. */
  readonly interfaces: readonly { readonly name: string; readonly predictable: string | undefined }[];
  /** /etc/udev/rules.d/70-persistent-net.rules, net.ifnames=0 or a .link file fixes the names. */
  readonly namesFixedBy: readonly string[];
  /** Terminal multiplexers installed. */
  readonly multiplexers: readonly ('screen' | 'tmux')[];
  /** Time zone as set in /etc/timezone or /etc/localtime, when the zone is only in tzdata-legacy from Debian 13 and Ubuntu 24.04 on. */
  readonly legacyTimeZone: string | undefined;
  readonly nisInUse: boolean | undefined;
  /** pam_environment is read by some service (user_readenv=1). */
  readonly pamUserEnvironment: boolean | undefined;
  /** Accounts with a real password whose hash is of an old kind, by kind: `des`, `md5` (root only). */
  readonly weakPasswordHashes: readonly { readonly account: string; readonly kind: 'des' | 'md5' }[] | undefined;
}

export const systemSettings = defineFact<SystemSettings>({
  id: 'system-settings',
  title: say({ en: 'System settings', es: 'Ajustes del sistema' }),
  on: { linux: systemSettingsOnLinux },
});
