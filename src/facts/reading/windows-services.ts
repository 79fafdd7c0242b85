import type { Answer, RegistryValue, Row } from '../../model/answer.js';
import type { AnswersTo } from '../../model/fact.js';
import { serviceKeys, serviceQuestions } from '../questions/windows-services.js';
import type { Maker, Service } from '../services.js';
import { keysOf, listOf, numberOf, rowsOf, textCell, textIn, textOfValue, valuesNamed } from './windows-answers.js';
import {
  type Program,
  type ProgramFiles,
  fileAt,
  foldersOf,
  makerOf,
  programFilesOf,
  programOf,
} from './windows-files.js';
import { type Folders, expandPath } from './windows-paths.js';

/** A service or driver as its key, its state and its program's file tell it. */
export interface WindowsService {
  readonly name: string;
  /** SERVICE_KERNEL_DRIVER 1, FILE_SYSTEM_DRIVER 2, WIN32_OWN_PROCESS 0x10, WIN32_SHARE_PROCESS 0x20, USER_SERVICE 0x40… */
  readonly type: number;
  readonly driver: boolean;
  readonly displayName: string;
  readonly description: string | undefined;
  readonly startMode: Service['startMode'];
  readonly state: Service['state'];
  readonly group: string | undefined;
  readonly account: string | undefined;
  readonly delayedStart: boolean | undefined;
  readonly triggers: readonly string[];
  readonly dependsOn: readonly string[];
  readonly recovery: string | undefined;
  readonly commandLine: string | undefined;
  readonly serviceDll: string | undefined;
  readonly program: Program | undefined;
  readonly maker: Maker;
}

export type ServiceAnswers = AnswersTo<typeof serviceQuestions>;

/** Services and drivers by lower-case name, in the order of the registry. */
export type WindowsServices = ReadonlyMap<string, WindowsService>;

const last = new WeakMap<Answer, { readonly answers: ServiceAnswers; readonly services: WindowsServices }>();

/** All services and drivers, read once for all facts that need them. Undefined when the Services key was not answered. */
export function windowsServices(answers: ServiceAnswers): WindowsServices | undefined {
  if (!keysOf(answers.keys)) return undefined;
  const known = last.get(answers.keys);
  if (known && sameAnswers(known.answers, answers)) return known.services;
  const services = readServices(answers);
  last.set(answers.keys, { answers, services });
  return services;
}

/** Whether a service is running; undefined when the host did not tell its state. */
export function isRunning(service: WindowsService | undefined): boolean | undefined {
  return service === undefined || service.state === 'unknown' ? undefined : service.state === 'running';
}

const names = Object.keys(serviceQuestions) as (keyof ServiceAnswers)[];

/** Facts hand over what else they asked, too: only the answers that services are read from count. */
function sameAnswers(one: ServiceAnswers, other: ServiceAnswers): boolean {
  return names.every(name => one[name] === other[name]);
}

type Values = Readonly<Record<string, RegistryValue>>;

interface KeyTree {
  readonly name: string;
  /** The name in lower case. */
  readonly id: string;
  values: Values;
  parameters: Values | undefined;
  triggers: boolean;
}

function readServices(answers: ServiceAnswers): WindowsServices {
  const folders = foldersOf(answers.windows, answers.programs);
  const files = programFilesOf(answers.files, folders);
  const told = new Map<string, Row>();
  for (const answer of [answers.states, answers.drivers])
    for (const row of rowsOf(answer) ?? []) told.set(textCell(row.Name)?.toLowerCase() ?? '', row);
  const services = new Map<string, WindowsService>();
  for (const tree of keyTrees(keysOf(answers.keys) ?? {})) {
    const values = serviceValues(tree.values);
    const type = numberOf(values.Type);
    // without a type it is no service: keys that hold only counters or event sources
    if (type === undefined || (type & 0x3f) === 0 || isUserInstance(type)) continue;
    const row = told.get(tree.id);
    const driver = (type & 0x30) === 0;
    const { program, serviceDll, maker } = programAndMaker(tree, values, driver, files, folders);
    services.set(tree.id, {
      name: tree.name,
      type,
      driver,
      displayName: textCell(row?.DisplayName) ?? literal(textOfValue(values.DisplayName)) ?? tree.name,
      description: textCell(row?.Description) ?? literal(textOfValue(values.Description)),
      startMode: startModes[numberOf(values.Start) ?? -1] ?? 'unknown',
      state: stateOf(textCell(row?.State)),
      group: textOfValue(values.Group),
      account: driver ? undefined : accountOf(textOfValue(values.ObjectName)),
      delayedStart: driver ? undefined : numberOf(values.DelayedAutostart) === 1,
      triggers: tree.triggers ? ['TriggerInfo'] : [],
      dependsOn: dependenciesIn(values),
      recovery: hex(values.FailureActions),
      commandLine: textOfValue(values.ImagePath),
      serviceDll,
      program,
      maker,
    });
  }
  return services;
}

