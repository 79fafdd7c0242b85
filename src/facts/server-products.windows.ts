import type { Answer } from '../model/answer.js';
import { type AnswersTo, known, reader } from '../model/fact.js';
import type { RegistryQuestion } from '../model/question.js';
import { directoryQuestions } from './questions/windows-directory.js';
import { serviceQuestions } from './questions/windows-services.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, keysOf, listIn, textIn } from './reading/windows-answers.js';
import { type WindowsService, type WindowsServices, windowsServices } from './reading/windows-services.js';
import type { ServerProducts } from './server-products.js';

/** SharePoint and its ancestors, by major version: 60 is SharePoint Services 2.0. */
const webServerExtensions = {
  id: 'windows-sharepoint',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Shared Tools\\Web Server Extensions',
  depth: 1,
  values: ['SharePoint', 'Version'],
} as const satisfies RegistryQuestion;

/** Present only with the full SharePoint Server (Office Server), not with SharePoint Services. */
const officeServer = {
  id: 'windows-office-server',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Office Server',
  depth: 1,
  values: ['BuildVersion'],
} as const satisfies RegistryQuestion;

const updateServices = {
  id: 'windows-wsus',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Update Services\\Server\\Setup',
  values: ['VersionString'],
} as const satisfies RegistryQuestion;

const questions = {
  ...serviceQuestions,
  productType: directoryQuestions.productType,
  webServerExtensions,
  officeServer,
  updateServices,
} as const;

type ProductAnswers = AnswersTo<typeof questions>;
type Found = ServerProducts['found'][number];

/**
 * Server applications by their services, since keys outlive them. The names of services and keys are those the products are known
 * for; only a few of them stand in a source.
 */
export const serverProductsOnWindows = reader<ServerProducts, typeof questions>({
  questions,
  parse(answers) {
    const services = windowsServices(answers);
    if (!services) return couldNotRead(serviceQuestions.keys.key, answers.keys);
    return known({
      found: [
        ...sharePoint(answers, services),
        ...firewall(services),
        ...bySimpleNames(services, textIn(keyOf(answers.updateServices, updateServices.key), 'VersionString')),
        ...fax(services),
        ...backOffice(answers.productType),
      ],
    });
  },
});

const sharePointServices = ['sptimerv4', 'sptimerv3', 'sptimer', 'spadminv4', 'spadmin', 'sptracev4'];

function sharePoint(answers: ProductAnswers, services: WindowsServices): readonly Found[] {
  const service = sharePointServices.map(name => services.get(name)).find(found => found !== undefined);
  if (!service) return [];
  const root = webServerExtensions.key.length + 1;
  const installed = Object.entries(keysOf(answers.webServerExtensions) ?? {})
    .filter(([, values]) => /^installed$/i.test(textIn(values, 'SharePoint') ?? ''))
    .map(([key, values]) => ({ major: Number.parseInt(key.slice(root), 10), version: textIn(values, 'Version') }))
    // the newest one; key 60 is version 6
    .map(({ major, version }) => ({ major: major === 60 ? 6 : major, version }))
    .filter(({ major }) => Number.isInteger(major))
    .toSorted((one, other) => other.major - one.major)[0];
  const full = Object.keys(keysOf(answers.officeServer) ?? {}).length > 1;
  const version = installed?.version ?? service.program?.file?.version;
  const services3 = installed !== undefined && (installed.major === 6 || (installed.major === 12 && !full));
  return [
    {
      product: services3 ? 'wss' : 'sharepoint',
      name: services3 ? `Windows SharePoint Services ${installed.major === 6 ? '2.0' : '3.0'}` : 'SharePoint',
      version,
      seen: service.name,
    },
  ];
}

/** ISA Server's and its successor's firewall service; the version of its program tells which one. */
function firewall(services: WindowsServices): readonly Found[] {
  const service = services.get('fwsrv') ?? services.get('isactrl') ?? services.get('isastg');
  if (!service) return [];
  const version = service.program?.file?.version;
  const major = Number.parseInt(version ?? '', 10);
  const release = { 3: '2000', 4: '2004', 5: '2006' }[major];
  return [
    major >= 7
      ? { product: 'tmg', name: 'Forefront Threat Management Gateway', version, seen: service.name }
      : {
          product: 'isa',
          name: release === undefined ? 'ISA Server' : `ISA Server ${release}`,
          version,
          seen: service.name,
        },
  ];
}

const simple: readonly (readonly [Found['product'], name: string, services: RegExp])[] = [
  ['wsus', 'Windows Server Update Services', /^wsusservice$/i],
  ['adfs', 'Active Directory Federation Services', /^(adfssrv|ifssvc)$/i],
  ['dynamics', 'Microsoft Dynamics', /^(mscrmasyncservice|microsoftdynamicsnavserver|microsoft dynamics|aos\d\d\$)/i],
  ['project-server', 'Microsoft Project Server', /^project(queue|event|calc)service\d*$/i],
  ['configmgr', 'Configuration Manager', /^sms_(executive|site_component_manager)$/i],
];

function bySimpleNames(services: WindowsServices, updateServicesVersion: string | undefined): readonly Found[] {
  const all = [...services.values()].filter(service => !service.driver);
  return simple.flatMap(([product, name, pattern]) => {
    const service = all.find(other => pattern.test(other.name));
    if (!service) return [];
    const own = service.program?.file?.version;
    return [{ product, name, version: product === 'wsus' ? (updateServicesVersion ?? own) : own, seen: service.name }];
  });
}

/** Windows 2000 has a fax service on every server, at rest: it counts where it runs or starts by itself. */
function fax(services: WindowsServices): readonly Found[] {
  const service = services.get('fax');
  if (!service || !inUse(service)) return [];
  return [{ product: 'fax', name: 'Fax', version: service.program?.file?.version, seen: service.name }];
}

function inUse({ startMode, state }: WindowsService): boolean {
  return state === 'running' || startMode === 'auto';
}

/** The suite that BackOffice Server writes into the product options. */
function backOffice(answer: Answer): readonly Found[] {
  const suites = listIn(keyOf(answer, directoryQuestions.productType.key), 'ProductSuite');
  if (!suites.some(suite => suite.toLowerCase() === 'backoffice')) return [];
  return [{ product: 'backoffice', name: 'BackOffice Server', version: undefined, seen: 'ProductSuite' }];
}
