import type { Answer } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { RegistryQuestion, WmiQuestion } from '../model/question.js';
import type { Identity } from './identity.js';
import { computerNames, computerSystem, currentVersion, operatingSystem, productOptions } from './questions/windows.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, listIn, numberCell, numberIn, rowsOf, textCell, textIn } from './reading/windows-answers.js';
import { languageOf, lcidFrom } from './reading/windows-languages.js';
import { type ProductSigns, editionOf, productOf, smallBusinessOf } from './reading/windows-product.js';

/** "R2" of Windows Server 2003 R2; the property came with XP, so that Windows 2000 may refuse the query. */
const otherType = {
  id: 'windows-other-type',
  kind: 'wmi',
  class: 'Win32_OperatingSystem',
  properties: ['OtherTypeDescription'],
} as const satisfies WmiQuestion;

/** Edition as a number, Windows Server 2008 and later: tells Server Core where InstallationType is not written yet. */
const editionNumber = {
  id: 'windows-edition-number',
  kind: 'wmi',
  class: 'Win32_OperatingSystem',
  properties: ['OperatingSystemSKU'],
} as const satisfies WmiQuestion;

/** PROCESSOR_ARCHITECTURE of the system, not of a 32-bit script engine. */
const systemEnvironment = {
  id: 'registry-system-environment',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
  values: ['PROCESSOR_ARCHITECTURE'],
} as const satisfies RegistryQuestion;

/** Language the system was installed in: an upgrade must be in the same. */
const installLanguage = {
  id: 'registry-install-language',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\Language',
  values: ['InstallLanguage', 'Default'],
} as const satisfies RegistryQuestion;

/** CSDVersion as a number: the service pack in its upper byte (0x400 is Service Pack 4). */
const servicePackNumber = {
  id: 'registry-service-pack',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Windows',
  values: ['CSDVersion'],
} as const satisfies RegistryQuestion;

/** ServicePackNumber is there once Small Business Server 2003 SP1 is installed (Microsoft's SBS blog). */
const smallBusinessServer = {
  id: 'registry-small-business-server',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\SmallBusinessServer',
  values: ['ServicePackNumber'],
} as const satisfies RegistryQuestion;

/** DNS domain of the computer, for hosts that do not tell it through WMI. */
const tcpipDomain = {
  id: 'registry-tcpip-domain',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
  values: ['Hostname', 'NV Hostname', 'Domain', 'NV Domain'],
} as const satisfies RegistryQuestion;

const questions = {
  currentVersion,
  productOptions,
  system: operatingSystem,
  computer: computerSystem,
  names: computerNames,
  otherType,
  editionNumber,
  environment: systemEnvironment,
  language: installLanguage,
  servicePack: servicePackNumber,
  smallBusiness: smallBusinessServer,
  tcpip: tcpipDomain,
} as const;

export const identityOnWindows = reader<Identity, typeof questions>({
  questions,
  parse: answers => {
    const version = keyOf(answers.currentVersion, currentVersion.key);
    if (!version) return couldNotRead(currentVersion.key, answers.currentVersion);
    const options = keyOf(answers.productOptions, productOptions.key);
    // without it a workstation could pass for a server and a live Small Business Server for a plain one
    if (!options) return couldNotRead(productOptions.key, answers.productOptions);
    const system = rowsOf(answers.system)?.[0];
    const computer = rowsOf(answers.computer)?.[0];
    const type = textIn(options, 'ProductType')?.toLowerCase();
    const signs: ProductSigns = {
      build: buildOf(textIn(version, 'CurrentBuildNumber') ?? textCell(system?.BuildNumber)),
      version: textIn(version, 'CurrentVersion'),
      editionId: textIn(version, 'EditionID'),
      productName: textIn(version, 'ProductName'),
      caption: textCell(system?.Caption),
      otherType: textCell(rowsOf(answers.otherType)?.[0]?.OtherTypeDescription),
      suites: listIn(options, 'ProductSuite'),
      workstation: type === 'winnt',
    };
    const product = productOf(signs);
    const role = roleOf(type, numberCell(computer?.DomainRole));
    const tcpip = keyOf(answers.tcpip, tcpipDomain.key);
    return known({
      product,
      name: nameOf(signs),
      edition: editionOf(signs),
      version: versionOf(
        signs,
        numberIn(version, 'CurrentMajorVersionNumber'),
        numberIn(version, 'CurrentMinorVersionNumber'),
      ),
      build: signs.build,
      servicePack:
        digits(textIn(version, 'CSDVersion')) ??
        upperByte(numberIn(keyOf(answers.servicePack, servicePackNumber.key), 'CSDVersion')) ??
        numberCell(system?.ServicePackMajorVersion),
      language:
        languageOf(lcidFrom(textIn(keyOf(answers.language, installLanguage.key), 'InstallLanguage'))) ??
        languageOf(numberCell(system?.OSLanguage)),
      architecture: architectureOf(
        textIn(keyOf(answers.environment, systemEnvironment.key), 'PROCESSOR_ARCHITECTURE') ??
          textIn(version, 'BuildLabEx') ??
          textIn(version, 'BuildLab'),
        signs.build,
      ),
      installation: installationOf(textIn(version, 'InstallationType'), answers.editionNumber, signs.build),
      // evaluation media of 2008 and later have editions of their own; 2003 and 2000 do not tell
      evaluation: signs.editionId === undefined ? undefined : /eval/i.test(signs.editionId),
      computer:
        textIn(keyOf(answers.names, `${computerNames.key}\\ActiveComputerName`), 'ComputerName') ??
        textIn(keyOf(answers.names, `${computerNames.key}\\ComputerName`), 'ComputerName') ??
        textCell(computer?.Name) ??
        textIn(tcpip, 'Hostname') ??
        '',
      domain: domainOf(role, textCell(computer?.Domain), textIn(tcpip, 'Domain') ?? textIn(tcpip, 'NV Domain')),
      role,
      suites: signs.suites,
      smallBusiness: smallBusinessOf(signs),
      smallBusinessServicePack: smallBusinessServicePack(product, answers.smallBusiness),
      kernel: undefined,
      container: undefined,
    });
  },
});

