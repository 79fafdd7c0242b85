// Generated from the files of this folder by `npm run generate`.
import type { Check } from '../model/check.js';
import { adfsRole } from './adfs-role.js';
import { aptBackports } from './apt-backports.js';
import { aptBrokenPackages } from './apt-broken-packages.js';
import { aptForeignArchitectures } from './apt-foreign-architectures.js';
import { aptForeignPackages } from './apt-foreign-packages.js';
import { aptHeldPackages } from './apt-held-packages.js';
import { aptLock } from './apt-lock.js';
import { aptObsoletePackages } from './apt-obsolete-packages.js';
import { aptPinning } from './apt-pinning.js';
import { aptResidualConfiguration } from './apt-residual-configuration.js';
import { aptSourcesForeign } from './apt-sources-foreign.js';
import { aptSourcesRelease } from './apt-sources-release.js';
import { architecture64Bit } from './architecture-64-bit.js';
import { backofficeInstalled } from './backoffice-installed.js';
import { backupAgents } from './backup-agents.js';
import { backupEndedWell } from './backup-ended-well.js';
import { backupProof } from './backup-proof.js';
import { biosAge } from './bios-age.js';
import { bootFromVhd } from './boot-from-vhd.js';
import { bootPartitionSpace } from './boot-partition-space.js';
import { brokenProfiles } from './broken-profiles.js';
import { builtInAdministrator } from './built-in-administrator.js';
import { certificatesExpiring } from './certificates-expiring.js';
import { changedConfiguration } from './changed-configuration.js';
import { cleanupAdvice } from './cleanup-advice.js';
import { clockRight } from './clock-right.js';
import { clusterMember } from './cluster-member.js';
import { componentStore } from './component-store.js';
import { connectionSheet } from './connection-sheet.js';
import { coreControllerHang } from './core-controller-hang.js';
import { cpuFeatures } from './cpu-features.js';
import { cpuSpeed } from './cpu-speed.js';
import { dcAdprep } from './dc-adprep.js';
import { dcCleanInstallPreferred } from './dc-clean-install-preferred.js';
import { dcFunctionalLevel } from './dc-functional-level.js';
import { dcHealth } from './dc-health.js';
import { dcSysvolDfsr } from './dc-sysvol-dfsr.js';
import { defenderTamperProtection } from './defender-tamper-protection.js';
import { defragmentAdvice } from './defragment-advice.js';
import { dirtyVolume } from './dirty-volume.js';
import { dkmsModules } from './dkms-modules.js';
import { dovecotConfiguration } from './dovecot-configuration.js';
import { dynamicMirroredSystemDisk } from './dynamic-mirrored-system-disk.js';
import { editionPath } from './edition-path.js';
import { encryptedVolumes } from './encrypted-volumes.js';
import { essentialsRole } from './essentials-role.js';
import { evaluationEdition } from './evaluation-edition.js';
import { exchange2000ServicePack } from './exchange-2000-service-pack.js';
import { exchangeDriveBackupExclusion } from './exchange-drive-backup-exclusion.js';
import { exchangeDriveMapped } from './exchange-drive-mapped.js';
import { exchangeInstalled } from './exchange-installed.js';
import { fileSystemNtfs } from './file-system-ntfs.js';
import { grubInstallDevices } from './grub-install-devices.js';
import { hyperVMachineVersion } from './hyper-v-machine-version.js';
import { hyperVMachinesOff } from './hyper-v-machines-off.js';
import { i386NotSupported } from './i386-not-supported.js';
import { initSystem } from './init-system.js';
import { installOption } from './install-option.js';
import { interfaceNames } from './interface-names.js';
import { internetFacingAdapter } from './internet-facing-adapter.js';
import { isaServer } from './isa-server.js';
import { kernelMetapackage } from './kernel-metapackage.js';
import { knownDriverBlockers } from './known-driver-blockers.js';
import { languageKept } from './language-kept.js';
import { legacyTimeZone } from './legacy-time-zone.js';
import { machinesRunningHere } from './machines-running-here.js';
import { mariadbCleanShutdown } from './mariadb-clean-shutdown.js';
import { mediaAndKey } from './media-and-key.js';
import { memory } from './memory.js';
import { mergedUsr } from './merged-usr.js';
import { multipointRole } from './multipoint-role.js';
import { newestDrivers } from './newest-drivers.js';
import { nicTeam } from './nic-team.js';
import { nonFreeFirmware } from './non-free-firmware.js';
import { notifyUsers } from './notify-users.js';
import { packageListsFresh } from './package-lists-fresh.js';
import { pamUserEnvironment } from './pam-user-environment.js';
import { partitionFirmwareMismatch } from './partition-firmware-mismatch.js';
import { pendingReboot } from './pending-reboot.js';
import { postgresqlClusters } from './postgresql-clusters.js';
import { printFaxRole } from './print-fax-role.js';
import { processorsLimit } from './processors-limit.js';
import { profilesMoved } from './profiles-moved.js';
import { queuesEmpty } from './queues-empty.js';
import { rabbitmqUpgrade } from './rabbitmq-upgrade.js';
import { rdsFarm } from './rds-farm.js';
import { realTimeAntivirus } from './real-time-antivirus.js';
import { recentBackup } from './recent-backup.js';
import { releaseUpgraderReady } from './release-upgrader-ready.js';
import { removedFeatures } from './removed-features.js';
import { sambaDomainController } from './samba-domain-controller.js';
import { sbsNetworkAdapters } from './sbs-network-adapters.js';
import { sbs2000ServicePack } from './sbs2000-service-pack.js';
import { serverInformationSaved } from './server-information-saved.js';
import { servicePackLevel } from './service-pack-level.js';
import { setupCompatibilityScan } from './setup-compatibility-scan.js';
import { sharepointInstalled } from './sharepoint-installed.js';
import { singleSbsLimits } from './single-sbs-limits.js';
import { slapdBackends } from './slapd-backends.js';
import { sqlServerVersion } from './sql-server-version.js';
import { sshDsaKeys } from './ssh-dsa-keys.js';
import { sshSessionSurvives } from './ssh-session-survives.js';
import { startPartitionSpace } from './start-partition-space.js';
import { supportEnds } from './support-ends.js';
import { supportedPath } from './supported-path.js';
import { sysctlConfIgnored } from './sysctl-conf-ignored.js';
import { systemDiskSpace } from './system-disk-space.js';
import { systemVolumeSize } from './system-volume-size.js';
import { tasksWithRemovedInterpreters } from './tasks-with-removed-interpreters.js';
import { tasksWithStoredCredentials } from './tasks-with-stored-credentials.js';
import { thirdPartyDrivers } from './third-party-drivers.js';
import { thirdPartyServices } from './third-party-services.js';
import { tmpBecomesTmpfs } from './tmp-becomes-tmpfs.js';
import { unattendedUpgrades } from './unattended-upgrades.js';
import { unletteredLargeVolume } from './unlettered-large-volume.js';
import { unsignedDrivers } from './unsigned-drivers.js';
import { updatesPending } from './updates-pending.js';
import { usersLoggedOn } from './users-logged-on.js';
import { vendorSupportsApplications } from './vendor-supports-applications.js';
import { virtualMachineTools } from './virtual-machine-tools.js';
import { virusScanEvidence } from './virus-scan-evidence.js';
import { w2003Sp2MustGo } from './w2003-sp2-must-go.js';
import { weakPasswordHashes } from './weak-password-hashes.js';
import { windows9xClients } from './windows-9x-clients.js';

