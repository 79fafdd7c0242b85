import { say } from '../i18n/text.js';
import type { Source } from '../model/path.js';

/** A page of Microsoft's Windows Server documentation. */
const page = (title: string, path: string): Source => ({
  title: `Microsoft Learn: ${title}`,
  url: `https://learn.microsoft.com/en-us/windows-server/${path}`,
  proof: 'vendor',
});

/** An article of Microsoft's knowledge base of the years before 2003, as kept in a public archive. */
const article = (number: string, title: string): Source => ({
  title: `Microsoft KB Q${number}: ${title}`,
  url: `https://github.com/jeffpar/kbarchive/tree/master/kb/${number.slice(0, 3)}/Q${number}`,
  proof: 'vendor',
});

/** Microsoft's pages that paths and checks rest on, by what they are about. */
export const microsoft = {
  upgradeOverview: page('Overview of Windows Server upgrades', 'get-started/upgrade-overview'),
  upgradePaths2016: page('Supported upgrade paths for Windows Server 2016', 'get-started/supported-upgrade-paths'),
  conversion: page('Upgrade and conversion options', 'get-started/upgrade-conversion-options'),
  hardware: page('Hardware requirements for Windows Server', 'get-started/hardware-requirements'),
  inPlace: page('Perform an in-place upgrade of Windows Server', 'get-started/perform-in-place-upgrade'),
  roles: page('Upgrade and migrate roles and features', 'get-started/upgrade-migrate-roles-features'),
  removed: page('Features removed or deprecated', 'get-started/removed-deprecated-features-windows-server'),
  applications: page('Application compatibility', 'get-started/application-compatibility'),
  upgradeControllers: page('Upgrade domain controllers', 'identity/ad-ds/deploy/upgrade-domain-controllers'),
  functionalLevels: page('Active Directory functional levels', 'identity/ad-ds/active-directory-functional-levels'),
  machineVersions: page(
    'Upgrade virtual machine version in Hyper-V',
    'virtualization/hyper-v/deploy/upgrade-virtual-machine-version-in-hyper-v-on-windows-or-windows-server',
  ),
  cleanmgr: page('cleanmgr', 'administration/windows-commands/cleanmgr'),
  defrag: page('defrag', 'administration/windows-commands/defrag'),
  essentials2019: {
    title: 'Microsoft Learn: What is new in Windows Server 2019 Essentials',
    url: 'https://learn.microsoft.com/en-us/windows-server-essentials/get-started/what-s-new-19',
    proof: 'vendor',
  },
  setupTrouble: {
    title: 'Microsoft Support: Windows Server setup, upgrade and drivers',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/setup-upgrade-and-drivers/setup-upgrade-and-drivers-overview',
    proof: 'vendor',
  },
  setupOptions: {
    title: 'Microsoft Learn: Windows Setup command-line options',
    url: 'https://learn.microsoft.com/en-us/windows-hardware/manufacture/desktop/windows-setup-command-line-options',
    proof: 'vendor',
  },
  tamperProtection: {
    title: 'Microsoft Learn: Protect security settings with tamper protection',
    url: 'https://learn.microsoft.com/en-us/defender-endpoint/prevent-changes-to-security-settings-with-tamper-protection',
    proof: 'vendor',
  },
  lifecycle: {
    title: 'Microsoft Lifecycle data',
    url: 'https://learn.microsoft.com/en-us/lifecycle/products/',
    proof: 'vendor',
  },
  sbs2000Before: {
    title: 'Microsoft TechNet: Before upgrading Small Business Server 2000',
    url: 'https://technet.microsoft.com/en-us/library/cc719797(v=ws.10)',
    proof: 'vendor',
  },
  windows2000Before: {
    title: 'Microsoft TechNet: Before upgrading Windows 2000 Server or Windows Server 2003',
    url: 'https://learn.microsoft.com/en-us/previous-versions/windows/server/cc708109(v=ws.10)',
    proof: 'vendor',
  },
  bestPractices: {
    title: 'Microsoft: Windows Small Business Server 2003 upgrade best practices',
    url: 'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-server-essentials-sbs/cc719950(v=ws.10)',
    proof: 'vendor',
  },
  migrateSbs45: {
    title: 'Microsoft TechNet: Migrating Small Business Server 4.5 or Windows NT Server 4.0 to SBS 2003',
    url: 'https://technet.microsoft.com/en-us/library/cc747375(v=ws.10)',
    proof: 'vendor',
  },
  sbs2003AppendixD: {
    title: 'Microsoft TechNet: Small Business Server 2003, Appendix D',
    url: 'https://technet.microsoft.com/en-us/library/cc747455(v=ws.10)',
    proof: 'vendor',
  },
  kb932600: {
    title: 'Microsoft KB 932600: Windows Server 2003 SP2 and the set-up of Small Business Server 2003',
    url: 'https://support.microsoft.com/kb/932600',
    proof: 'vendor',
  },
  kb298924: {
    title: 'Microsoft KB 298924: Do not back up or scan the Exchange 2000 drive M:',
    url: 'https://support.microsoft.com/kb/298924',
    proof: 'vendor',
  },
  kb2818510: {
    title: 'Microsoft KB 2818510: Windows upgrades under SharePoint 2010 and 2013',
    url: 'https://support.microsoft.com/kb/2818510',
    proof: 'vendor',
  },
  checkUpgradeOnly: {
    title: 'Microsoft TechNet: winnt32 /checkupgradeonly',
    url: 'https://technet.microsoft.com/en-us/library/cc783977(v=ws.10)',
    proof: 'vendor',
  },
  setup2012: {
    title: 'Microsoft support blog, October 2012: Upgrading to Windows Server 2012, part 3',
    proof: 'vendor',
  },
  exchangeAndScanners: article('245822', 'Exchange 2000 and antivirus software; what to stop before an upgrade'),
  exchangeDriveLetter: article('304016', 'How to hide or change the drive letter of the Exchange IFS'),
} as const satisfies Record<string, Source>;

