// Generated from the files of this folder by `npm run generate`.
import type { Step } from '../model/step.js';
import { disconnectNetwork } from './disconnect-network.js';
import { diskTools } from './disk-tools.js';
import { internetConnectionInfo } from './internet-connection-info.js';
import { logOffUsers } from './log-off-users.js';
import { notifyUsers } from './notify-users.js';
import { thirdPartyServices } from './third-party-services.js';
import { waitForUpgrade } from './wait-for-upgrade.js';

export const steps: readonly Step[] = [
  disconnectNetwork,
  diskTools,
  internetConnectionInfo,
  logOffUsers,
  notifyUsers,
  thirdPartyServices,
  waitForUpgrade,
];