export const checks: readonly Check[] = [
  adfsRole,
  aptBackports,
  aptBrokenPackages,
  aptForeignArchitectures,
  aptForeignPackages,
  aptHeldPackages,
  aptLock,
  aptObsoletePackages,
  aptPinning,
  aptResidualConfiguration,
  aptSourcesForeign,
  aptSourcesRelease,
  architecture64Bit,
  backofficeInstalled,
  backupAgents,
  backupEndedWell,
  backupProof,
  biosAge,
  bootFromVhd,
  bootPartitionSpace,
  brokenProfiles,
  builtInAdministrator,
  certificatesExpiring,
  changedConfiguration,
  cleanupAdvice,
  clockRight,
  clusterMember,
  componentStore,
  connectionSheet,
  coreControllerHang,
  cpuFeatures,
  cpuSpeed,
  dcAdprep,
  dcCleanInstallPreferred,
  dcFunctionalLevel,
  dcHealth,
  dcSysvolDfsr,
  defenderTamperProtection,
  defragmentAdvice,
  dirtyVolume,
  dkmsModules,
  dovecotConfiguration,
  dynamicMirroredSystemDisk,
  editionPath,
  encryptedVolumes,
  essentialsRole,
  evaluationEdition,
  exchange2000ServicePack,
  exchangeDriveBackupExclusion,
  exchangeDriveMapped,
  exchangeInstalled,
  fileSystemNtfs,
  grubInstallDevices,
  hyperVMachineVersion,
  hyperVMachinesOff,
  i386NotSupported,
  initSystem,
  installOption,
  interfaceNames,
  internetFacingAdapter,
  isaServer,
  kernelMetapackage,
  knownDriverBlockers,
  languageKept,
  legacyTimeZone,
  machinesRunningHere,
  mariadbCleanShutdown,
  mediaAndKey,
  memory,
  mergedUsr,
  multipointRole,
  newestDrivers,
  nicTeam,
  nonFreeFirmware,
  notifyUsers,
  packageListsFresh,
  pamUserEnvironment,
  partitionFirmwareMismatch,
  pendingReboot,
  postgresqlClusters,
  printFaxRole,
  processorsLimit,
  profilesMoved,
  queuesEmpty,
  rabbitmqUpgrade,
  rdsFarm,
  realTimeAntivirus,
  recentBackup,
  releaseUpgraderReady,
  removedFeatures,
  sambaDomainController,
  sbsNetworkAdapters,
  sbs2000ServicePack,
  serverInformationSaved,
  servicePackLevel,
  setupCompatibilityScan,
  sharepointInstalled,
  singleSbsLimits,
  slapdBackends,
  sqlServerVersion,
  sshDsaKeys,
  sshSessionSurvives,
  startPartitionSpace,
  supportEnds,
  supportedPath,
  sysctlConfIgnored,
  systemDiskSpace,
  systemVolumeSize,
  tasksWithRemovedInterpreters,
  tasksWithStoredCredentials,
  thirdPartyDrivers,
  thirdPartyServices,
  tmpBecomesTmpfs,
  unattendedUpgrades,
  unletteredLargeVolume,
  unsignedDrivers,
  updatesPending,
  usersLoggedOn,
  vendorSupportsApplications,
  virtualMachineTools,
  virusScanEvidence,
  w2003Sp2MustGo,
  weakPasswordHashes,
  windows9xClients,
];
