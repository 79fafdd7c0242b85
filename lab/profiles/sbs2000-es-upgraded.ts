import type { RegistryTree } from '../registry.js';
import { currentVersion } from './windows-keys.js';

const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

/** Of the old backup product: it does not run on Windows Server 2003, and set-up takes it away. */
export const removedByUpgrade = 'BackupExecDeviceMediaService';

/** Of the antivirus: set-up leaves it to be started by hand. */
export const startChangedByUpgrade = 'DefWatch';

/**
 * What set-up of Small Business Server 2003 with its SP1 leaves of the server: the keys by which Windows says what it is (the same as in the profile
 * sbs2003), one service gone, the start mode of another changed.
 */
export const sbs2000esUpgraded: RegistryTree = {
  ...currentVersion({
    ProductName: 'Microsoft Windows Server 2003 for Small Business Server',
    CurrentVersion: '5.2',
    CurrentBuildNumber: '3790',
    CSDVersion: 'Service Pack 1',
  }),
  'HKLM\\SOFTWARE\\Microsoft\\SmallBusinessServer': { ServicePackNumber: 1 },
  'HKLM\\SOFTWARE\\Microsoft\\Exchange\\Setup': { NewestBuild: 7226 },
  [`${services}\\${removedByUpgrade}`]: null,
  [`${services}\\${startChangedByUpgrade}`]: { Start: 3 },
};
