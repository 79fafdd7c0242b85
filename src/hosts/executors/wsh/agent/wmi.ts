const locator = new ActiveXObject('WbemScripting.SWbemLocator');

/** Forward only and answering at once, so that large results need no memory. */
const QUERY_FLAGS = 48;
const CIM_UINT32 = 19;

/** Connects to WMI here. The moniker `winmgmts:` does the same on Windows only. */
function connect(namespace: string): WmiServices {
  const context = wideContext();
  if (context === null) return locator.ConnectServer('.', namespace);
  return locator.ConnectServer('.', namespace, '', '', '', '', 0, context);
}

/** From a 32-bit script host the 64-bit providers must be asked for. */
function wideContext(): WmiContext | null {
  if (!narrow) return null;
  const context = new ActiveXObject('WbemScripting.SWbemNamedValueSet');
  context.Add('__ProviderArchitecture', 64);
  return context;
}

function parametersOf(services: WmiServices, name: string, method: string): WmiParameters {
  const parameters = services.Get(name).Methods_.Item(method).InParameters;
  try {
    return parameters.SpawnInstance_();
  } catch (fault) {
    // Wine gives an instance already
    return parameters;
  }
}

function call(services: WmiServices, method: string, parameters: WmiParameters): WmiObject {
  const context = wideContext();
  // Wine takes the first three only
  const exec = services as unknown as {
    ExecMethod(path: string, method: string, parameters: WmiParameters): WmiObject;
  };
  return context === null
    ? exec.ExecMethod('StdRegProv', method, parameters)
    : services.ExecMethod('StdRegProv', method, parameters, 0, context);
}

/** A list out of WMI; null when it is none or cannot be read. */
function listOf(value: unknown): unknown[] | null {
  if (value === null) return null;
  try {
    return new VBArray(value as VariantArray).toArray();
  } catch (fault) {
    return null;
  }
}

function answerWmi(question: Asked): Answered {
  const name = question['class'] || '';
  const namespace = question.namespace || 'root\\cimv2';
  const properties = question.properties || [];
  try {
    const services = connect(namespace);
    // asked for by itself, since Wine answers a query on an unknown class with no rows
    const types = typesOf(services.Get(name), properties);
    const known: string[] = [];
    for (let i = 0; i < properties.length; i++) if (types[i] !== 0) known[known.length] = properties[i];
    if (known.length === 0) return no('missing', name + ' has none of the properties ' + properties.join(', '));
    const where = question.where ? ' WHERE ' + question.where : '';
    const found = services.ExecQuery('SELECT ' + known.join(',') + ' FROM ' + name + where, 'WQL', QUERY_FLAGS);
    return readRows(found, properties, types, question.maxBytes);
  } catch (fault) {
    return fromFault(fault, namespace + ' ' + name);
  }
}

/** CIM types by position; 0 for a property this version of the class lacks, -1 where the types cannot be listed (Wine). */
function typesOf(definition: WmiObject, properties: string[]): number[] {
  const types: number[] = [];
  let listed: WmiProperty[] | null = [];
  try {
    const all = new Enumerator(definition.Properties_);
    for (; !all.atEnd(); all.moveNext()) listed[listed.length] = all.item();
  } catch (fault) {
    listed = null;
  }
  for (let i = 0; i < properties.length; i++) {
    types[i] = listed === null ? -1 : 0;
    for (let j = 0; listed !== null && j < listed.length; j++) {
      if (listed[j].Name.toLowerCase() === properties[i].toLowerCase()) types[i] = listed[j].CIMType;
    }
  }
  return types;
}

function readRows(found: ComCollection<WmiObject>, properties: string[], types: number[], most: number): Answered {
  const rows: string[] = [];
  let size = 0;
  for (const each = new Enumerator(found); !each.atEnd(); each.moveNext()) {
    const row = rowOf(each.item(), properties, types);
    size += row.length;
    if (size > most) return rowsAnswer(rows, true);
    rows[rows.length] = row;
  }
  return rowsAnswer(rows, false);
}

function rowsAnswer(rows: string[], cut: boolean): Answered {
  return yes('"rows":[' + rows.join(',') + ']', cut);
}

function rowOf(instance: WmiObject, properties: string[], types: number[]): string {
  const cells: string[] = [];
  for (let i = 0; i < properties.length; i++)
    cells[i] = jsonMember(properties[i], cellOf(instance, properties[i], types[i]));
  return '{' + cells.join(',') + '}';
}

/** 64-bit integers and dates are texts in WMI already; unsigned 32-bit ones come signed. */
function cellOf(instance: WmiObject, property: string, type: number): string {
  if (type === 0) return 'null';
  let value: unknown;
  try {
    value = instance[property];
    if (typeof value === 'number' && value < 0 && type === CIM_UINT32) return String(value + HEX_RANGE);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return jsonCell(value);
  } catch (fault) {
    return 'null';
  }
  const list = listOf(value);
  return list === null ? 'null' : jsonList(list);
}
