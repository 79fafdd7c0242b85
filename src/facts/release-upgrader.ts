import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { releaseUpgraderOnLinux } from './release-upgrader.linux.js';

/** Ubuntu's way to the next release, and what is under way on either distribution. */
export interface ReleaseUpgrader {
  /** do-release-upgrade is there. */
  readonly installed: boolean;
  /** Prompt= of /etc/update-manager/release-upgrades. */
  readonly prompt: 'lts' | 'normal' | 'never' | undefined;
  /** Ubuntu Pro: attached, with the services that are enabled; undefined when the client is not there. */
  readonly pro: { readonly attached: boolean; readonly services: readonly string[] } | undefined;
  /** unattended-upgrades is installed, and switched on by APT::Periodic. */
  readonly unattended: { readonly installed: boolean; readonly enabled: boolean | undefined };
  readonly needrestart: boolean;
  readonly aptListchanges: boolean;
  readonly etckeeper: boolean;
  /** Snaps installed; undefined when snapd is not there. */
  readonly snaps: readonly string[] | undefined;
  /** Log folder of an earlier release upgrade (/var/log/dist-upgrade) with the day of its last entry. */
  readonly lastUpgrade: string | undefined;
}

export const releaseUpgrader = defineFact<ReleaseUpgrader>({
  id: 'release-upgrader',
  title: say({ en: 'Release upgrader', es: 'Herramienta de cambio de versión' }),
  on: { linux: releaseUpgraderOnLinux },
});
