// Generated from the files of this folder by `npm run generate`.
import type { Fact } from '../model/fact.js';
import { applications } from './applications.js';
import { apt } from './apt.js';
import { backups } from './backups.js';
import { boot } from './boot.js';
import { certificates } from './certificates.js';
import { clock } from './clock.js';
import { containersAndVirtualMachines } from './containers-and-virtual-machines.js';
import { databases } from './databases.js';
import { dnsZones } from './dns-zones.js';
import { domainController } from './domain-controller.js';
import { drivers } from './drivers.js';
import { exchange } from './exchange.js';
import { exchangeDrive } from './exchange-drive.js';
import { hardware } from './hardware.js';
import { hyperV } from './hyper-v.js';
import { identity } from './identity.js';
import { kernel } from './kernel.js';
import { listeningPorts } from './listening-ports.js';
import { mail } from './mail.js';
import { network } from './network.js';
import { pendingReboot } from './pending-reboot.js';
import { profiles } from './profiles.js';
import { protection } from './protection.js';
import { releaseUpgrader } from './release-upgrader.js';
import { roles } from './roles.js';
import { scheduledTasks } from './scheduled-tasks.js';
import { serverProducts } from './server-products.js';
import { services } from './services.js';
import { sessions } from './sessions.js';
import { shares } from './shares.js';
import { sqlServer } from './sql-server.js';
import { sshServer } from './ssh-server.js';
import { systemSettings } from './system-settings.js';
import { updates } from './updates.js';
import { volumes } from './volumes.js';

export const facts: readonly Fact<unknown>[] = [
  applications,
  apt,
  backups,
  boot,
  certificates,
  clock,
  containersAndVirtualMachines,
  databases,
  dnsZones,
  domainController,
  drivers,
  exchange,
  exchangeDrive,
  hardware,
  hyperV,
  identity,
  kernel,
  listeningPorts,
  mail,
  network,
  pendingReboot,
  profiles,
  protection,
  releaseUpgrader,
  roles,
  scheduledTasks,
  serverProducts,
  services,
  sessions,
  shares,
  sqlServer,
  sshServer,
  systemSettings,
  updates,
  volumes,
];
