interface ValuePlace {
  readonly hive: Hive;
  readonly below: string;
  readonly name: string;
}

function placeOf(thing: Thing): ValuePlace {
  const key = (thing.key || '').replace(/\\+$/, '');
  const slash = key.indexOf('\\');
  const root = (slash < 0 ? key : key.substring(0, slash)).toUpperCase();
  for (let i = 0; i < hives.length; i++) {
    if (root === hives[i].abbreviation || root === hives[i].name)
      return { hive: hives[i], below: slash < 0 ? '' : key.substring(slash + 1), name: thing.value || '' };
  }
  throw no('unsupported', 'registry root ' + root);
}

function lookValue(thing: Thing, folder: string): Found {
  const at = placeOf(thing);
  const registry = registryOfWmi();
  const code = ask(registry, 'EnumKey', at.hive.handle, at.below, null)['ReturnValue'];
  if (code === ERROR_FILE_NOT_FOUND) return { present: false };
  if (code === ERROR_ACCESS_DENIED) throw no('denied', thing.key + ' may not be read by this account');
  // texts with variables come expanded out of WMI, and other kinds not at all: these are read from an export, raw
  const type = registry.lists ? typeOf(registry, at) : NaN;
  if (type === 0) return { present: false };
  const read = (method: string, column: string) => ask(registry, method, at.hive.handle, at.below, at.name)[column];
  if (type === REG_SZ) {
    const text = read('GetStringValue', 'sValue');
    if (typeof text === 'string') return { present: true, type: 'sz', value: text };
  }
  if (type === REG_DWORD) {
    const number = read('GetDWORDValue', 'uValue');
    if (typeof number === 'number')
      return { present: true, type: 'dword', value: number < 0 ? number + HEX_RANGE : number };
  }
  return exportedValue(exported(fullKey(at.hive, at.below), folder), fullKey(at.hive, at.below), at.name);
}

/** The type of a value; 0 when there is none. The default value is not in the list when it is the only one. */
function typeOf(registry: WmiRegistry, at: ValuePlace): number {
  const listed = ask(registry, 'EnumValues', at.hive.handle, at.below, null);
  const names = listOf(listed['sNames']) || [];
  const types = listOf(listed['Types']) || [];
  for (let i = 0; i < names.length; i++)
    if (String(names[i]).toLowerCase() === at.name.toLowerCase()) return types[i] as number;
  return at.name === '' ? NaN : 0;
}

/** Writes or removes a value; the key is made when it is not there. */
function setValue(thing: Thing, found: State, to: State, folder: string): string {
  const at = placeOf(thing);
  if (to['present'] === false) return importValue(at, '-', folder);
  const type = String(typeof to['type'] === 'string' ? to['type'] : found['type']);
  const value = String(has(namesIn(to), 'value') ? to['value'] : found['value']);
  const data = dataOf(type, value);
  if (data === '') return 'there is no registry type ' + type;
  if (writtenByWmi(at, type, value)) return '';
  return importValue(at, data, folder);
}

/** The two kinds that every WMI writes from a script, without a process. */
function writtenByWmi(at: ValuePlace, type: string, value: string): boolean {
  if (type !== 'sz' && type !== 'dword') return false;
  try {
    const registry = registryOfWmi();
    ask(registry, 'CreateKey', at.hive.handle, at.below, null);
    const method = type === 'sz' ? 'SetStringValue' : 'SetDWORDValue';
    const parameters = parametersOf(registry.services, 'StdRegProv', method);
    parameters['hDefKey'] = at.hive.handle;
    parameters['sSubKeyName'] = at.below;
    parameters['sValueName'] = at.name;
    if (type === 'sz') parameters['sValue'] = value;
    else parameters['uValue'] = signed(parseInt(value, 10));
    return returned(call(registry.services, method, parameters)) === 0;
  } catch (fault) {
    return false;
  }
}

/** An unsigned 32-bit number as scripts hand it over. */
function signed(value: number): number {
  return value > 2147483647 ? value - HEX_RANGE : value;
}

/** Through a registry file, which takes every kind as bytes on every Windows; reg.exe where there is one, since regedit may ask. */
function importValue(at: ValuePlace, data: string, folder: string): string {
  const file = folder + '\\value.reg';
  const name = at.name === '' ? '@' : '"' + at.name.replace(/\\/g, '\\\\').replace(/"/g, '\\"') + '"';
  try {
    const stream = files.CreateTextFile(file, true, true);
    try {
      stream.Write(
        'Windows Registry Editor Version 5.00\r\n\r\n[' +
          fullKey(at.hive, at.below) +
          ']\r\n' +
          name +
          '=' +
          data +
          '\r\n\r\n',
      );
    } finally {
      stream.Close();
    }
    const reg = systemFolder + '\\reg.exe';
    const line = files.FileExists(reg)
      ? '"' + reg + '" import "' + file + '"'
      : '"' + variable('SystemRoot') + '\\regedit.exe" /s "' + file + '"';
    const exit = shell.Run(line, 0, true);
    return exit === 0 ? '' : 'the registry took no change (exit code ' + exit + ')';
  } finally {
    removeFile(file);
  }
}