/** What is looked for in the key of a service itself. */
const serviceValues = valuesNamed(
  'Type',
  'Start',
  'DisplayName',
  'Description',
  'Group',
  'ObjectName',
  'DelayedAutostart',
  'DependOnService',
  'DependOnGroup',
  'FailureActions',
  'ImagePath',
  'ServiceDll',
);
type ServiceValues = ReturnType<typeof serviceValues>;

function dependenciesIn(values: ServiceValues): readonly string[] {
  const services = listOf(values.DependOnService);
  const groups = listOf(values.DependOnGroup);
  return groups.length === 0 ? services : [...services, ...groups.map(group => `group:${group}`)];
}

/** Copies of a per-user service that Windows makes at each logon, named after their template (CDPUserSvc_3a2b1): gone at logoff. */
function isUserInstance(type: number): boolean {
  return (type & 0xc0) === 0xc0;
}

function keyTrees(keys: Readonly<Record<string, Values>>): Iterable<KeyTree> {
  const trees = new Map<string, KeyTree>();
  const start = serviceKeys.key.length + 1;
  let tree: KeyTree | undefined;
  let own = '';
  for (const key of Object.keys(keys)) {
    const values = keys[key];
    if (key.length <= start || !values) continue;
    // the keys of one service stand together, so that most need no looking up
    if (!tree || key[own.length] !== '\\' || !key.startsWith(own)) {
      const end = key.indexOf('\\', start);
      own = end < 0 ? key : key.slice(0, end);
      const name = own.slice(start);
      const id = name.toLowerCase();
      tree = trees.get(id) ?? { name, id, values: {}, parameters: undefined, triggers: false };
      trees.set(id, tree);
    }
    // 10 and 11: the lengths of the two names, which spares cutting and folding all others
    const below = own.length + 1;
    const childLength = key.length - below;
    if (childLength < 0) tree.values = values;
    else if (childLength === 10 && key.slice(below).toLowerCase() === 'parameters') tree.parameters = values;
    else if (childLength === 11 && key.slice(below).toLowerCase() === 'triggerinfo') tree.triggers = true;
  }
  return trees.values();
}

const startModes: readonly Service['startMode'][] = ['boot', 'system', 'auto', 'manual', 'disabled'];

/** WMI's states are English in every language of Windows. */
function stateOf(text: string | undefined): Service['state'] {
  if (text === 'Running' || text === 'Stopped' || text === 'Paused') {
    return text.toLowerCase() as Service['state'];
  }
  return text?.endsWith(' Pending') ? 'pending' : 'unknown';
}

function accountOf(name: string | undefined): string {
  // CreateService without an account means LocalSystem, and old set-ups leave it out
  if (name === undefined || name === 'LocalSystem' || /^(\.\\|nt authority\\)?(localsystem|system)$/i.test(name))
    return 'LocalSystem';
  return name;
}

/** A text that is no reference to a resource ("@%SystemRoot%\\system32\\x.dll,-101"). */
function literal(text: string | undefined): string | undefined {
  return text?.startsWith('@') ? undefined : text;
}

function hex(value: RegistryValue | undefined): string | undefined {
  return value?.type === 'binary' && value.value !== '' ? value.value : undefined;
}

/** Programs of Microsoft's that run what their arguments or parameters name: their own maker says nothing of the service. */
const hosts = /\\(dllhost|rundll32|regsvr32|cmd|cscript|wscript|powershell|mshta|srvany|svchost)(\.exe)?$/i;
/** Windows' own services under dllhost: the COM+ system application and the shadow copy provider of 2003. */
const hostedBySystem = new Set(['comsysapp', 'swprv']);

function programAndMaker(
  { name, id, parameters }: KeyTree,
  values: ServiceValues,
  driver: boolean,
  files: ProgramFiles,
  folders: Folders,
): Pick<WindowsService, 'program' | 'serviceDll' | 'maker'> {
  const dll = driver ? undefined : (textIn(parameters, 'ServiceDll') ?? textOfValue(values.ServiceDll));
  if (dll !== undefined) {
    const program = { path: expandPath(dll, folders), file: fileAt(dll, files, folders) };
    return { serviceDll: program.path, program, maker: makerOf(program.file) };
  }
  const wrapped = textIn(parameters, 'Application');
  if (wrapped !== undefined && !driver) {
    const program = programOf(wrapped, files, folders);
    return { serviceDll: undefined, program, maker: makerOf(program?.file) };
  }
  const commandLine =
    textOfValue(values.ImagePath) ?? (driver ? `%SystemRoot%\\System32\\drivers\\${name}.sys` : undefined);
  const started = commandLine === undefined ? undefined : programOf(commandLine, files, folders);
  // most programs are drivers, whose ending alone says that they are no such host
  const unclear =
    started?.file !== undefined &&
    !started.path.endsWith('.sys') &&
    hosts.test(started.path) &&
    !hostedBySystem.has(id);
  return { serviceDll: undefined, program: started, maker: makerOf(unclear ? undefined : started?.file) };
}
