import fc from 'fast-check';
import iconv from 'iconv-lite';
import { type Context, createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ResourceState } from '../../../model/resource.js';
import { absentSets, fileSets, registrySets, serviceSets } from '../../../testing/set-decisions.js';
import { actingProgram } from './acting.generated.js';
import { instructionsLiteral, wshExecutor } from './wsh.js';

type Found = ResourceState | 'absent';

/** The compiled program's own functions; the machine is there in name only. */
type Agent = Context & {
  decide(
    found: Found,
    from: readonly ResourceState[],
    to: ResourceState,
    force: boolean,
  ): { act: string; fields: string[] };
  reached(left: Found, to: ResourceState): boolean;
  jsonState(state: Found): string;
  careted(word: string): string;
  base64Of(text: string): string;
  textOfBase64(base64: string): string;
  dataOf(type: string, value: string): string;
  exportedValue(text: string, key: string, name: string): Found;
  fromOem(text: string, high: string): string;
  withExit(line: string, file: string): string;
  setService(
    name: string,
    fields: readonly string[],
    found: ResourceState,
    to: ResourceState,
    deadline: number,
  ): object;
  setStartMode(name: string, start: string, delayed: boolean): object;
  control(name: string, run: boolean, deadline: number): string;
};

/** @param registry values of the registry by their whole name */
function load(registry: Record<string, unknown> = {}, calls: string[] = []): Agent {
  class ActiveXObject {
    FileExists = (path: string) => path.endsWith('\\sc.exe') && registry['sc.exe'] !== undefined;
    ExpandEnvironmentStrings = (text: string) => text.replaceAll('%SystemRoot%', 'C:\\WINNT');
    RegRead = (name: string) => {
      if (name in registry) return registry[name];
      throw Object.assign(new Error(''), { number: -2147024894 });
    };
    RegWrite = (name: string, value: number) => {
      calls.push(`RegWrite ${name.replace(/^.*Services\\/, '')}=${value}`);
      registry[name] = value;
    };
    Run = (line: string) => {
      calls.push(line.replace(/^.*? config /, 'sc config ').replace(/"$/, ''));
      return registry['sc.exe'];
    };
  }
  const context = createContext({ ActiveXObject });
  runInContext(actingProgram, context);
  return context as Agent;
}

let agent: Agent;
beforeAll(() => {
  agent = load();
});

describe('what a set comes to', () => {
  it.each([...serviceSets, ...absentSets, ...fileSets, ...registrySets])(
    '$name',
    ({ found, from, to, force, decision }) => {
      const { act, fields } = agent.decide(found, from, to, force ?? false);
      expect(act).toBe(decision.do === 'leave' ? decision.as : decision.do);
      expect([...fields]).toEqual(expect.arrayContaining(decision.do === 'set' ? [...decision.fields] : []));
      if (decision.do === 'set') expect(fields).toHaveLength(decision.fields.length);
    },
  );

  it.each<[Found, boolean]>([
    ['absent', false],
    [{ start: 'auto', running: true, delayed: true }, true],
    [{ start: 'auto', running: false }, false],
    [{ start: 'auto' }, false],
  ])('%j is reached: %s', (left, expected) =>
    expect(agent.reached(left, { start: 'auto', running: true })).toBe(expected),
  );

  it('is written as JSON, whatever the values', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), fc.nat(), (text, yes, count) => {
        const json = agent.jsonState({ text, yes, count });
        expect(json).toMatch(/^[\x20-\x7e]*$/);
        expect(JSON.parse(json)).toEqual({ text, yes, count });
      }),
    );
    expect(agent.jsonState('absent')).toBe('"absent"');
  });
});

describe('words for cmd.exe', () => {
  it.each([
    ['DNS', '^"DNS^"'],
    ['a "b" %PATH% & c', '^"a^ \\^"b\\^"^ ^%PATH^%^ ^&^ c^"'],
    ['ñ^!', '^"^ñ^^^!^"'],
  ])('%s', (word, written) => expect(agent.careted(word)).toBe(written));

  it('let no character through that would mean something', () => {
    fc.assert(
      fc.property(fc.string(), word => {
        // what is left when every caret has taken its character away
        expect(
          agent
            .careted(word)
            .replace(/\^[^]/g, '')
            .replace(/[A-Za-z0-9\\]/g, ''),
        ).toBe('');
      }),
    );
  });

  it('get the exit code written after them', () =>
    expect(agent.withExit('"cmd" /s /c "<nul >"O" "cmd" /s /c "ver""', 'C')).toBe(
      '"cmd" /s /c "<nul >"O" "cmd" /s /c "ver" & call echo %^errorlevel% >"C""',
    ));
});

