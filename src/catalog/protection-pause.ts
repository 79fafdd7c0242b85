import { say } from '../i18n/text.js';
import type { Source } from '../model/path.js';

/**
 * How a product is switched off for an upgrade. `defender`: by Microsoft's own cmdlet. `real-time-units`: the unit that scans on access is
 * stopped, the rest goes on. `services`: its services or units are stopped and kept from starting. `person`: in its own console, by
 * somebody who may: its services defend themselves, or nobody's document says what else is supported.
 */
export interface Pause {
  readonly by: 'defender' | 'real-time-units' | 'services' | 'person';
  readonly source: Source;
}

/** Said of antivirus, backup agents and monitors alike, of upgrades of Windows 2000 and its Exchange. */
const stopAndDisable: Source = {
  title:
    'Microsoft KB Q245822: stop and disable antivirus, third-party services, monitors and backup before an upgrade',
  proof: 'vendor',
};

/** What the makers' own documents say; for a product that is not here, see {@link pauseOf}. */
const documented: Readonly<Record<string, Pause>> = {
  'microsoft-defender': {
    by: 'defender',
    source: {
      title: 'Microsoft: Set-MpPreference, DisableRealtimeMonitoring',
      url: 'https://learn.microsoft.com/powershell/module/defender/set-mppreference',
      proof: 'vendor',
    },
  },
  clamav: {
    by: 'real-time-units',
    source: {
      title: 'ClamAV on-access scanning: clamonacc is a program of its own beside clamd',
      url: 'https://docs.clamav.net/manual/OnAccess.html',
      proof: 'vendor',
    },
  },
  'system-recovery': {
    by: 'services',
    source: {
      title: 'Arctera System Recovery: starting or stopping the agent service; while it is stopped no backup runs',
      url: 'https://docs.backupexec.com/us/en/sr-userdocs/product-guides/windows/arctera-system-recovery-users-guide/24-0/backing-up-remote-computers-from-your-computer/best-practices-for-arctera-system-rec-1b45864410/starting-or-stopping-the-arctera-system-recovery-a.html',
      proof: 'vendor',
    },
  },
};

/** A timer or service that systemd runs can be masked, whoever wrote it. */
const masked: Source = {
  title: 'systemctl(1): mask',
  url: 'https://www.freedesktop.org/software/systemd/man/latest/systemctl.html',
  proof: 'vendor',
};

const nobodySays: Source = {
  title: say({
    en: 'No document of the maker was read: ask in its console or at its support',
    es: 'No se ha leído ningún documento del fabricante: consulte su consola o su soporte',
  }),
  proof: 'unverified',
};

/**
 * How to switch off a product on that host. Where its maker's word is not known: backup agents by their services; antivirus on Windows
 * 2000 and 2003 as Microsoft told to; later antivirus and all endpoint detection by a person, since it defends its services.
 *
 * @param legacy the host is Windows 2000 or 2003
 */
export function pauseOf(
  product: { readonly id: string; readonly kind: 'antivirus' | 'edr' | 'backup' },
  { platform, legacy }: { readonly platform: 'windows' | 'linux'; readonly legacy: boolean },
): Pause {
  const known = Object.hasOwn(documented, product.id) ? documented[product.id] : undefined;
  if (known) return known;
  if (product.kind === 'backup') return { by: 'services', source: platform === 'linux' ? masked : stopAndDisable };
  if (product.kind === 'antivirus' && legacy) return { by: 'services', source: stopAndDisable };
  return { by: 'person', source: nobodySays };
}