/** Books, blogs and lists that are nobody's official word. */
export const community = {
  sbsCompanion: {
    title: 'SBS 2003 Administrator’s Companion: Preparing for an upgrade',
    url: 'https://flylib.com/books/en/4.486.1.30/1/',
    proof: 'community',
  },
  sbsExam: {
    title: 'Harry Brelsford: notes for exam 70-282, December 2008, server-side migration',
    url: 'https://harrybrelsford.wordpress.com/2008/12/19/70-282-exam-cram-server-side-migration-in-sbs-2003/',
    proof: 'community',
  },
  sbsHardware: {
    title: 'Harry Brelsford: notes on the hardware of Small Business Server 2003, October 2008',
    url: 'https://harrybrelsford.wordpress.com/2008/10/30/',
    proof: 'community',
  },
  sbsLimits: {
    title: 'Windows IT Pro: Is SBS 2003 right for you',
    url: 'https://windowsitpro.com/windows-server/sbs-2003-right-you',
    proof: 'community',
  },
  exchange2003: {
    title: 'TechGenix: Upgrade Exchange 2000 to 2003',
    url: 'https://techgenix.com/upgrade_exchange_2000_to_2003/',
    proof: 'community',
  },
  exchangeAndWindows: {
    title: 'Windows IT Pro, quoting TechNet: No Windows upgrade for Exchange servers',
    url: 'https://www.windowsitpro.com/blog/no-windows-upgrade-for-exchange-servers',
    proof: 'community',
  },
  windows2003Family: {
    title: 'programming4.us: Upgrade paths of the Windows Server 2003 family',
    url: 'https://programming4.us/desktop/5846.aspx',
    proof: 'community',
  },
  windows2008: { title: 'JSI FAQ 98082: Upgrade paths to Windows Server 2008', proof: 'community' },
  setupFailures: {
    title: 'Field reports: 0xC1900101 in upgrades of Windows Server 2012 R2 to 2019',
    url: 'https://magnussharepoint.blogspot.com/2022/02/',
    proof: 'community',
  },
  partitionLayout: {
    title: 'Born City: upgrades that fail on partitions that do not match the firmware',
    url: 'https://borncity.com/win/2020/12/03/',
    proof: 'community',
  },
  endOfLife: {
    title: 'endoflife.date: Windows Server',
    url: 'https://endoflife.date/windows-server',
    proof: 'community',
  },
  sqlServer: { title: 'sql-server-kit: versions and support of SQL Server', proof: 'community' },
  pendingRestart: {
    title: 'Adam the Automator: the registry’s signs of a pending restart',
    url: 'https://adamtheautomator.com/pending-reboot-registry-windows/',
    proof: 'community',
  },
} as const satisfies Record<string, Source>;

/** What administrators do, and figures for which no source was found. */
export const unverified = {
  practice: {
    title: say({ en: 'Common practice of administrators', es: 'Práctica habitual de los administradores' }),
    proof: 'unverified',
  },
  oldTable: {
    title: say({
      en: 'The upgrade tables of Windows Server 2012 and 2012 R2, which Microsoft’s current table leaves out',
      es: 'Las tablas de actualización de Windows Server 2012 y 2012 R2, que la tabla actual de Microsoft no recoge',
    }),
    proof: 'unverified',
  },
  freeSpace: {
    title: say({
      en: 'Free space for the upgrade: our policy, since Microsoft gives no figure',
      es: 'Espacio libre para actualizar: criterio nuestro, ya que Microsoft no da ninguna cifra',
    }),
    proof: 'unverified',
  },
  sbs2003Hardware: {
    title: say({
      en: 'The figures usually quoted for Small Business Server 2003',
      es: 'Las cifras que suelen citarse para Small Business Server 2003',
    }),
    proof: 'unverified',
  },
} as const satisfies Record<string, Source>;
