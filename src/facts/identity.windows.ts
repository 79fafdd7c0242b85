import type { Answer } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { Identity } from './identity.js';
import {
  editionNumber,
  installLanguage,
  otherType,
  servicePackNumber,
  smallBusinessServer,
  systemEnvironment,
  tcpipDomain,
} from './questions/windows-identity.js';
import { computerNames, computerSystem, currentVersion, operatingSystem, productOptions } from './questions/windows.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, listIn, numberCell, numberIn, rowsOf, textCell, textIn } from './reading/windows-answers.js';
import { architectureOf, domainOf, installationOf, roleOf } from './reading/windows-installation.js';
import { languageOf, lcidFrom } from './reading/windows-languages.js';
import { type ProductSigns, editionOf, productOf, smallBusinessOf } from './reading/windows-product.js';

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

/** On Small Business Server 2003 the value comes with Service Pack 1: without it, none is installed. */
function smallBusinessServicePack(product: string | undefined, answer: Answer): number | undefined {
  const number = numberIn(keyOf(answer, smallBusinessServer.key), 'ServicePackNumber');
  if (number !== undefined) return number;
  const looked = answer.state === 'ok' || answer.state === 'missing';
  return product === 'sbs2003' && looked ? 0 : undefined;
}
