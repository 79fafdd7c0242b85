/** What the version resource of a program says; '' for what it does not. */
interface ProgramVersion {
  company: string;
  product: string;
  description: string;
  version: string;
}

/** Where the resources of a program lie in its file, in bytes. */
interface ResourcePlace {
  readonly offset: number;
  readonly address: number;
}

const HEADER_UNITS = 2048;
/** Resources farther into a file than 64 MB, or longer than 16 MB, are not looked for: their maker stays unknown. */
const MOST_UNITS = 33554432;
const MOST_RESOURCE_UNITS = 8388608;
const RT_VERSION = 16;
const FIXED_SIGNATURE = 0xfeef04bd;

/**
 * Reads a program as UTF-16, which leaves every pair of bytes whatever the code page, up to and with its version resource. Neither
 * WMI nor the file system object tells maker, product and description (Microsoft PE format: optional header, resource section).
 */
function readProgramVersion(path: string): ProgramVersion | null {
  const stream = files.OpenTextFile(path, 1, false, -1);
  try {
    return programVersion(stream);
  } finally {
    stream.Close();
  }
}

function programVersion(stream: TextStream): ProgramVersion | null {
  const header = readUnits(stream, HEADER_UNITS);
  const place = resourcePlace(header);
  if (place === null || place.offset / 2 > MOST_UNITS) return null;
  let at = place.offset / 2;
  let resources = '';
  if (at < header.length) resources = header.substring(at);
  else skipUnits(stream, at - header.length);
  at = place.address;
  const more = (units: number) => {
    if (resources.length < units) resources += readUnits(stream, units - resources.length);
  };
  more(32768);
  const entry = versionEntry(resources);
  if (entry < 0) return null;
  const from = (word(resources, entry) - at) / 2;
  const units = word(resources, entry + 4) / 2;
  if (from < 0 || from + units > MOST_RESOURCE_UNITS) return null;
  more(Math.floor(from + units + 1));
  return versionFields(resources.substring(from, from + units + 1));
}

function readUnits(stream: TextStream, units: number): string {
  const parts: string[] = [];
  let left = units;
  for (let i = 0; left > 0 && !stream.AtEndOfStream; i++) {
    parts[i] = stream.Read(Math.min(left, CHUNK));
    left -= parts[i].length;
  }
  return parts.join('');
}

function skipUnits(stream: TextStream, units: number): void {
  let left = units;
  while (left > 0 && !stream.AtEndOfStream) left -= stream.Read(Math.min(left, CHUNK)).length;
}

/** Little-endian numbers at an even byte offset; NaN past the end. */
function half(units: string, at: number): number {
  return codeAt(units, at / 2);
}
function word(units: string, at: number): number {
  return half(units, at) + half(units, at + 2) * 65536;
}

function resourcePlace(header: string): ResourcePlace | null {
  const pe = word(header, 0x3c);
  if (half(header, 0) !== 0x5a4d || word(header, pe) !== 0x4550) return null;
  const sections = half(header, pe + 6);
  const optional = pe + 24;
  const wide = half(header, optional) === 0x20b;
  const address = word(header, optional + (wide ? 128 : 112));
  const table = optional + half(header, pe + 20);
  for (let i = 0; i < sections; i++) {
    const section = table + i * 40;
    const start = word(header, section + 12);
    const raw = word(header, section + 20);
    if (address >= start && address < start + word(header, section + 16) && address > 0) {
      return { offset: raw + address - start, address };
    }
  }
  return null;
}

/** Byte offset of the data entry of the first version resource: type, then name, then language. */
function versionEntry(resources: string): number {
  const type = directoryEntry(resources, 0, RT_VERSION);
  const name = type < 0 ? -1 : directoryEntry(resources, type, -1);
  return name < 0 ? -1 : directoryEntry(resources, name, -1);
}

function directoryEntry(resources: string, directory: number, id: number): number {
  const count = half(resources, directory + 12) + half(resources, directory + 14);
  for (let i = 0; i < count; i++) {
    const entry = directory + 16 + i * 8;
    if (id < 0 || word(resources, entry) === id) {
      const to = word(resources, entry + 4);
      return to % 2147483648;
    }
  }
  return -1;
}

/** The fields of a version block (VS_VERSIONINFO); its first table of strings is taken, whatever its language. */
function versionFields(block: string): ProgramVersion | null {
  const root = blockAt(block, 0);
  if (root === null || root.key !== 'VS_VERSION_INFO') return null;
  const fields: ProgramVersion = { company: '', product: '', description: '', version: '' };
  if (word(block, root.value) === FIXED_SIGNATURE) {
    const number = (at: number) => half(block, root.value + at);
    fields.version = [number(10), number(8), number(14), number(12)].join('.');
  }
  let info = blockAt(block, root.children);
  while (info !== null && info.key !== 'StringFileInfo' && info.next < root.end) info = blockAt(block, info.next);
  const table = info === null || info.key !== 'StringFileInfo' ? null : blockAt(block, info.value);
  let text = table === null ? null : blockAt(block, table.value);
  while (table !== null && text !== null && text.start < table.end) {
    const value = clean(block.substring(text.value / 2, text.end / 2));
    if (text.key === 'CompanyName') fields.company = value;
    else if (text.key === 'ProductName') fields.product = value;
    else if (text.key === 'FileDescription') fields.description = value;
    text = blockAt(block, text.next);
  }
  return fields;
}

interface VersionBlock {
  readonly start: number;
  readonly key: string;
  readonly value: number;
  readonly children: number;
  readonly end: number;
  readonly next: number;
}

/** A block: length, length of its value, type, name, then the value and further blocks, each on a boundary of four bytes. */
function blockAt(block: string, start: number): VersionBlock | null {
  const length = half(block, start);
  const valueLength = half(block, start + 2);
  // NaN past the end is not larger either
  if (!(length > 6) || !(valueLength >= 0)) return null;
  const keyEnd = block.indexOf('\0', start / 2 + 3);
  if (keyEnd < 0) return null;
  const value = aligned(keyEnd * 2 + 2);
  const end = start + length;
  return {
    start,
    key: block.substring(start / 2 + 3, keyEnd),
    value,
    children: aligned(value + valueLength),
    end,
    next: aligned(end),
  };
}

function aligned(at: number): number {
  return Math.floor((at + 3) / 4) * 4;
}
