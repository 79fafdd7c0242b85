import fc from 'fast-check';
import { type Context, createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { agentProgram } from './agent.generated.js';

/** The compiled program's own functions; the machine is there in name only. */
type Agent = Context & {
  jsonText(text: string): string;
  isAvoided(path: string): boolean;
  readAvoidedDrives(drives: readonly { key: string; value: string }[]): void;
  redirected(line: string, out: string, err: string): string;
  programCandidates(line: string): string[];
  fullPath(path: string): string;
  programOf(line: string): string;
  keepAsked(
    text: string,
    root: string,
    depth: number,
    values: string[] | undefined,
    most: number,
  ): { text: string; cut: boolean };
  textsNamed(line: string, name: string): string[];
  versionFields(block: string): Record<string, string> | null;
  programVersion(stream: object): Record<string, string> | null;
  answerLine(id: string, ms: number, answered: object): string;
  fromFault(fault: object, what: string): { state: string; why: string };
};

function load(engine = ''): Agent {
  const files = new Set([
    'c:\\winnt\\system32\\svchost.exe',
    'c:\\archivos de programa\\nav\\rtvscan.exe',
    'm:\\x.exe',
  ]);
  const variables: Record<string, string> = {
    SystemRoot: 'C:\\WINNT',
    COMPUTERNAME: 'SERVIDOR',
    COMSPEC: 'C:\\WINNT\\system32\\cmd.exe',
  };
  class ActiveXObject {
    FileExists = (path: string) => files.has(path.toLowerCase());
    ExpandEnvironmentStrings = (text: string) =>
      `${text.replace(/%(\w+)%/g, (all, name: string) => variables[name] ?? all)}\0`;
    RegRead = (name: string) => {
      if (name === 'HKLM\\EXIFS\\DriveLetter') return 'm:';
      throw Object.assign(new Error(''), { number: name.includes('denied') ? -2147024891 : -2147024894 });
    };
  }
  const context = createContext({ ActiveXObject });
  runInContext(engine + agentProgram, context);
  return context as Agent;
}

let agent: Agent;
beforeAll(() => {
  agent = load();
});

describe('texts', () => {
  it('come back the same from ASCII, also in an engine without charCodeAt', () => {
    const old = load('String.prototype.charCodeAt = undefined;\n');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const one of [agent, old]) {
          const json = one.jsonText(text);
          expect(/[^\x20-\x7e]/.test(json)).toBe(false);
          expect(JSON.parse(json)).toBe(text);
        }
      }),
    );
  });
});

describe('drives to keep away from', () => {
  it.each([
    ['M:\\x', true],
    ['m:', true],
    ['\\\\?\\M:\\x', true],
    ['\\??\\m:\\x', true],
    ['\\\\.\\M:', true],
    ['M:/x', true],
    ['\\\\servidor\\M$\\x', true],
    ['\\\\localhost\\m$', true],
    ['\\\\?\\UNC\\127.0.0.1\\M$\\x', true],
    ['C:\\M:\\x', false],
    ['\\\\otro\\M$\\x', false],
    ['C:\\x', false],
    ['', false],
  ])('%s: %s', (path, avoided) => {
    const one = load();
    one.readAvoidedDrives([{ key: 'HKLM\\EXIFS', value: 'DriveLetter' }]);
    expect(one.isAvoided(path)).toBe(avoided);
  });

  it('are none when the value is not there, and M when it may not be read', () => {
    const [free, guarded] = [load(), load()];
    free.readAvoidedDrives([{ key: 'HKLM\\none', value: 'DriveLetter' }]);
    guarded.readAvoidedDrives([{ key: 'HKLM\\denied', value: 'DriveLetter' }]);
    expect([free.isAvoided('M:\\x'), guarded.isAvoided('M:\\x')]).toEqual([false, true]);
  });
});

describe('command lines', () => {
  it.each([
    ['ver', 'ver'],
    ['echo a & echo b', 'echo a & echo b'],
    ['find "a|b" < "c d"', 'find "a^|b" < "c d"'],
    ['echo "(x)^" & rem "', 'echo "^(x^)^^" & rem "'],
  ])('%s', (line, inner) => {
    const shell = '"C:\\WINNT\\system32\\cmd.exe"';
    expect(agent.redirected(line, 'O', 'E')).toBe(`${shell} /s /c "<nul >"O" 2>"E" ${shell} /s /c "${inner}""`);
  });
});

