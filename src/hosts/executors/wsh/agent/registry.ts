interface Hive {
  readonly abbreviation: string;
  readonly name: string;
  /** As a signed number, the only form both Windows and Wine take. */
  readonly handle: number;
}

const machineHive: Hive = { abbreviation: 'HKLM', name: 'HKEY_LOCAL_MACHINE', handle: -2147483646 };
const userHive: Hive = { abbreviation: 'HKCU', name: 'HKEY_CURRENT_USER', handle: -2147483647 };
const usersHive: Hive = { abbreviation: 'HKU', name: 'HKEY_USERS', handle: -2147483645 };
// on one line: the compiler keeps the comma that ends a longer list, and JScript counts one more element for it
const hives = [machineHive, userHive, usersHive];

const REG_SZ = 1;
const REG_EXPAND_SZ = 2;
const REG_BINARY = 3;
const REG_DWORD = 4;
const REG_MULTI_SZ = 7;
const REG_QWORD = 11;

const ERROR_FILE_NOT_FOUND = 2;
const ERROR_ACCESS_DENIED = 5;

/** The registry of WMI in the 64-bit view, and whether it lets this engine read its lists (Wine's does not). */
interface WmiRegistry {
  readonly services: WmiServices;
  readonly lists: boolean;
  readonly parameters: Record<string, WmiParameters>;
}

let wmiRegistry: WmiRegistry | null = null;

function registryOfWmi(): WmiRegistry {
  if (wmiRegistry !== null) return wmiRegistry;
  const registry: WmiRegistry = { services: connect('root\\default'), lists: false, parameters: {} };
  const found = ask(registry, 'EnumKey', machineHive.handle, 'SOFTWARE', null);
  wmiRegistry = {
    services: registry.services,
    lists: listOf(found['sNames']) !== null,
    parameters: registry.parameters,
  };
  return wmiRegistry;
}

function ask(registry: WmiRegistry, method: string, hive: number, key: string, value: string | null): WmiObject {
  const parameters =
    registry.parameters[method] ||
    (registry.parameters[method] = parametersOf(registry.services, 'StdRegProv', method));
  parameters['hDefKey'] = hive;
  parameters['sSubKeyName'] = key;
  if (value !== null) parameters['sValueName'] = value;
  return call(registry.services, method, parameters);
}

interface Walk {
  readonly registry: WmiRegistry;
  readonly hive: Hive;
  /** Names of the values asked for in lower case, each between line ends; '' for all. */
  readonly wanted: string;
  readonly most: number;
  readonly keys: string[];
  size: number;
  cut: boolean;
}

function answerRegistry(question: Asked, folder: string): Answered {
  const key = (question.key || '').replace(/\\+$/, '');
  const slash = key.indexOf('\\');
  const root = (slash < 0 ? key : key.substring(0, slash)).toUpperCase();
  const below = slash < 0 ? '' : key.substring(slash + 1);
  for (let i = 0; i < hives.length; i++) {
    if (root === hives[i].abbreviation || root === hives[i].name) return readKey(question, hives[i], below, folder);
  }
  return no('unsupported', 'registry root ' + root);
}

function readKey(question: Asked, hive: Hive, below: string, folder: string): Answered {
  const name = below === '' ? hive.abbreviation : hive.abbreviation + '\\' + below;
  let registry: WmiRegistry;
  let found: WmiObject;
  try {
    registry = registryOfWmi();
    found = ask(registry, 'EnumKey', hive.handle, below, null);
  } catch (fault) {
    // no WMI: regedit needs none
    return exportKey(question, hive, below, folder);
  }
  const code = found['ReturnValue'];
  if (code === ERROR_FILE_NOT_FOUND) return no('missing', name + ' is not in the registry');
  if (code === ERROR_ACCESS_DENIED) return no('denied', name + ' may not be read by this account');
  if (!registry.lists) return exportKey(question, hive, below, folder);
  if (code !== 0) return no('error', name + ': error ' + code);
  const walk: Walk = {
    registry,
    hive,
    wanted: namesWanted(question.values),
    most: question.maxBytes,
    keys: [],
    size: 0,
    cut: false,
  };
  walkKey(walk, below, question.depth || 0, found);
  return yes('"keys":{' + walk.keys.join(',') + '}', walk.cut);
}

