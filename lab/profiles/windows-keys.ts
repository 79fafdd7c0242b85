import type { RegistryData, RegistryTree } from '../registry.js';

const uninstall = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

/** An entry of the list of installed programs. */
export interface Installed {
  readonly key: string;
  readonly name: string;
  readonly version?: string;
  readonly publisher?: string;
  readonly folder?: string;
}

/** The list of installed programs, as their set-up programs register them. */
export function installedPrograms(programs: readonly Installed[]): RegistryTree {
  return Object.fromEntries(
    programs.map(program => {
      const values: Record<string, RegistryData> = { DisplayName: program.name };
      if (program.version) values['DisplayVersion'] = program.version;
      if (program.publisher) values['Publisher'] = program.publisher;
      if (program.folder) values['InstallLocation'] = program.folder;
      return [`${uninstall}\\${program.key}`, values];
    }),
  );
}

/** What Windows says of itself under CurrentVersion. */
export const currentVersion = (values: Readonly<Record<string, RegistryData>>): RegistryTree => ({
  'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion': values,
});

/** Values of CurrentVersion that Wine writes for every version but Windows has only since Vista and later. */
export const unknownBefore2008 = {
  CurrentBuild: null,
  CurrentMajorVersionNumber: null,
  CurrentMinorVersionNumber: null,
  EditionId: null,
  InstallationType: null,
} as const;

/** Role and suites. Source: KB Q152078 (ProductType) and the suite strings read by the kernel (ProductSuite). */
export const productOptions = (type: 'LanmanNT' | 'ServerNT', suites: readonly string[]): RegistryTree => ({
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions': { ProductType: type, ProductSuite: suites },
});

/** Language of the set-up, as four hexadecimal digits, and processor: this Wine is 64-bit only, the systems of 2000 and 2003 were not. */
export const builtFor = (language: string, architecture: 'x86' | 'AMD64'): RegistryTree => ({
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\Language': { InstallLanguage: language },
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment': { PROCESSOR_ARCHITECTURE: architecture },
});

/** Folders shared with others, as the Server service keeps them. */
export const sharedFolders = (folders: Readonly<Record<string, string>>): RegistryTree => ({
  'HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Shares': Object.fromEntries(
    Object.entries(folders).map(([name, path]) => [
      name,
      ['CSCFlags=0', 'MaxUses=4294967295', `Path=${path}`, 'Permissions=0', `ShareName=${name}`, 'Type=0'],
    ]),
  ),
});

/** Zones that the DNS server loads; Type 1 is a primary one. */
export const dnsZones = (...names: readonly string[]): RegistryTree =>
  Object.fromEntries(
    names.map(name => [
      `HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\DNS Server\\Zones\\${name}`,
      { Type: 1, DsIntegrated: 1 },
    ]),
  );
