import type { CommandQuestion, PowerShellQuestion, RegistryQuestion } from '../../model/question.js';
import { productOptions } from './windows.js';

const domainName = {
  id: 'windows-domain-name',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
  values: ['Domain', 'NV Domain', 'Hostname', 'NV Hostname'],
} as const satisfies RegistryQuestion;

const directory = {
  id: 'windows-directory',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\NTDS\\Parameters',
  values: ['Root Domain', 'Machine DN Name', 'Global Catalog Promotion Complete'],
} as const satisfies RegistryQuestion;

/** State of the move of SYSVOL from FRS to DFSR, as this controller keeps it. */
const sysvolMigration = {
  id: 'windows-sysvol-migration',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\DFSR\\Parameters\\SysVols\\Migrating SysVols',
} as const satisfies RegistryQuestion;

/** Parts of the directory's answer, each begun by a line that nothing else prints. */
const part = (name: string, command: string) => `echo @antesala-part ${name}& ${command} 2>nul`;

/**
 * Operation masters, controllers, levels and trusts by dsquery, which every controller from 2003 on has and which prints names and
 * numbers only. It reads from the server itself where that is a controller.
 */
const queries = {
  id: 'windows-directory-queries',
  kind: 'command',
  line: [
    ...(['schema', 'name', 'pdc', 'rid', 'infr'] as const).map(master =>
      part(
        master,
        `dsquery server ${master === 'schema' || master === 'name' ? '-forest ' : ''}-hasfsmo ${master} -o rdn`,
      ),
    ),
    part('controllers', 'dsquery server -o rdn'),
    part('catalogs', 'dsquery server -isgc -o rdn'),
    part('domain-level', 'dsquery * domainroot -scope base -attr msDS-Behavior-Version -L'),
    part(
      'forest-level',
      'dsquery * forestroot -gc -filter "(objectClass=crossRefContainer)" -attr msDS-Behavior-Version -L',
    ),
    part('trusts', 'dsquery * domainroot -filter "(objectClass=trustedDomain)" -attr trustPartner -L'),
    part('sysvol', 'dsquery * domainroot -filter "(objectClass=msDFSR-GlobalSettings)" -attr msDFSR-Flags -L'),
  ].join('& '),
  timeoutSeconds: 60,
} as const satisfies CommandQuestion;

/** The levels as the root of the directory itself gives them, where PowerShell is there. */
const root = {
  id: 'windows-directory-root',
  kind: 'powershell',
  script: `$t = (Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions').ProductType
if ($t -ne 'LanmanNT') { '{}' } else {
  $r = [ADSI]'LDAP://RootDSE'
  @{ domainLevel = [string]$r.domainFunctionality; forestLevel = [string]$r.forestFunctionality } | ConvertTo-Json -Compress
}`,
} as const satisfies PowerShellQuestion;

export const directoryQuestions = {
  productType: productOptions,
  domainName,
  directory,
  sysvolMigration,
  queries,
  root,
} as const;