describe('program paths', () => {
  it.each([
    ['"C:\\Archivos de programa\\NAV\\rtvscan.exe" -k', 'C:\\Archivos de programa\\NAV\\rtvscan.exe'],
    ['C:\\Archivos de programa\\NAV\\rtvscan.exe -k', 'C:\\Archivos de programa\\NAV\\rtvscan.exe'],
    ['C:\\Archivos de programa\\NAV\\rtvscan -k', 'C:\\Archivos de programa\\NAV\\rtvscan.exe'],
    ['%SystemRoot%\\system32\\svchost -k netsvcs', 'C:\\WINNT\\system32\\svchost.exe'],
    ['svchost.exe -k x', 'C:\\WINNT\\System32\\svchost.exe'],
    ['\\SystemRoot\\System32\\drivers\\gone.sys', 'C:\\WINNT\\System32\\drivers\\gone.sys'],
    ['system32\\DRIVERS\\gone.sys', 'C:\\WINNT\\system32\\DRIVERS\\gone.sys'],
    ['\\??\\C:\\WINNT\\system32\\svchost.exe', 'C:\\WINNT\\system32\\svchost.exe'],
    ['\\\\?\\C:\\WINNT\\system32\\svchost.exe', 'C:\\WINNT\\system32\\svchost.exe'],
    ['C:\\no hay\\x.exe /a b', 'C:\\no hay\\x.exe'],
    ['\\\\otro\\c$\\x.exe', '\\\\otro\\c$\\x.exe'],
    ['', ''],
    ['"', ''],
  ])('%s', (line, path) => expect(agent.programOf(line)).toBe(path));

  it('are cut from any line', () => {
    fc.assert(fc.property(fc.string(), line => typeof agent.programOf(line) === 'string'));
  });
});

const root = 'HKEY_LOCAL_MACHINE\\SYSTEM\\Services';
const exported = [
  'Windows Registry Editor Version 5.00\r\n',
  '\r\n',
  `[${root}]\r\n`,
  '@="raíz"\r\n',
  '\r\n',
  `[${root}\\A]\r\n`,
  '"ImagePath"=hex(2):25,00,\\\r\n  41,00,25,00,00,00\r\n',
  '"Text"="two\r\n[HKEY_LOCAL_MACHINE\\\\False]\r\nlines \\"quoted\\""\r\n',
  '"Start"=dword:00000002\r\n',
  '\r\n',
  `[${root}\\A\\Parameters]\r\n`,
  '"ImagePath"="C:\\\\deep.exe"\r\n',
  '\r\n',
  `[${root}Other]\r\n`,
  '"Start"=dword:00000004\r\n',
] as const;

describe('registry exports', () => {
  const pick = (...lines: number[]) => lines.map(line => exported[line]).join('');
  const text = exported.join('');
  it.each([
    [0, undefined, pick(0, 2, 3)],
    [1, undefined, pick(0, 2, 3, 5, 6, 7, 8)],
    [1, ['imagepath'], pick(0, 2, 5, 6)],
    [1, ['', 'TEXT'], pick(0, 2, 3, 5, 7)],
    [2, ['ImagePath'], pick(0, 2, 5, 6, 10, 11)],
  ])('depth %s, values %j', (depth, values, kept) => {
    expect(agent.keepAsked(text, root, depth, values, 10_000)).toEqual({ text: kept, cut: false });
  });

  it('are cut at whole values', () => {
    expect(agent.keepAsked(text, root, 9, undefined, 120)).toEqual({ text: pick(0, 2, 3, 5), cut: true });
  });

  it('give texts by name, expanding none', () => {
    const line = agent.answerLine('q', 1, { state: 'ok', fields: `"export":${agent.jsonText(text)}` });
    expect([...agent.textsNamed(line, 'IMAGEPATH')]).toEqual(['%A%', 'C:\\deep.exe']);
    expect([...agent.textsNamed(line, 'Start')]).toEqual([]);
  });

  it('of any content end', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('[', ']', '"', '=', '\\', '\r\n', '@=', 'hex:', root));
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const any = pieces.join('');
        expect(agent.keepAsked(any, root, 1, ['x'], 1000).text.length).toBeLessThanOrEqual(any.length);
      }),
    );
  });
});

describe('earlier answers', () => {
  it('give the texts of a column or of values of one name', () => {
    const rows = '{"id":"a","rows":[{"PathName":"C:\\\\a.exe","N":1},{"pathname":null},{"PATHNAME":"b"}]}';
    expect([...agent.textsNamed(rows, 'PathName')]).toEqual(['C:\\a.exe', 'b']);
    const keys =
      '{"id":"a","keys":{"HKLM\\\\A":{"ImagePath":{"type":"sz","value":"x"},"Start":{"type":"dword","value":2}}}}';
    expect([...agent.textsNamed(keys, 'imagepath')]).toEqual(['x']);
    expect([...agent.textsNamed('', 'x')]).toEqual([]);
  });
});