describe('bytes', () => {
  /** As Windows does it: the five bytes that the code page leaves free stand for themselves. */
  const decoded = (bytes: Iterable<number>) =>
    Array.from(bytes, byte => {
      const char = iconv.decode(Buffer.of(byte), 'win1252');
      return char === '\ufffd' ? String.fromCharCode(byte) : char;
    }).join('');
  it('come through base64 both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), bytes => {
        const text = decoded(bytes);
        const base64 = Buffer.from(bytes).toString('base64');
        expect(agent.base64Of(text)).toBe(base64);
        expect(agent.textOfBase64(base64)).toBe(text);
      }),
    );
  });

  it('that the code page does not have are not made up', () => expect(agent.base64Of('a\u0416')).toBe(''));

  it.each([
    ['high850', [0xa4, 0x6e, 0xa3, 0xd5], 'ñnúı'],
    ['high437', [0xa4, 0xe1, 0x9d, 0xff], 'ñß¥\u00a0'],
  ])('of a console in %s are read', (table, bytes, text) => {
    const high = runInContext(table, agent) as string;
    expect(high).toHaveLength(128);
    expect(agent.fromOem(decoded(bytes), high)).toBe(text);
  });
});

describe('registry values', () => {
  const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\X';
  const file = (name: string, data: string) =>
    `Windows Registry Editor Version 5.00\r\n\r\n[${key}]\r\n"Other"="x"\r\n${name === '' ? '@' : `"${name}"`}=${data}\r\n\r\n[${key}\\Sub]\r\n"n"=dword:00000009\r\n`;

  it.each<[string, string | number, string]>([
    ['sz', 'añ "b"\r\nc', 'hex(1):61,00,f1,00,20,00,22,00,62,00,22,00,0d,00,0a,00,63,00,00,00'],
    ['expand', '%A%', 'hex(2):25,00,41,00,25,00,00,00'],
    ['multi', 'a\nb', 'hex(7):61,00,00,00,62,00,00,00,00,00'],
    ['multi', '', 'hex(7):00,00'],
    ['dword', 4294967295, 'dword:ffffffff'],
    ['dword', 2, 'dword:00000002'],
    ['qword', '18446744073709551615', 'hex(b):ff,ff,ff,ff,ff,ff,ff,ff'],
    ['qword', '0', 'hex(b):00,00,00,00,00,00,00,00'],
    ['binary', '00ff80', 'hex:00,ff,80'],
    ['binary', '', 'hex:'],
    ['none', '01', 'hex(0):01'],
  ])('%s %j', (type, value, data) => {
    expect(agent.dataOf(type, String(value))).toBe(data);
    expect({ ...(agent.exportedValue(file('n', data), key, 'N') as object) }).toEqual({ present: true, type, value });
  });

  it('of any text, number or bytes come back', () => {
    const back = (type: string, value: string) =>
      (agent.exportedValue(file('', agent.dataOf(type, value)), key, '') as ResourceState)['value'];
    const text = fc.string({ unit: 'binary' }).filter(value => !value.includes('\0'));
    for (const type of ['sz', 'expand'])
      fc.assert(
        fc.property(text, value => {
          expect(back(type, value)).toBe(value);
        }),
      );
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 64n - 1n), value => {
        expect(back('qword', String(value))).toBe(String(value));
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        const hex = Buffer.from(bytes).toString('hex');
        expect(back('binary', hex)).toBe(hex);
      }),
    );
  });

  it.each<[string, string, object]>([
    ['"a \\"b\\" \\\\c"', 'n', { present: true, type: 'sz', value: 'a "b" \\c' }],
    ['dword:0000000a', 'n', { present: true, type: 'dword', value: 10 }],
    ['hex(7):61,00,\\\r\n  00,00,00,00', 'n', { present: true, type: 'multi', value: 'a' }],
    ['"x"', 'gone', { present: false }],
  ])('as regedit writes them: %j', (data, name, expected) =>
    expect({ ...(agent.exportedValue(file('n', data), key, name) as object) }).toEqual(expected),
  );

  it('of kinds that nobody writes are not guessed at', () => {
    expect(agent.dataOf('resource-list', 'x')).toBe('');
    expect(() => agent.exportedValue(file('n', 'hex(8):00'), key, 'n')).toThrow();
  });
});

