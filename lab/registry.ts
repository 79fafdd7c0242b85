/** A registry value as a profile writes it: string = REG_SZ, number = REG_DWORD, list = REG_MULTI_SZ, null = deleted. */
export type RegistryData =
  | string
  | number
  | readonly string[]
  | { readonly expand: string }
  | { readonly binary: Buffer }
  | null;

/** Values by name ('' is the default value) by full key (`HKLM\…`). A key set to null is deleted with all below it. */
export type RegistryTree = Readonly<Record<string, Readonly<Record<string, RegistryData>> | null>>;

const roots: Record<string, string> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKCR: 'HKEY_CLASSES_ROOT',
  HKU: 'HKEY_USERS',
};

/** The tree as a file that `regedit /s` imports: version 5, UTF-16LE with a byte order mark. */
export function regFile(tree: RegistryTree): Buffer {
  const lines = ['Windows Registry Editor Version 5.00'];
  for (const [key, values] of Object.entries(tree)) {
    lines.push('', values ? `[${fullKey(key)}]` : `[-${fullKey(key)}]`);
    for (const [name, data] of Object.entries(values ?? {})) {
      lines.push(`${name === '' ? '@' : quote(name)}=${literal(data)}`);
    }
  }
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le');
}

function fullKey(key: string): string {
  const [root = '', ...rest] = key.split('\\');
  const full = roots[root];
  if (!full || rest.length === 0) throw new Error(`Not a registry key with a known root: ${key}`);
  return [full, ...rest].join('\\');
}

function literal(data: RegistryData): string {
  if (data === null) return '-';
  if (typeof data === 'string') return quote(data);
  if (typeof data === 'number') return `dword:${(data >>> 0).toString(16).padStart(8, '0')}`;
  if ('expand' in data) return `hex(2):${bytes(utf16z(data.expand))}`;
  if ('binary' in data) return `hex:${bytes(data.binary)}`;
  return `hex(7):${bytes(Buffer.concat([...data.map(utf16z), Buffer.alloc(2)]))}`;
}

const quote = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;
const utf16z = (text: string) => Buffer.from(`${text}\0`, 'utf16le');
const bytes = (data: Buffer) => [...data].map(byte => byte.toString(16).padStart(2, '0')).join(',');