function namesWanted(values: string[] | undefined): string {
  return values ? '\n' + values.join('\n').toLowerCase() + '\n' : '';
}

function isWanted(wanted: string, name: string): boolean {
  return wanted === '' || wanted.indexOf('\n' + name.toLowerCase() + '\n') >= 0;
}

function walkKey(walk: Walk, below: string, depth: number, found: WmiObject): void {
  const json = jsonMember(
    below === '' ? walk.hive.abbreviation : walk.hive.abbreviation + '\\' + below,
    '{' + valuesOf(walk, below) + '}',
  );
  walk.size += json.length;
  if (walk.size > walk.most && walk.keys.length > 0) {
    walk.cut = true;
    return;
  }
  walk.keys[walk.keys.length] = json;
  if (depth === 0) return;
  const names = listOf(found['sNames']) || [];
  for (let i = 0; i < names.length && !walk.cut; i++) {
    const child = (below === '' ? '' : below + '\\') + names[i];
    const inChild = ask(walk.registry, 'EnumKey', walk.hive.handle, child, null);
    if (inChild['ReturnValue'] === 0) walkKey(walk, child, depth - 1, inChild);
  }
}

/**
 * EnumValues leaves the default value out when it is the only one, so it is asked for by itself.
 */
function valuesOf(walk: Walk, below: string): string {
  const listed = ask(walk.registry, 'EnumValues', walk.hive.handle, below, null);
  const names = listOf(listed['sNames']) || [];
  const types = listOf(listed['Types']) || [];
  const parts: string[] = [];
  let hasDefault = false;
  for (let i = 0; i < names.length; i++) {
    const name = String(names[i]);
    if (name === '') hasDefault = true;
    if (isWanted(walk.wanted, name)) addValue(parts, walk, below, name, types[i] as number);
  }
  if (!hasDefault && isWanted(walk.wanted, '')) addValue(parts, walk, below, '', REG_SZ);
  return parts.join(',');
}

function addValue(parts: string[], walk: Walk, below: string, name: string, type: number): void {
  const json = valueOf(walk, below, name, type);
  if (json !== '') parts[parts.length] = jsonMember(name, json);
}

/** JSON of one value; '' when it went away meanwhile. Types that WMI has no method for (resource lists, links) are `none`. */
function valueOf(walk: Walk, below: string, name: string, type: number): string {
  const get = (method: string, column: string): unknown => {
    const got = ask(walk.registry, method, walk.hive.handle, below, name);
    return got['ReturnValue'] === 0 ? got[column] : null;
  };
  switch (type) {
    case REG_SZ:
      return typed('sz', get('GetStringValue', 'sValue'));
    case REG_EXPAND_SZ:
      return typed('expand', get('GetExpandedStringValue', 'sValue'));
    case REG_BINARY: {
      const bytes = listOf(get('GetBinaryValue', 'uValue'));
      return '{"type":"binary","value":"' + (bytes === null ? '' : hexOf(bytes as number[])) + '"}';
    }
    case REG_DWORD: {
      const number = get('GetDWORDValue', 'uValue');
      if (typeof number !== 'number') return '';
      return '{"type":"dword","value":' + (number < 0 ? number + HEX_RANGE : number) + '}';
    }
    case REG_MULTI_SZ:
      return '{"type":"multi","value":' + jsonList(listOf(get('GetMultiStringValue', 'sValue')) || []) + '}';
    case REG_QWORD:
      try {
        return typed('qword', get('GetQWORDValue', 'uValue'));
      } catch (fault) {
        // the method came with Windows Vista and Server 2008
        return '{"type":"none","value":""}';
      }
    default:
      return '{"type":"none","value":""}';
  }
}

function typed(type: string, value: unknown): string {
  return typeof value === 'string' ? '{"type":"' + type + '","value":' + jsonText(value) + '}' : '';
}

function hexOf(bytes: number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i++)
    parts[i] = hexDigits.charAt((bytes[i] >> 4) & 15) + hexDigits.charAt(bytes[i] & 15);
  return parts.join('');
}