describe('a service', () => {
  const auto = { start: 'auto', delayed: false, running: true };
  const off = { start: 'disabled', delayed: false, running: false };
  const order = (found: ResourceState, to: ResourceState, refuses = '') => {
    const one = load();
    const done: string[] = [];
    one.setStartMode = (_, start, delayed) => {
      done.push(delayed ? `${start} delayed` : start);
      return { why: refuses === start ? 'refused' : '', note: '' };
    };
    one.control = (_, run) => {
      done.push(run ? 'start' : 'stop');
      return refuses === (run ? 'start' : 'stop') ? 'refused' : '';
    };
    const { why } = one.setService('X', Object.keys(to), found, to, 0) as { why: string };
    return why === '' ? done : [...done, why];
  };

  it.each<[string, ResourceState, ResourceState, string[]]>([
    ['is disabled before it is stopped', auto, off, ['disabled', 'stop']],
    ['is made startable before it is started', off, auto, ['auto', 'start']],
    ['keeps its delay', off, { ...auto, delayed: true }, ['auto delayed', 'start']],
    [
      'is disabled last when it is to run all the same',
      off,
      { ...off, running: true },
      ['manual', 'start', 'disabled'],
    ],
    ['is only stopped', off, { running: false }, ['stop']],
    ['is only disabled', { ...auto, running: false }, { start: 'disabled' }, ['disabled']],
  ])('%s', (_, found, to, expected) => expect(order(found, to)).toEqual(expected));

  it('is not stopped when it could not be disabled', () =>
    expect(order(auto, off, 'disabled')).toEqual(['disabled', 'refused']));

  it('is disabled again when it does not start', () =>
    expect(order(off, { ...off, running: true }, 'start')).toEqual(['manual', 'start', 'disabled', 'refused']));

  const start = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\X\\Start';
  const delay = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\X\\DelayedAutostart';
  it.each<[string, Record<string, number>, string, boolean, string[], object]>([
    ['by sc.exe', { 'sc.exe': 0, [start]: 2 }, 'disabled', false, ['sc config ^"X^" start= disabled'], { why: '' }],
    [
      'by sc.exe with its delay',
      { 'sc.exe': 0, [start]: 4 },
      'auto',
      true,
      ['sc config ^"X^" start= delayed-auto', 'RegWrite X\\DelayedAutostart=1'],
      { why: '' },
    ],
    [
      'its delay alone goes',
      { 'sc.exe': 0, [start]: 4, [delay]: 1 },
      'disabled',
      false,
      ['RegWrite X\\DelayedAutostart=0'],
      { why: '' },
    ],
    [
      'that is marked for deletion',
      { 'sc.exe': 1072, [start]: 2 },
      'disabled',
      false,
      ['sc config ^"X^" start= disabled'],
      { why: 'sc.exe config returned 1072: it is marked for deletion' },
    ],
    [
      'without sc.exe and WMI in the registry',
      { [start]: 2 },
      'manual',
      false,
      ['RegWrite X\\Start=3'],
      { why: '', note: expect.stringContaining('when Windows starts') },
    ],
    ['whose mode is right already', { 'sc.exe': 0, [start]: 3 }, 'manual', false, [], { why: '', note: '' }],
  ])('%s', (_, registry, mode, delayed, calls, result) => {
    const seen: string[] = [];
    expect({ ...load(registry, seen).setStartMode('X', mode, delayed) }).toMatchObject(result);
    expect(seen).toEqual(calls);
  });
});

describe('the program', () => {
  it('carries every character of an instruction, in ASCII', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter(text => !text.includes('\0')),
        text => {
          const literal = instructionsLiteral([{ kind: 'run', id: text, line: text }], 'n1');
          expect(literal).toMatch(/^[\r\n\x20-\x7e]*$/);
          expect(runInContext(`(${literal})`, createContext({}))).toMatchObject({
            nonce: 'n1',
            avoidDrives: [{ value: 'DriveLetter' }],
            instructions: [{ kind: 'run', id: text, line: text, index: 0, timeoutSeconds: 60, maxBytes: 1048576 }],
          });
        },
      ),
    );
  });

  it('holds nothing that changes a server when it only asks', () => {
    const asks = wshExecutor.program({ questions: [], avoidDrives: [] }, 'n');
    for (const word of ['RegWrite', 'StopService', 'reg import', 'case.jsonl']) expect(asks).not.toContain(word);
    expect(wshExecutor.instructionProgram([], 'n')).toContain('RegWrite');
  });
});