/** A block of a version resource (Microsoft's VS_VERSIONINFO layout): all lengths in bytes, but of texts in characters. */
function block(key: string, value: string, children: readonly string[], text: boolean): string {
  const pad = (units: string) => (units.length % 2 === 0 ? units : `${units}\0`);
  const head = pad(`\0\0\0${key}\0`);
  const body = children.reduce((all, child) => pad(all) + child, pad(head + value));
  return String.fromCharCode(body.length * 2, text ? value.length : value.length * 2, text ? 1 : 0) + body.slice(3);
}
const fixed = String.fromCharCode(0x04bd, 0xfeef, 0, 1, 1, 3, 204, 0, ...Array<number>(18).fill(0));
const strings = [block('CompanyName', 'Contaplus España, S.L.\0', [], true), block('ProductName', 'Élite\0', [], true)];
const version = block(
  'VS_VERSION_INFO',
  fixed,
  [
    block('VarFileInfo', '', [block('Translation', '\u0c0a\u04b0', [], false)], true),
    block('StringFileInfo', '', [block('0c0a04b0', '', strings, true)], true),
  ],
  false,
);

/** The smallest program file: headers, one section of resources at 0x2400 with one version. */
function program(wide: boolean): string {
  const bytes = Buffer.alloc(0x2400 + 512 + version.length * 2 + 64);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(0x80, 0x3c);
  bytes.write('PE\0\0', 0x80, 'latin1');
  bytes.writeUInt16LE(1, 0x86);
  const optionalSize = wide ? 240 : 224;
  bytes.writeUInt16LE(optionalSize, 0x94);
  bytes.writeUInt16LE(wide ? 0x20b : 0x10b, 0x98);
  bytes.writeUInt32LE(0x5000, 0x98 + (wide ? 128 : 112));
  const section = 0x98 + optionalSize;
  bytes.writeUInt32LE(0x5000, section + 12);
  bytes.writeUInt32LE(0x2000, section + 16);
  bytes.writeUInt32LE(0x2400, section + 20);
  const directory = (at: number, id: number, to: number) => {
    bytes.writeUInt16LE(1, 0x2400 + at + 14);
    bytes.writeUInt32LE(id, 0x2400 + at + 16);
    bytes.writeUInt32LE(to, 0x2400 + at + 20);
  };
  directory(0, 16, 0x80000000 + 32);
  directory(32, 1, 0x80000000 + 64);
  directory(64, 0x0c0a, 128);
  bytes.writeUInt32LE(0x5000 + 256, 0x2400 + 128);
  bytes.writeUInt32LE(version.length * 2, 0x2400 + 132);
  bytes.write(version, 0x2400 + 256, 'utf16le');
  return bytes.toString('utf16le');
}

function stream(units: string): object {
  let at = 0;
  return {
    get AtEndOfStream() {
      return at >= units.length;
    },
    Read: (count: number) => units.slice(at, (at += count)),
  };
}

describe('version resources', () => {
  const fields = { company: 'Contaplus España, S.L.', product: 'Élite', description: '', version: '3.1.0.204' };
  it.each([false, true])('of a program (64-bit: %s)', wide => {
    expect({ ...agent.programVersion(stream(program(wide))) }).toEqual(fields);
  });

  it('that are cut anywhere, or no program at all, do no harm', () => {
    const whole = program(true);
    for (let end = 0; end < whole.length; end += 7) agent.programVersion(stream(whole.slice(0, end)));
    for (let end = 0; end < version.length; end += 1) agent.versionFields(version.slice(0, end));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), any => agent.versionFields(any) === null));
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 600 }),
        any => agent.programVersion(stream(Buffer.from(any).toString('utf16le'))) === null,
      ),
    );
  });
});

describe('faults', () => {
  it.each([
    [-2146828235, 'missing'],
    [-2147217406, 'missing'],
    [-2147217392, 'missing'],
    [-2146828218, 'denied'],
    [-2147217405, 'denied'],
    [-2147023174, 'error'],
    [undefined, 'error'],
  ])('%s is %s', (number, state) => {
    const { state: found, why } = agent.fromFault({ number, message: 'No se puede\r\n' }, 'C:\\x');
    expect(found).toBe(state);
    expect(why).toMatch(/^C:\\x: No se puede( \([0-9A-F]{8}\))?$/);
  });
});
