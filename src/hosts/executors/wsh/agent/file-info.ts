/** Earlier answers of the batch by question, as the lines they were written as; set by the worker. */
interface Earlier {
  line(question: string): string;
}

interface EarlierAnswer {
  readonly rows?: Record<string, unknown>[];
  readonly keys?: Record<string, Record<string, { readonly value: unknown } | undefined>>;
  readonly export?: string;
}

function answerFileInfo(question: Asked, earlier: Earlier): Answered {
  const paths = pathsOf(question, earlier);
  const rows: string[] = [];
  let size = 0;
  for (let i = 0; i < paths.length; i++) {
    const row = fileRow(paths[i]);
    size += row.length;
    if (size > question.maxBytes) return rowsAnswer(rows, true);
    rows[rows.length] = row;
  }
  if (rows.length === 1 && isAvoided(paths[0])) return keepAway(paths[0]);
  return rowsAnswer(rows, false);
}

/** Every path once, whatever its case. */
function pathsOf(question: Asked, earlier: Earlier): string[] {
  const found: string[] = [];
  const seen: Record<string, boolean> = {};
  const add = (path: string) => {
    const id = 'path ' + path.toLowerCase();
    if (path === '' || seen[id]) return;
    seen[id] = true;
    found[found.length] = path;
  };
  const fixed = question.paths || [];
  for (let i = 0; i < fixed.length; i++) add(fullPath(fixed[i]));
  const from = question.from || [];
  for (let i = 0; i < from.length; i++) {
    const lines = textsNamed(earlier.line(from[i].question), from[i].name);
    for (let j = 0; j < lines.length; j++) add(programOf(lines[j]));
  }
  return found;
}

/** Every text of that name in an answer line: a column of rows, or values of registry keys or of an export. */
function textsNamed(line: string, name: string): string[] {
  if (line === '') return [];
  // our own line, ASCII and nothing but literals
  const answer = eval('(' + line + ')') as EarlierAnswer;
  const texts: string[] = [];
  const add = (value: unknown) => {
    if (typeof value === 'string') texts[texts.length] = value;
  };
  const rows = answer.rows || [];
  for (let i = 0; i < rows.length; i++) for (const column in rows[i]) if (same(column, name)) add(rows[i][column]);
  const keys = answer.keys || {};
  for (const key in keys) {
    for (const value in keys[key]) if (same(value, name)) add((keys[key][value] || { value: null }).value);
  }
  return answer['export'] ? texts.concat(textsInExport(answer['export'], name)) : texts;
}

/** Texts of one name in a registry export: plain, or as hexadecimal UTF-16 for those that hold variables. */
function textsInExport(text: string, name: string): string[] {
  const texts: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = lineEnd(text, at);
    if (text.charAt(at) === '"') {
      const nameEnd = closingQuote(text, at) + 1;
      end = valueEnd(text, nameEnd);
      if (same(unescaped(text.substring(at + 1, nameEnd - 1)), name)) {
        const value = text.substring(nameEnd + 1, end).replace(/\s+$/, '');
        if (value.charAt(0) === '"') texts[texts.length] = unescaped(value.substring(1, value.length - 1));
        else if (value.substring(0, 7) === 'hex(2):') texts[texts.length] = textOfHex(value.substring(7));
      }
    }
    at = end;
  }
  return texts;
}

function textOfHex(digits: string): string {
  const bytes = digits.replace(/[\\\s]/g, '').split(',');
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode(parseInt(bytes[i + 1] + bytes[i], 16));
  return clean(text);
}

function fileRow(path: string): string {
  const members = [jsonMember('path', jsonText(path))];
  const add = (name: string, json: string) => {
    members[members.length] = jsonMember(name, json);
  };
  const reachable = !isAvoided(path) && isLocal(path);
  const exists = reachable && files.FileExists(path);
  // what was not looked at is neither there nor gone
  add('exists', reachable ? jsonCell(exists) : 'null');
  const version = exists ? versionOf(path) : null;
  const cell = (text: string | undefined) => (text ? jsonText(text) : 'null');
  add('company', cell(version?.company));
  add('product', cell(version?.product));
  add('description', cell(version?.description));
  add('version', cell(version?.version));
  const file = exists ? files.GetFile(path) : null;
  add('size', file ? jsonText(String(file.Size)) : 'null');
  add('modified', file ? jsonText(wmiDate(new Date(file.DateLastModified))) : 'null');
  return '{' + members.join(',') + '}';
}

/** The file's own bytes tell most; where they cannot be read, the file system object and WMI tell version and maker. */
function versionOf(path: string): ProgramVersion {
  let read: ProgramVersion | null = null;
  try {
    read = readProgramVersion(path);
  } catch (fault) {
    // held by another program, or not for this account
  }
  if (read !== null) return read;
  const fields: ProgramVersion = { company: '', product: '', description: '', version: '' };
  try {
    fields.version = clean(files.GetFileVersion(path));
  } catch (fault) {
    // no version resource
  }
  if (fields.version !== '') fields.company = makerByWmi(path);
  return fields;
}

function makerByWmi(path: string): string {
  try {
    const quoted = path.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
    const found = connect('root\\cimv2').ExecQuery(
      "SELECT Manufacturer FROM CIM_DataFile WHERE Name='" + quoted + "'",
      'WQL',
      QUERY_FLAGS,
    );
    const each = new Enumerator(found);
    const maker = each.atEnd() ? null : each.item()['Manufacturer'];
    return typeof maker === 'string' ? clean(maker) : '';
  } catch (fault) {
    return '';
  }
}

function wmiDate(date: Date): string {
  const two = (number: number) => (number < 10 ? '0' : '') + number;
  const zone = -date.getTimezoneOffset();
  const minutes = String(zone < 0 ? -zone : zone);
  return (
    date.getFullYear() +
    two(date.getMonth() + 1) +
    two(date.getDate()) +
    two(date.getHours()) +
    two(date.getMinutes()) +
    two(date.getSeconds()) +
    '.000000' +
    (zone < 0 ? '-' : '+') +
    '000'.substring(minutes.length) +
    minutes
  );
}