/** Caption names the edition; where it is lacking, or a compatible system calls a server a workstation, the registry's name. */
function nameOf({ caption, productName, workstation }: ProductSigns): string {
  const captionFits = caption !== undefined && (workstation || !/professional|workstation/i.test(caption));
  return ((captionFits ? caption : productName) ?? caption ?? 'Windows').replace(/\s+/g, ' ');
}

/** Since Windows 10 the version stands in two numbers of its own; CurrentVersion stays 6.3. */
function versionOf(signs: ProductSigns, major: number | undefined, minor: number | undefined): string {
  const base = major === undefined ? signs.version : `${major}.${minor ?? 0}`;
  return [base, signs.build].filter(part => part !== undefined).join('.');
}

function buildOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{3,6}$/.test(text) ? Number(text) : undefined;
}

/** "Service Pack 4" and its translations all end in the number. */
function digits(text: string | undefined): number | undefined {
  const found = /(\d{1,2})\D*$/.exec(text ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

function upperByte(value: number | undefined): number | undefined {
  return value === undefined ? undefined : (value >> 8) & 0xff;
}

/** From the environment ("AMD64"), else from the build's name ("9600.19304.amd64fre.winblue…"). */
function architectureOf(text: string | undefined, build: number | undefined): Identity['architecture'] {
  // Server was sold for x86 alone up to Windows 2000 (NT's other processors were gone by then)
  if (build !== undefined && build <= 2195) return 'x86';
  const name = text?.toLowerCase() ?? '';
  if (name.includes('amd64')) return 'x64';
  if (name.includes('arm64')) return 'arm64';
  return name.includes('x86') ? 'x86' : 'other';
}

/** Core editions of 2008 by their numbers: 12 Datacenter, 13 Standard, 14 Enterprise, 29 Web, 39 to 41 without Hyper-V. */
const coreEditions = new Set([12, 13, 14, 29, 39, 40, 41]);

function installationOf(type: string | undefined, sku: Answer, build: number | undefined): Identity['installation'] {
  if (type !== undefined) {
    if (/nano/i.test(type)) return 'nano';
    return /core/i.test(type) ? 'core' : 'desktop';
  }
  if (build === undefined) return undefined;
  if (build < 6001) return 'desktop';
  const number = numberCell(rowsOf(sku)?.[0]?.OperatingSystemSKU);
  if (number === undefined) return undefined;
  return coreEditions.has(number) ? 'core' : 'desktop';
}

/** The registry's ProductType decides; only member or standalone is left to WMI (DomainRole 2 standalone, 3 member). */
function roleOf(type: string | undefined, domainRole: number | undefined): Identity['role'] {
  if (type === 'lanmannt') return 'domain-controller';
  if (type === 'winnt') return 'workstation';
  if (type !== 'servernt') return undefined;
  if (domainRole === 3) return 'member';
  return domainRole === 2 ? 'standalone' : undefined;
}

/** WMI gives a workgroup's name in the same place, so that it counts only where there is a domain. */
function domainOf(role: Identity['role'], wmi: string | undefined, dns: string | undefined): string | undefined {
  if (role === 'standalone') return undefined;
  if (role === 'domain-controller' && (wmi === undefined || !wmi.includes('.'))) return dns ?? domainName(wmi);
  return domainName(wmi) ?? dns;
}

function domainName(name: string | undefined): string | undefined {
  return name === undefined || /^(workgroup|grupo_trabajo|mshome)$/i.test(name) ? undefined : name;
}

/** On Small Business Server 2003 the value comes with Service Pack 1: without it, none is installed. */
function smallBusinessServicePack(product: string | undefined, answer: Answer): number | undefined {
  const number = numberIn(keyOf(answer, smallBusinessServer.key), 'ServicePackNumber');
  if (number !== undefined) return number;
  const looked = answer.state === 'ok' || answer.state === 'missing';
  return product === 'sbs2003' && looked ? 0 : undefined;
}
