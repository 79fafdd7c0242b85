import type { Row } from '../../src/model/answer.js';
import type { Classes, Hive, Machine } from './machine.js';
import type { Release } from './releases.js';
import type { ServerSketch } from './sketch.js';

/**
 * Roles and features by their stable names, with their number in Win32_ServerFeature and their name in Win32_OptionalFeature
 * (Microsoft, "Win32_ServerFeature class"; names as DISM lists them).
 */
const features: Readonly<
  Record<string, readonly [title: string, number: number | undefined, optional: string | undefined]>
> = {
  'FileAndStorage-Services': ['File and Storage Services', 481, undefined],
  'File-Services': ['File and iSCSI Services', 6, undefined],
  'FS-FileServer': ['File Server', 255, 'File-Services'],
  'FS-SMB1': ['SMB 1.0/CIFS File Sharing Support', undefined, 'SMB1Protocol'],
  'PowerShell-V2': ['Windows PowerShell 2.0 Engine', 411, 'MicrosoftWindowsPowerShellV2'],
  'AD-Domain-Services': ['Active Directory Domain Services', 10, 'DirectoryServices-DomainController'],
  DNS: ['DNS Server', 13, 'DNS-Server-Full-Role'],
  DHCP: ['DHCP Server', 12, 'DHCPServer'],
  'Web-Server': ['Web Server (IIS)', 2, 'IIS-WebServerRole'],
  'Web-Lgcy-Mgmt-Console': ['IIS 6 Management Console', 182, 'IIS-LegacySnapIn'],
  'SMTP-Server': ['SMTP Server', 48, 'Smtpsvc-Service-Update-Name'],
  'Print-Services': ['Print and Document Services', 7, 'Printing-Server-Foundation-Features'],
  'Print-Server': ['Print Server', 135, 'Printing-Server-Role'],
  'Hyper-V': ['Hyper-V', 20, 'Microsoft-Hyper-V'],
  'Windows-Server-Backup': ['Windows Server Backup', 39, 'WindowsServerBackup'],
  'Windows-Defender': ['Windows Defender Antivirus', undefined, 'Windows-Defender'],
  'FS-DFS-Namespace': ['DFS Namespaces', 101, 'DFSN-Server'],
  'FS-Resource-Manager': ['File Server Resource Manager', 104, 'FSRM-Infrastructure'],
  ServerEssentialsRole: ['Windows Server Essentials Experience', 485, 'ServerEssentials'],
  'RDS-Gateway': ['Remote Desktop Gateway', 132, 'Gateway'],
  'AD-Certificate': ['Active Directory Certificate Services', 16, 'CertificateServices'],
  'RSAT-ADDS': ['AD DS and AD LDS Tools', undefined, undefined],
  UpdateServices: ['Windows Server Update Services', 404, 'UpdateServices'],
  Fax: ['Fax Server', 5, 'FaxServiceRole'],
};

/** What is installed, in the three ways in which releases list it. */
export function featuresOf(
  sketch: ServerSketch,
  { build }: Release,
): {
  readonly hive: Hive;
  readonly classes: Classes;
  readonly scripts: Machine['scripts'];
} {
  const installed = [...systemFeatures(build), ...(sketch.roles ?? []), ...(sketch.features ?? [])];
  const listed = [...new Set(installed)].map(name => ({ name, entry: entryOf(name) }));
  const old = sketch.components ?? {};
  return {
    hive:
      build < 6000
        ? { 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\Oc Manager\\Subcomponents': old }
        : {},
    classes:
      build < 6000
        ? { Win32_ServerFeature: 'no class', Win32_OptionalFeature: 'no class' }
        : {
            Win32_ServerFeature: listed.flatMap(({ entry: [title, number] }): Row[] =>
              number === undefined ? [] : [{ ID: number, Name: title }],
            ),
            Win32_OptionalFeature: listed.flatMap(({ entry: [title, , name] }): Row[] =>
              name === undefined ? [] : [{ Name: name, Caption: title, InstallState: 1 }],
            ),
          },
    scripts: {
      'powershell-windows-features': { features: listed.map(({ name, entry: [title] }) => ({ name, title })) },
    },
  };
}

/** What every server of a release has without anybody's doing. */
function systemFeatures(build: number): readonly string[] {
  const common = ['FileAndStorage-Services', 'File-Services', 'FS-FileServer'];
  if (build < 9200) return common.slice(1, 2);
  return build <= 14_393 ? [...common, 'FS-SMB1', 'PowerShell-V2'] : [...common, 'PowerShell-V2'];
}

function entryOf(name: string) {
  const entry = features[name];
  if (!entry) throw new Error(`The feature ${name} is not described in windows-features.ts.`);
  return entry;
}
